/* What match --explain says of one text; the finds are those of the engine. */
#include "match.h"
#include "utf8.h"

static const char *const why_not[] = { "", "the number goes on",
	"the word behind makes it another number",
	"beside these words a number counts other things",
	"on that day it was not the candidate's",
	"another one begins before it, or is longer" };

static void
quote(struct buf *b, struct str s)
{
	buf_put(b, STR("\xE2\x80\x9C"));
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= ' ')
			buf_char(b, s.p[i]);
		else
			buf_char(b, ' ');
	buf_put(b, STR("\xE2\x80\x9D"));
}

/* The text as it is compared: words, one space between, or a stop. */
static void
put_folded(struct match *m, struct str text)
{
	struct buf *b = &m->said;
	char low[TOKEN_MAX];
	struct fold_reader r;
	struct token t;

	buf_put(b, STR("  read as"));
	fold_start(&r, m->words.glyphs, text);
	for (bool first = true; fold_next(&r, &t); first = false) {
		if (t.gap == GAP_STOP && !first)
			buf_put(b, STR(" |"));
		if (first || t.gap != GAP_NONE)
			buf_char(b, ' ');
		buf_put(b, fold_lower(&t, low));
	}
	buf_char(b, '\n');
}

/* Mentions, tags and addresses, with their places in code points. */
static void
put_entities(struct match *m, struct str text)
{
	struct buf *b = &m->said;
	struct entity_reader r;
	struct entity e;
	size_t byte = 0, at = 0;

	entity_start(&r, &m->words.hosts, text);
	while (entity_next(&r, &e)) {
		struct str s = { text.p + e.from, e.to - e.from };

		at += utf8_count((struct str){ text.p + byte, e.from - byte });
		byte = e.to;
		buf_put(b, STR("  "));
		buf_put(b, str_from(entity_name[e.kind]));
		buf_put(b, STR(" ["));
		buf_int(b, (int64_t)at);
		at += utf8_count(s);
		buf_char(b, ',');
		buf_int(b, (int64_t)at);
		buf_put(b, STR("] "));
		quote(b, s);
		buf_put(b, e.first ? STR(", at the front\n") : STR("\n"));
	}
}

static void
put_readings(struct match *m, struct str text, const struct lattice *l)
{
	struct buf *b = &m->said;

	for (size_t i = 0; i < l->n; i++) {
		const struct edge *e = &l->v[i];

		if (e->how <= HOW_FOLDED || e->inner)
			continue;
		buf_put(b, STR("  "));
		quote(b, (struct str){ text.p + e->from, e->to - e->from });
		buf_put(b, STR(" may be "));
		quote(b, m->words.phrases.words[e->word]);
		buf_put(b, STR(": "));
		buf_put(b, str_from(how_name[e->how]));
		buf_char(b, '\n');
	}
}

static void
put_finds(struct match *m, struct str text, const struct finds *list)
{
	struct buf *b = &m->said;

	for (size_t i = 0; i < list->n; i++) {
		const struct found *f = &list->v[i];

		buf_put(b, f->why == WHY_STANDS ? STR("  + ") : STR("  - "));
		quote(b, (struct str){ text.p + f->from, f->to - f->from });
		buf_put(b, STR(": "));
		buf_put(b, str_from(kind_name[f->word->kind]));
		buf_char(b, ' ');
		buf_put(b, f->word->id);
		buf_put(b, STR(" of "));
		buf_put(b, f->word->from);
		buf_put(b, STR(", as "));
		quote(b, f->word->text);
		buf_put(b, STR(", "));
		buf_put(b, str_from(how_name[f->how]));
		if (f->word->ambiguous)
			buf_put(b, STR(", ambiguous: it needs company"));
		if (f->why != WHY_STANDS) {
			buf_put(b, STR("; not told: "));
			buf_put(b, str_from(why_not[f->why]));
		}
		buf_char(b, '\n');
	}
}

void
explain_text(struct match *m, struct str name, struct str text,
    const struct finding *f)
{
	buf_put(&m->said, name);
	buf_put(&m->said, STR(": "));
	quote(&m->said, text);
	buf_char(&m->said, '\n');
	put_folded(m, text);
	put_entities(m, text);
	put_readings(m, text, &f->lattice);
	put_finds(m, text, &f->targets);
	put_finds(m, text, &f->cues);
	put_finds(m, text, &f->dropped);
}

void
explain_who(struct match *m, const struct holder *h)
{
	static const char *const by[] = { "", "id", "handle", "url" };

	if (!m->people.has_staff)
		buf_put(&m->said, STR("who: not asked, there is no roster\n"));
	else if (!h)
		buf_put(&m->said, STR("who: no declared account on that "
		    "day\n"));
	if (!h)
		return;
	buf_put(&m->said, STR("who: employee "));
	buf_put(&m->said, h->id);
	buf_put(&m->said, STR(", by "));
	buf_put(&m->said, str_from(by[h->basis]));
	buf_char(&m->said, '\n');
}
