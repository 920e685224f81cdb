#include "entity.h"

#include "utf8.h"

enum { NAME_MAX = 20, LIST_MAX = 25, CASH_MAX = 6, CASH_TAIL = 2 };

const char *const entity_name[] = { "address", "mention", "tag", "cashtag" };

uint32_t
entity_peek(struct str s)
{
	return s.n ? utf8_next(&s) : 0;
}

static bool
is_one_of(uint32_t c, const char *ascii)
{
	return c && c < 0x80 && strchr(ascii, (int)c);
}

static bool
is_at(uint32_t c)
{
	return c == '@' || c == 0xFF20;
}

static bool
is_hash(uint32_t c)
{
	return c == '#' || c == 0xFF03;
}

/* Signs that turn the direction of writing; they are no text. */
static bool
is_direction(uint32_t c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool
is_space(uint32_t c)
{
	return (c >= '\t' && c <= '\r') || c == ' ' || c == 0xA0 ||
	    (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
	    c == 0x3000;
}

/* "RT@name", "RT:@name": the one word that may stand right before. */
static bool
after_rt(struct str text, size_t at)
{
	const char *p = text.p;

	at -= at && p[at - 1] == ':';
	if (at < 2 || (p[at - 1] | 0x20) != 't' || (p[at - 2] | 0x20) != 'r')
		return false;
	return at == 2 || (!entity_ascii((unsigned char)p[at - 3]) &&
	    !strchr("_+~.-", p[at - 3]));
}

/* Bytes of a name, or of a list below it, "/list". */
static size_t
name_length(struct str s, size_t max, const char *more)
{
	size_t n = 0;

	while (n < s.n && n < max && (entity_ascii((unsigned char)s.p[n]) ||
	        is_one_of((unsigned char)s.p[n], more)))
		n++;
	return n;
}

/* "@name", "@name/list"; s begins with the '@'. */
static size_t
mention(const struct entity_reader *r, struct str s)
{
	size_t sign = s.p[0] == '@' ? 1 : 3, n, list;
	uint32_t before = r->before, next;

	if (before && (entity_ascii(before) || is_at(before) ||
	        is_one_of(before, "_!#$%&*")) && !after_rt(r->text, r->at))
		return 0;
	n = name_length(str_skip(s, sign), NAME_MAX, "_");
	if (!n)
		return 0;
	n += sign;
	if (s.n > n + 1 && s.p[n] == '/' && (s.p[n + 1] | 0x20) >= 'a' &&
	    (s.p[n + 1] | 0x20) <= 'z') {
		list = name_length(str_skip(s, n + 1), LIST_MAX, "_-");
		n += 1 + list;
	}
	s = str_skip(s, n);
	next = entity_peek(s);
	return is_at(next) || entity_accented(next) || str_starts(s, STR("://"))
	    ? 0 : n;
}

/* "#tag"; s begins with the '#'.  One letter at least must be in it. */
static size_t
tag(const struct entity_reader *r, struct str s)
{
	struct str rest = s, after = s;
	bool letter = false;
	uint32_t c;

	if (r->before == '&' || (r->before && r->before != 0xFE0E &&
	        r->before != 0xFE0F && glyph_in_tag(r->before) != TAG_ENDS))
		return 0;
	(void)utf8_next(&after);
	c = entity_peek(after);
	if (c == 0xFE0F || c == 0x20E3)
		return 0; /* a keycap */
	for (rest = after; rest.n; after = rest) {
		enum tag_part part = glyph_in_tag(utf8_next(&rest));

		if (part == TAG_ENDS)
			break;
		letter |= part == TAG_LETTER;
	}
	if (!letter || is_hash(entity_peek(after)) || str_starts(after, STR("://")))
		return 0;
	return s.n - after.n;
}

/* "$STOCK", "$STOCK.X"; s begins with the '$'. */
static size_t
cashtag(const struct entity_reader *r, struct str s)
{
	size_t n = 1, tail;
	uint32_t c;

	if (r->before && !is_space(r->before) && !is_direction(r->before))
		return 0;
	while (n < s.n && n <= CASH_MAX && (s.p[n] | 0x20) >= 'a' &&
	    (s.p[n] | 0x20) <= 'z')
		n++;
	if (n == 1)
		return 0;
	for (tail = n + 1; tail < s.n && tail <= n + CASH_TAIL &&
	     (s.p[tail] | 0x20) >= 'a' && (s.p[tail] | 0x20) <= 'z';)
		tail++;
	if (tail > n + 1 && (s.p[n] == '.' || s.p[n] == '_'))
		n = tail;
	c = entity_peek(str_skip(s, n));
	return !c || is_space(c) || (c < 0x80 && c > ' ' && c != '"' &&
	    !entity_ascii(c)) ? n : 0;
}

void
entity_start(struct entity_reader *r, const struct hosts *h, struct str text)
{
	*r = (struct entity_reader){ .hosts = h, .text = text };
}

static size_t
length_here(struct entity_reader *r, uint32_t c, enum entity_kind *kind)
{
	struct str s = str_skip(r->text, r->at);

	if (is_at(c)) {
		*kind = ENTITY_MENTION;
		return mention(r, s);
	}
	if (is_hash(c)) {
		*kind = ENTITY_TAG;
		return tag(r, s);
	}
	if (c == '$') {
		*kind = ENTITY_CASHTAG;
		return cashtag(r, s);
	}
	*kind = ENTITY_ADDRESS;
	return entity_ascii(c) || entity_accented(c)
	    ? entity_address(r->hosts, s, r->before) : 0;
}

bool
entity_next(struct entity_reader *r, struct entity *e)
{
	while (r->at < r->text.n) {
		struct str rest = str_skip(r->text, r->at);
		uint32_t c = utf8_next(&rest);
		size_t n = length_here(r, c, &e->kind);

		e->first = n && e->kind == ENTITY_MENTION && !r->begun;
		r->begun |= !is_space(c);
		e->from = (uint32_t)r->at;
		if (!n) {
			r->before = c;
			r->at = r->text.n - rest.n;
			continue;
		}
		r->at += n;
		e->to = (uint32_t)r->at;
		r->before = (unsigned char)r->text.p[r->at - 1];
		if (r->before >= 0x80)
			r->before = 'x'; /* some letter */
		return true;
	}
	return false;
}
