#include "feed.h"

#include <expat.h>
#include <string.h>

#include "tree.h"
#include "xmlname.h"

enum { DEPTH = 64, PIECE = 1 << 16 };

struct feed {
	XML_Parser parser;
	struct arena *mem;
	struct element *open[DEPTH];
	int depth; /* open elements */
	int inside; /* of them, within a construct */
	struct element *root;
	struct err *e;
	bool atom; /* names without a namespace are Atom's */
	bool failed;
};

/* Elements whose children are markup for readers. */
static const char *const constructs[] = {
	"atom:title",
	"atom:subtitle",
	"atom:tagline",
	"atom:summary",
	"atom:content",
	"atom:rights",
	"atom:copyright",
	"atom:info",
	"title",
	"description",
	"content:encoded",
	"fullitem",
	"xhtml:body",
};

/* Byte from 1 where the parser stands; newer expat deprecates the call. */
static size_t
place(const struct feed *f)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
	return (size_t)XML_GetCurrentByteIndex(f->parser) + 1;
#pragma GCC diagnostic pop
}

static void
stop(struct feed *f, enum err_code code, const char *why)
{
	if (!f->failed)
		err_set(f->e, code, "%s", why);
	f->e->byte = place(f);
	f->failed = true;
	(void)XML_StopParser(f->parser, XML_FALSE);
}

static void
no_room(struct feed *f)
{
	if (f->mem->full)
		stop(f, ERR_DATA, "the feed needs too much memory");
	else
		stop(f, ERR_FAIL, "out of memory");
}

static void *
get(struct feed *f, size_t size)
{
	void *p = arena_alloc(f->mem, 1, size);

	if (p)
		memset(p, 0, size);
	else
		no_room(f);
	return p;
}

static struct str
name_of(struct feed *f, const char *full)
{
	struct str name = xmlname_short(f->mem, full, f->atom);

	if (!name.p)
		no_room(f);
	return name;
}

static void
add_text(struct feed *f, struct element *to, struct str s)
{
	size_t cap = to->cap ? to->cap : 64;
	char *p;

	if (f->failed)
		return;
	while (cap - to->text.n < s.n)
		cap *= 2;
	p = (char *)(uintptr_t)to->text.p;
	if (cap != to->cap) {
		p = arena_grow(f->mem, p, to->cap, cap);
		if (!p) {
			no_room(f);
			return;
		}
		to->cap = cap;
	}
	memcpy(p + to->text.n, s.p, s.n);
	to->text = (struct str){ p, to->text.n + s.n };
}

static void
add_escaped(struct feed *f, struct element *to, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '&')
			add_text(f, to, STR("&amp;"));
		else if (c == '<')
			add_text(f, to, STR("&lt;"));
		else if (c == '>')
			add_text(f, to, STR("&gt;"));
		else if (c == '"')
			add_text(f, to, STR("&quot;"));
		else
			add_text(f, to, (struct str){ s.p + i, 1 });
	}
}

static struct element *
top(struct feed *f)
{
	return f->depth ? f->open[f->depth - 1] : NULL;
}

static const char *
local_name(const char *full)
{
	const char *space = strrchr(full, ' ');

	return space ? space + 1 : full;
}

/* An element within a text construct: back to markup. */
static void
add_tag(struct feed *f, struct element *to, const char *name,
    const char **attributes)
{
	if (!to->marked) {
		struct str was = to->text;

		to->marked = true;
		to->text.n = to->cap = 0;
		to->text.p = NULL;
		add_escaped(f, to, was);
	}
	add_text(f, to, STR("<"));
	if (!attributes)
		add_text(f, to, STR("/"));
	add_text(f, to, str_from(local_name(name)));
	for (; attributes && *attributes; attributes += 2) {
		add_text(f, to, STR(" "));
		add_text(f, to, str_from(local_name(attributes[0])));
		add_text(f, to, STR("=\""));
		add_escaped(f, to, str_from(attributes[1]));
		add_text(f, to, STR("\""));
	}
	add_text(f, to, STR(">"));
}

static bool
is_construct(struct str name)
{
	for (size_t i = 0; i < sizeof(constructs) / sizeof(*constructs); i++)
		if (str_eq(name, str_from(constructs[i])))
			return true;
	return false;
}

static void
take_attributes(struct feed *f, struct element *el, const char **attributes)
{
	struct attribute **last = &el->attributes;

	for (; *attributes && !f->failed; attributes += 2) {
		struct attribute *a = get(f, sizeof(*a));

		if (!a)
			return;
		a->name = strchr(attributes[0], ' ')
		    ? name_of(f, attributes[0])
		    : arena_copy(f->mem, str_from(attributes[0]));
		a->value = arena_copy(f->mem, str_from(attributes[1]));
		if (!a->name.p || !a->value.p) {
			no_room(f);
			return;
		}
		*last = a;
		last = &a->next;
	}
}

static void
hang(struct feed *f, struct element *under, struct element *el)
{
	struct child *c = get(f, sizeof(*c));

	if (!c)
		return;
	c->element = el;
	c->at = under->n;
	if (under->last)
		under->last->next = c;
	else
		under->first = c;
	under->last = c;
	under->n++;
}

static void XMLCALL
on_start(void *ctx, const char *name, const char **attributes)
{
	struct feed *f = ctx;
	struct element *el, *under = top(f);

	if (f->failed)
		return;
	if (f->depth + f->inside >= DEPTH) {
		stop(f, ERR_DATA, "nested deeper than 64");
		return;
	}
	if (under && under->construct) {
		f->inside++;
		add_tag(f, under, name, attributes);
		return;
	}
	el = get(f, sizeof(*el));
	if (!el)
		return;
	if (!under) /* an Atom feed that forgot to say so */
		f->atom = strcmp(name, "feed") == 0;
	el->name = name_of(f, name);
	el->construct = is_construct(el->name);
	take_attributes(f, el, attributes);
	if (under)
		hang(f, under, el);
	else
		f->root = el;
	f->open[f->depth++] = el;
}

static void XMLCALL
on_end(void *ctx, const char *name)
{
	struct feed *f = ctx;

	if (f->failed || !f->depth)
		return;
	if (f->inside) {
		add_tag(f, top(f), name, NULL);
		f->inside--;
		return;
	}
	f->depth--;
}

static void XMLCALL
on_text(void *ctx, const char *p, int n)
{
	struct feed *f = ctx;
	struct element *el = top(f);
	struct str s = { p, (size_t)n };

	if (f->failed || !el)
		return;
	if (el->marked)
		add_escaped(f, el, s);
	else
		add_text(f, el, s);
}

static void XMLCALL
on_doctype(void *ctx, const char *name, const char *system, const char *public,
    int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	stop(ctx, ERR_DATA,
	    strcasecmp(name, "html") == 0
		? "a web page, not a feed"
		: "a document type declaration (DTD) is not read");
}

/* Bytes 0x80 to 0x9F of windows-1252, which many feeds declare. */
static int XMLCALL
on_encoding(void *ctx, const char *name, XML_Encoding *info)
{
	static const int high[32] = {
		0x20AC,
		-1,
		0x201A,
		0x0192,
		0x201E,
		0x2026,
		0x2020,
		0x2021,
		0x02C6,
		0x2030,
		0x0160,
		0x2039,
		0x0152,
		-1,
		0x017D,
		-1,
		-1,
		0x2018,
		0x2019,
		0x201C,
		0x201D,
		0x2022,
		0x2013,
		0x2014,
		0x02DC,
		0x2122,
		0x0161,
		0x203A,
		0x0153,
		-1,
		0x017E,
		0x0178,
	};

	(void)ctx;
	if (strcasecmp(name, "windows-1252") != 0 &&
	    strcasecmp(name, "cp1252") != 0)
		return XML_STATUS_ERROR;
	for (int i = 0; i < 256; i++)
		info->map[i] = i >= 0x80 && i < 0xA0 ? high[i - 0x80] : i;
	info->data = NULL;
	info->convert = NULL;
	info->release = NULL;
	return XML_STATUS_OK;
}

static void
start(struct feed *f)
{
	XML_SetUserData(f->parser, f);
	XML_SetElementHandler(f->parser, on_start, on_end);
	XML_SetCharacterDataHandler(f->parser, on_text);
	XML_SetStartDoctypeDeclHandler(f->parser, on_doctype);
	XML_SetUnknownEncodingHandler(f->parser, on_encoding, NULL);
}

/* In pieces: a limit of the parser is then met before the end. */
static int
parse(struct feed *f, struct str text)
{
	enum XML_Error code;

	while (!f->failed) {
		int n = text.n < PIECE ? (int)text.n : PIECE;

		if (XML_Parse(f->parser, text.p, n, text.n == (size_t)n) !=
		    XML_STATUS_OK)
			break;
		text = str_skip(text, (size_t)n);
		if (!text.n)
			return 0;
	}
	if (f->failed)
		return -1;
	code = XML_GetErrorCode(f->parser);
	if (code == XML_ERROR_NO_MEMORY)
		return err_nomem(f->e);
	err_set(f->e, ERR_DATA, "XML: %s", XML_ErrorString(code));
	f->e->byte = place(f);
	return -1;
}

int
feed_json(struct str text, bool utf8, struct arena *mem, struct buf *out,
    struct err *e)
{
	struct feed f = { .mem = mem, .e = e };
	int rc;

	while (text.n && strchr(" \t\r\n", text.p[0]) && text.p[0])
		text = str_skip(text, 1);
	f.parser = XML_ParserCreateNS(utf8 ? "UTF-8" : NULL, ' ');
	if (!f.parser)
		return err_nomem(e);
	start(&f);
	rc = parse(&f, text);
	XML_ParserFree(f.parser);
	return rc == 0 ? tree_json(f.root, mem, out, e) : -1;
}
