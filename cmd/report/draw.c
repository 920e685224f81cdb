#include "draw.h"

#include <stdio.h>
#include <stdlib.h>

#include "digest.h"

enum { MILLION = 1000000, HEAD = 8 };

bool
draw_parse(struct str s, uint32_t *ppm)
{
	uint32_t n = 0, step = MILLION / 100;
	bool point = false, open = false; /* nothing behind it yet */
	size_t digits = 0;

	if (!str_ends(s, STR("%")) || s.n > 8)
		return false;
	for (s.n--; s.n; s = str_skip(s, 1)) {
		if (s.p[0] == '.' && !point && digits) {
			point = open = true;
			continue;
		}
		if (s.p[0] < '0' || s.p[0] > '9' || !step)
			return false;
		digits++;
		open = false;
		if (point) {
			step /= 10;
			n += (uint32_t)(s.p[0] - '0') * step;
		} else {
			n = n * 10 + (uint32_t)(s.p[0] - '0') * step;
		}
		if (n > MILLION)
			return false;
	}
	if (!n || open)
		return false;
	*ppm = n;
	return true;
}

uint32_t
draw_digest(const char *word, struct str text)
{
	char hex[DIGEST_HEX + 1], two[2 * DIGEST_HEX + 1], *end;

	digest_sha256(text, hex);
	(void)snprintf(two, sizeof(two), "%s %s", word, hex);
	digest_sha256(str_from(two), hex);
	hex[HEAD] = '\0';
	return (uint32_t)strtoul(hex, &end, 16);
}

bool
draw_takes(uint32_t ppm, struct str id)
{
	return ppm && (uint64_t)draw_digest("draw", id) * MILLION >> 32 < ppm;
}
