#include "tell.h"

#include "utf8.h"

static size_t
code_point(struct field *f, size_t byte)
{
	if (f->ascii)
		return byte;
	if (byte < f->byte)
		f->byte = f->cp = 0;
	f->cp += utf8_count((struct str){ f->text.p + f->byte,
	    byte - f->byte });
	f->byte = byte;
	return f->cp;
}

#define ADD(p, lit) (memcpy(p, lit, sizeof(lit) - 1), (p) + sizeof(lit) - 1)

static char *
add(char *p, struct str s)
{
	memcpy(p, s.p, s.n);
	return p + s.n;
}

static char *
add_number(char *p, size_t v)
{
	char text[24], *from = text + sizeof(text);

	do
		*--from = (char)('0' + v % 10);
	while (v /= 10);
	return add(p, (struct str){ from, (size_t)(text + sizeof(text) -
	    from) });
}

enum { PUNCTUATION = 128 }; /* more than that and the numbers of a find */

void
tell_found(struct buf *b, struct field *field, const struct found *found)
{
	size_t from = code_point(field, found->from);
	struct str front = found->word->front, back = found->word->back;
	char *p = buf_room(b, front.n + field->name.n + PUNCTUATION);

	if (!p)
		return;
	p = add(p, front);
	p = add(p, field->name);
	p = ADD(p, "\",\"at\":[");
	p = add_number(p, from);
	*p++ = ',';
	p = add_number(p, code_point(field, found->to));
	p = ADD(p, "],\"text\":");
	b->n = (size_t)(p - b->p);
	buf_json(b, (struct str){ field->text.p + found->from,
	    found->to - found->from });
	p = buf_room(b, back.n + PUNCTUATION);
	if (!p)
		return;
	p = ADD(p, ",\"how\":\"");
	p = add(p, str_from(how_name[found->how]));
	*p++ = '"';
	p = add(p, back);
	b->n = (size_t)(p - b->p);
}
