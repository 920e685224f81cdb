#include "detail.h"

enum { PARTS = 2, DEPTH = 3 };

static const struct {
	const char *en, *id;
} words[] = {
#define X(name, en, id) { en, id },
	DETAILS(X)
#undef X
	{ "HTTP %d, no key in %s", "HTTP *, tidak ada kunci di *" },
	{ "private", "tidak terbuka untuk umum" },
	{ "not_found", "tidak ditemukan" },
	{ "timeline", "linimasa" },
	/* libcurl */
	{ "Could%s connect to server", "tidak dapat tersambung ke server" },
	{ "Could%s resolve host%s", "nama server tidak ditemukan" },
	{ "SSL peer certificate or SSH remote key was not OK",
	    "sertifikat server tidak sah" },
	{ "Server returned nothing (no headers, no data)",
	    "server tidak menjawab" },
};

/* Behind a conversion of printf. */
static const char *
behind(const char *percent)
{
	return percent + 1 + strspn(percent + 1, ".*0123456789hlz") + 1;
}

/* Could printf have written s by this pattern?  Then part is what stands at its
 * conversions. */
static bool
fits(struct str s, const char *pattern, struct str part[PARTS])
{
	size_t n = 0;

	for (;;) {
		size_t len = strcspn(pattern, "%"), i = 0;
		struct str piece = { pattern, len };

		if (!str_starts(s, piece))
			return false;
		s = str_skip(s, len);
		if (!pattern[len])
			return !s.n;
		pattern = behind(pattern + len);
		piece = (struct str){ pattern, strcspn(pattern, "%") };
		if (!pattern[piece.n]) { /* the last one: at the end */
			if (!str_ends(s, piece))
				return false;
			part[n] = (struct str){ s.p, s.n - piece.n };
			return true;
		}
		while (i < s.n && !str_starts(str_skip(s, i), piece))
			i++;
		part[n++] = (struct str){ s.p, i };
		s = str_skip(s, i);
	}
}

static void say(struct buf *b, struct str s, int depth);

/* With its parts in place of the stars, as far as there are any. */
static void
fill(struct buf *b, const char *text, const struct str part[PARTS], int depth)
{
	for (size_t n = 0;; n++) {
		size_t len = strcspn(text, "*");

		buf_put(b, (struct str){ text, len });
		if (!text[len])
			return;
		say(b, part[n], depth);
		text += len + 1;
	}
}

/* Where the first such mark is; s.n: nowhere. */
static size_t
find(struct str s, struct str mark)
{
	size_t i = 0;

	while (i < s.n && !str_starts(str_skip(s, i), mark))
		i++;
	return i;
}

static void
say(struct buf *b, struct str s, int depth)
{
	struct str part[PARTS] = { { NULL, 0 } };
	size_t colon = find(s, STR(": "));

	for (size_t i = 0; depth && i < sizeof(words) / sizeof(words[0]); i++)
		if (fits(s, words[i].en, part)) {
			fill(b, words[i].id, part, depth - 1);
			return;
		}
	if (colon == s.n || !depth) {
		buf_put(b, s);
		return;
	}
	say(b, (struct str){ s.p, colon }, 1);
	buf_put(b, STR(": "));
	say(b, str_skip(s, colon + 2), depth - 1);
}

void
detail_put(struct buf *b, struct str detail, bool indonesian)
{
	while (indonesian && detail.n) {
		size_t n = find(detail, STR("; "));

		say(b, (struct str){ detail.p, n }, DEPTH);
		detail = str_skip(detail, n);
		if (detail.n) {
			buf_put(b, STR("; "));
			detail = str_skip(detail, 2);
		}
	}
	buf_put(b, detail);
}
