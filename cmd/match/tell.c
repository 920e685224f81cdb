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

/* How a find was reached, behind its text; sixteen bytes at a time. */
static const struct {
	char text[32];
	size_t n;
} hows[] = {
#define HOW(name) { ",\"how\":\"" name "\"", sizeof(name) + 8 }
	HOW("exact"), HOW("folded"), HOW("look-alike"), HOW("stretched"),
	HOW("leet"), HOW("spaced"), HOW("hashtag"), HOW("slang"),
#undef HOW
};

#define ADD(p, lit) (memcpy(p, lit, sizeof(lit) - 1), (p) + sizeof(lit) - 1)

/* Where both have sixteen bytes more than s: no call, and few branches. */
static char *
add_wide(char *p, struct str s)
{
	for (size_t i = 0; i < s.n; i += 16)
		memcpy(p + i, s.p + i, 16);
	return p + s.n;
}

static char *
add(char *p, struct str s)
{
	memcpy(p, s.p, s.n);
	return p + s.n;
}

static char *
add_number(char *p, size_t v)
{
	size_t digits = 1;

	for (size_t most = 10; v >= most && digits < 19; most *= 10)
		digits++;
	for (size_t i = digits; i--; v /= 10)
		p[i] = (char)('0' + v % 10);
	return p + digits;
}

/* The bytes from..to of the field as JSON, where there is room for them as
 * they are; else with a look at the room, and NULL if there is none. */
static char *
add_text(struct buf *b, char *p, const struct field *field, size_t from,
    size_t to, size_t room)
{
	struct str s = { field->text.p + from, to - from };

	if (!buf_is_plain(s)) {
		b->n = (size_t)(p - b->p);
		buf_json(b, s);
		return buf_room(b, room);
	}
	*p++ = '"';
	p = field->text.n - from < s.n + 16 ? add(p, s) : add_wide(p, s);
	*p++ = '"';
	return p;
}

enum { PUNCTUATION = 160 }; /* more than that, the numbers and the how */

void
tell_found(struct buf *b, struct field *field, const struct found *found)
{
	size_t from = code_point(field, found->from);
	struct str front = found->word->front, back = found->word->back;
	size_t room = back.n + PUNCTUATION;
	char *p = buf_room(b, front.n + field->name.n + room + found->to -
	    found->from);

	if (!p)
		return;
	p = add_wide(p, front);
	p = add(p, field->name);
	p = ADD(p, "\",\"at\":[");
	p = add_number(p, from);
	*p++ = ',';
	p = add_number(p, code_point(field, found->to));
	p = ADD(p, "],\"text\":");
	p = add_text(b, p, field, found->from, found->to, room);
	if (!p)
		return;
	p = add_wide(p, (struct str){ hows[found->how].text,
	    hows[found->how].n });
	p = add_wide(p, back);
	b->n = (size_t)(p - b->p);
}

/* A copy that can be read 16 bytes at a time. */
static struct str
wide_copy(struct words *w, struct buf *b)
{
	const char zeros[16] = { 0 };
	size_t n = b->n;
	struct str s;

	buf_put(b, (struct str){ zeros, sizeof(zeros) });
	s = arena_copy(&w->mem, buf_str(b));
	return (struct str){ s.p, n };
}

/* The JSON of a find before its field and behind how it was found. */
static int
render(struct words *w, struct word *word, struct buf *b)
{
	bool cue = word->kind == KIND_CUE;

	buf_reset(b);
	buf_put(b, STR("{\"id\":"));
	buf_json(b, word->id);
	if (!cue) {
		buf_put(b, STR(",\"kind\":\""));
		buf_put(b, str_from(kind_name[word->kind]));
		buf_put(b, STR("\",\"contest\":"));
		buf_json(b, word->from);
	}
	buf_put(b, STR(",\"field\":\""));
	word->front = wide_copy(w, b);
	buf_reset(b);
	if (cue) {
		buf_put(b, STR(",\"lexicon\":"));
		buf_json(b, word->from);
	} else if (word->ambiguous) {
		buf_put(b, STR(",\"ambiguous\":true"));
	}
	buf_char(b, '}');
	word->back = wide_copy(w, b);
	return b->failed || !word->front.p || !word->back.p ? -1 : 0;
}

int
tell_prepare(struct words *w, struct err *e)
{
	const struct word *last = NULL;

	for (size_t i = 0; i < w->n; i++) {
		struct word *word = &w->v[i];

		if (last && str_eq(last->id, word->id) &&
		    str_eq(last->from, word->from) &&
		    last->kind == word->kind &&
		    last->ambiguous == word->ambiguous) {
			word->front = last->front;
			word->back = last->back;
		} else if (render(w, word, &w->scratch) != 0) {
			return err_nomem(e);
		}
		last = word;
	}
	return 0;
}
