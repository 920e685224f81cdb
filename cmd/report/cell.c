#include "cell.h"

#include "utf8.h"

struct range {
	uint32_t from, to;
};

/* Marks that combine, joiners, selectors: no column of their own. */
static const struct range none[] = {
	{ 0x0300, 0x036F }, { 0x0610, 0x061A }, { 0x064B, 0x065F },
	{ 0x0E31, 0x0E31 }, { 0x0E34, 0x0E3A }, { 0x0E47, 0x0E4E },
	{ 0x1AB0, 0x1AFF }, { 0x1DC0, 0x1DFF }, { 0x200B, 0x200F },
	{ 0x20D0, 0x20FF }, { 0x302A, 0x302D }, { 0x3099, 0x309A },
	{ 0xA980, 0xA982 }, { 0xA9B3, 0xA9B3 }, { 0xA9B6, 0xA9B9 },
	{ 0xA9BC, 0xA9BD }, { 0xFE00, 0xFE0F }, { 0xFE20, 0xFE2F },
	{ 0xFEFF, 0xFEFF }, { 0x1F3FB, 0x1F3FF }, { 0xE0000, 0xE0FFF },
};

static const struct range wide[] = {
	{ 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0xA4CF },
	{ 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F },
	{ 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 }, { 0x1F300, 0x1F64F },
	{ 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF }, { 0x1FA70, 0x1FAFF },
	{ 0x20000, 0x3FFFD },
};

static bool
within(uint32_t c, const struct range *r, size_t n)
{
	for (size_t i = 0; i < n && c >= r[i].from; i++)
		if (c <= r[i].to)
			return true;
	return false;
}

static size_t
width_of(uint32_t c)
{
	if (c < 0x300)
		return 1;
	if (within(c, none, sizeof(none) / sizeof(none[0])))
		return 0;
	return within(c, wide, sizeof(wide) / sizeof(wide[0])) ? 2 : 1;
}

size_t
cell_width(struct str s)
{
	size_t n = 0;

	while (s.n)
		n += width_of(utf8_next(&s));
	return n;
}

static bool
acts_on_terminal(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) ||
	    (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void
cell_put(struct out *o, struct str s)
{
	struct str from = s, rest = s;
	uint32_t c;

	while (rest.n) {
		struct str at = rest;

		c = utf8_next(&rest);
		if (!acts_on_terminal(c))
			continue;
		out_put(o, (struct str){ from.p, (size_t)(at.p - from.p) });
		out_put(o, c == '\n' || c == '\t' || c == '\r' ? STR(" ")
		                                               : STR("?"));
		from = rest;
	}
	out_put(o, from);
}

void
cell_pad(struct out *o, size_t n)
{
	static const char space[] = "                                ";
	size_t most = sizeof(space) - 1;

	for (; n > most; n -= most)
		out_put(o, (struct str){ space, most });
	out_put(o, (struct str){ space, n });
}

/* The longest beginning of s within width columns. */
static struct str
head(struct str s, size_t width, size_t *used)
{
	struct str rest = s, next;
	size_t w;

	*used = 0;
	while (rest.n) {
		next = rest;
		w = width_of(utf8_next(&next));
		if (*used + w > width)
			break;
		*used += w;
		rest = next;
	}
	return (struct str){ s.p, s.n - rest.n };
}

size_t
cell_cut(struct out *o, struct str s, size_t width)
{
	size_t used = cell_width(s);

	if (used <= width) {
		cell_put(o, s);
		return used;
	}
	cell_put(o, head(s, width - 1, &used));
	out_put(o, STR("…"));
	return used + 1;
}

void
cell_fit(struct out *o, struct str s, size_t width)
{
	cell_pad(o, width - cell_cut(o, s, width));
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void
cell_wrap(struct out *o, struct str s, size_t indent, size_t width)
{
	struct str line;
	size_t used, cut;

	for (bool first = true; s.n || first; first = false) {
		while (s.n && is_space(s.p[0]))
			s = str_skip(s, 1);
		if (!s.n && !first)
			break;
		line = head(s, width, &used);
		cut = line.n;
		if (line.n < s.n) {
			while (cut && !is_space(s.p[cut]))
				cut--;
			if (!cut)
				cut = line.n;
		}
		if (!cut) /* one character wider than the column */
			cut = s.n;
		if (!first)
			cell_pad(o, indent);
		cell_put(o, (struct str){ s.p, cut });
		out_put(o, STR("\n"));
		s = str_skip(s, cut);
	}
}
