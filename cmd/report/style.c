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

/* What a cell of a table is, said before it where the rows stand as blocks, on a
 * phone: page.css says where, for all rows at once. */
static void
put_labels(struct view *v, struct buf *b)
{
	static const struct {
		const char *name;
		enum text_key key;
	} label[] = {
		{ "since", TEXT_list_since }, { "state", TEXT_state },
		{ "due", TEXT_register_due }, { "items", TEXT_items },
		{ "days", TEXT_coverage_days }, { "seen", TEXT_coverage_sum },
	};

	buf_put(b, STR("\n:root {"));
	for (size_t i = 0; i < sizeof(label) / sizeof(label[0]); i++) {
		struct str s = text_get(&v->text, label[i].key);

		buf_fmt(b, " --%s: \"", label[i].name);
		for (size_t j = 0; j < s.n; j++) {
			if (s.p[j] == '"' || s.p[j] == '\\')
				buf_char(b, '\\');
			buf_char(b, s.p[j]);
		}
		buf_put(b, STR(": \";"));
	}
	buf_put(b, STR(" }\n"));
}

static int
read_css(struct view *v, const char *path, struct arena *mem, struct err *e)
{
	struct buf b = { .max = CSS_MAX };
	int rc = file_read(path, CSS_MAX, mem, &v->css, e);

	if (rc == 0) {
		buf_put(&b, v->css);
		put_labels(v, &b);
		rc = buf_check(&b, e);
		v->css = arena_copy(mem, buf_str(&b));
	}
	buf_release(&b);
	return rc == 0 && !v->css.p ? err_nomem(e) : rc;
}

int
style_load(struct view *v, struct arena *mem, struct err *e)
{
	char path[SHARE_PATH], hex[DIGEST_HEX + 1];

	if (share_path("templates/page.css", path, e) != 0 ||
	    read_css(v, path, mem, e) != 0)
		return -1;
	if (memchr(v->css.p, '<', v->css.n))
		return err_set(e, ERR_USAGE, "%s: a '<' would end the style "
		    "within the page", path);
	digest_sha256(v->css, hex);
	base64(hex, v->csp);
	return 0;
}
