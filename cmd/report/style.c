#include "style.h"

#include "digest.h"
#include "share.h"

enum { CSS_MAX = 1 << 20 };

/* sha256 in base64, as a Content-Security-Policy names it. */
static void
base64(const char *hex, char *to)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0, n = 0, c;

	for (; *hex; hex++) {
		c = (unsigned)(*hex <= '9' ? *hex - '0' : *hex - 'a' + 10);
		bits = bits << 4 | c;
		n += 4;
		if (n >= 6) {
			n -= 6;
			*to++ = digit[bits >> n & 63];
		}
	}
	*to++ = digit[bits << (6 - n) & 63];
	*to++ = '=';
	*to = '\0';
}

int
style_load(struct view *v, struct arena *mem, struct err *e)
{
	char path[SHARE_PATH], hex[DIGEST_HEX + 1];

	if (share_path("templates/page.css", path, e) != 0 ||
	    file_read(path, CSS_MAX, mem, &v->css, e) != 0)
		return -1;
	if (memchr(v->css.p, '<', v->css.n))
		return err_set(e, ERR_USAGE, "%s: a '<' would end the style "
		    "within the page", path);
	digest_sha256(v->css, hex);
	base64(hex, v->csp);
	return 0;
}
