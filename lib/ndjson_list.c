#include "json.h"
#include "ndjson_line.h"

enum { PART = 1 << 18 }; /* bytes of a part, if its items are smaller */

/* Where the list begins that r->from stands before, in bytes; SIZE_MAX: it is
 * none. */
static size_t
list_at(const struct ndjson *r)
{
	struct str s = { r->buf + r->from, r->to - r->from };
	size_t i = json_assignment(s);

	while (i < s.n && s.p[i] && strchr(" \t\r\n", s.p[i]))
		i++;
	return i < s.n && s.p[i] == '[' ? i : SIZE_MAX;
}

/* In a list, from its bracket or from a comma in it: where the next comma
 * between two items stands, from `least` bytes on, or the end of the list; 0:
 * not in s. */
static size_t
end_of_items(struct str s, size_t least)
{
	size_t depth = 0;
	bool quoted = false;

	for (size_t i = 1; i < s.n; i++) {
		char c = s.p[i];

		if (quoted) {
			i += c == '\\';
			quoted = c != '"';
		} else if (c == '"') {
			quoted = true;
		} else if (c == '[' || c == '{') {
			depth++;
		} else if ((c == ']' || c == '}') && depth) {
			depth--;
		} else if (c == ']' || (c == ',' && !depth && i >= least)) {
			return i;
		}
	}
	return 0;
}

/* A list has a comma behind its first item; lines behind a stray bracket have
 * none. */
bool
nd_list_begin(struct ndjson *r)
{
	size_t at = list_at(r), n;
	struct str s;
	yyjson_doc *doc;
	struct err e;

	if (at == SIZE_MAX)
		return false;
	s = (struct str){ r->buf + r->from + at, r->to - r->from - at };
	n = end_of_items(s, 1);
	if (!n || json_read((struct str){ s.p + 1, n - 1 }, r->flags, &r->mem,
	        &doc, &e) != 0)
		return false;
	arena_reset(&r->mem);
	r->docs = false;
	r->list = true;
	r->next = r->line;
	for (size_t i = 0; i < at; i++)
		r->next += r->buf[r->from + i] == '\n';
	r->from += at;
	return true;
}

/* Nothing can be told apart any more. */
static enum nd_status
give_up(struct ndjson *r, const char *why, struct err *e)
{
	r->list = false;
	r->ended = true;
	r->from = r->scanned = r->to;
	err_set(e, ERR_DATA, "%s; what follows is not read", why);
	return ND_BAD;
}

enum nd_status
nd_list_next(struct ndjson *r, struct err *e)
{
	size_t n, want = 2 * PART;

	r->line = r->next;
	for (;; want *= 2) {
		while (!r->ended && r->to - r->from < want &&
		    r->to - r->from <= r->max.line)
			if (nd_line_fill(r, e) != 0)
				return ND_FAIL;
		n = end_of_items((struct str){ r->buf + r->from,
		    r->to - r->from }, PART);
		if (n)
			break;
		r->text = (struct str){ r->buf + r->from, 0 };
		if (r->ended)
			return give_up(r, "the list is cut", e);
		if (r->to - r->from > r->max.line)
			return give_up(r, "an item of the list is longer than "
			    "a line may be (--line-max)", e);
	}
	for (size_t i = 0; i < n; i++)
		r->next += r->buf[r->from + i] == '\n';
	/* What separates the parts becomes their brackets. */
	r->list = r->buf[r->from + n] == ',';
	r->buf[r->from] = '[';
	r->buf[r->from + n] = ']';
	r->text = (struct str){ r->buf + r->from, n + 1 };
	r->bytes = r->text.n;
	r->from += r->list ? n : n + 1;
	r->scanned = r->from;
	if (json_read(r->text, r->flags, &r->mem, &r->doc, e) == 0)
		return ND_RECORD;
	return e->code == ERR_FAIL ? ND_FAIL : ND_BAD;
}
