#include "json.h"

#include <stdint.h>
#include <sys/auxv.h>

#include "ends.h"

enum {
	TINY = 12,
	FEWER_KEYS = 32, /* up to here a part of it that is always near */
	FEW_KEYS = 256,  /* up to here a small table of our own will do */
	MARKS = 1024,
};

uint32_t
json_seed(void)
{
	static uint32_t seed;

	if (!seed) {
		const void *r = (const void *)getauxval(AT_RANDOM);

		seed = 2166136261u;
		if (r)
			memcpy(&seed, r, sizeof(seed));
		seed |= 1;
	}
	return seed;
}

static uint32_t
key_hash(yyjson_val *key)
{
	const char *p = unsafe_yyjson_get_str(key);
	size_t n = unsafe_yyjson_get_len(key);
	uint32_t h = json_seed() ^ (uint32_t)n;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)p[i]) * 16777619u;
	return h;
}

static struct str
key_text(yyjson_val *key)
{
	return (struct str){ unsafe_yyjson_get_str(key),
		unsafe_yyjson_get_len(key) };
}

static bool
same_key(yyjson_val *a, yyjson_val *b)
{
	return str_eq(key_text(a), key_text(b));
}

/* Are the keys of a small object surely different?  A key that was there before
 * finds both its bits set; another one seldom does. */
static bool
differ(yyjson_val *obj, size_t n, yyjson_val **inner)
{
	const uint64_t seed = json_seed();
	yyjson_val *key = unsafe_yyjson_get_first(obj), *first = NULL;
	uint64_t low = 0, high = 0, again = 0;

	for (; n; n--) {
		struct str s = key_text(key);
		uint32_t h = ends_hash(ends_of(s), s.n, seed);

		again |= low >> (h & 63) & high >> (h >> 6 & 63);
		low |= (uint64_t)1 << (h & 63);
		high |= (uint64_t)1 << (h >> 6 & 63);
		key++;
		first = first || !unsafe_yyjson_is_ctn(key) ? first : key;
		key = unsafe_yyjson_get_next(key);
	}
	*inner = first ? first : key;
	return !(again & 1);
}

/* The second of two equal keys among not too many, or NULL.  A pass number
 * spares the cleaning of the table.  *inner is the first member that is itself
 * an object or a list, or what follows the object. */
static yyjson_val *
twice_few(yyjson_val *obj, size_t n, yyjson_val **inner)
{
	static struct mark {
		yyjson_val *key;
		size_t pass;
	} marks[MARKS];
	static size_t pass;
	const size_t last = n <= FEWER_KEYS ? MARKS / 8 - 1 : MARKS - 1;
	const uint64_t seed = json_seed();
	const size_t now = ++pass;
	yyjson_val *key = unsafe_yyjson_get_first(obj), *first = NULL;

	for (; n; n--) {
		struct str s = key_text(key);
		size_t i = ends_hash(ends_of(s), s.n, seed) & last;

		for (; marks[i].pass == now; i = (i + 1) & last)
			if (same_key(marks[i].key, key))
				return key;
		marks[i] = (struct mark){ key++, now };
		if (!unsafe_yyjson_is_ctn(key)) {
			key++;
			continue;
		}
		first = first ? first : key;
		key = unsafe_yyjson_get_next(key);
	}
	*inner = first ? first : key;
	return NULL;
}

/* The same among many, with a table from the arena; *full if no room. */
static yyjson_val *
twice_many(yyjson_val *obj, size_t n, struct arena *a, bool *full)
{
	size_t slots = 64, at;
	yyjson_val **table, *key = unsafe_yyjson_get_first(obj);

	while (slots < n * 2)
		slots *= 2;
	table = arena_alloc(a, sizeof(*table), slots);
	*full = !table;
	if (!table)
		return NULL;
	memset(table, 0, sizeof(*table) * slots);
	for (size_t i = 0; i < n; i++) {
		at = key_hash(key) & (slots - 1);
		for (; table[at]; at = (at + 1) & (slots - 1))
			if (same_key(table[at], key))
				return key;
		table[at] = key;
		key = unsafe_yyjson_get_next(key + 1);
	}
	return NULL;
}

static int
refuse(struct str text, yyjson_doc *doc, yyjson_val *at, struct err *e,
    const char *why, struct str what)
{
	size_t byte = json_offset(text, doc, at) + 1;

	if (what.p)
		err_set(e, ERR_DATA, "%s \"%.*s\"", why,
		    (int)(what.n < 80 ? what.n : 80), what.p);
	else
		err_set(e, ERR_DATA, "%s", why);
	e->byte = byte;
	return -1;
}

static int
out_of_room(const struct arena *a, struct err *e)
{
	if (a->full)
		return err_set(e, ERR_DATA,
		    "needs more than %zu bytes of memory", a->cap);
	return err_nomem(e);
}

/* One pass over the row of values: depth and duplicate keys. */
static int
check(struct str text, yyjson_doc *doc, struct arena *a, struct err *e)
{
	yyjson_val *ends[JSON_DEPTH]; /* where each open container ends */
	yyjson_val *v = doc->root, *end = unsafe_yyjson_get_next(v), *key;
	yyjson_val *inner;
	size_t depth = 0, n;
	bool full = false;

	for (; v < end; v = inner) {
		inner = v + 1;
		if (!unsafe_yyjson_is_ctn(v))
			continue;
		while (depth && ends[depth - 1] <= v)
			depth--;
		if (depth == JSON_DEPTH)
			return refuse(text, doc, v, e,
			    "nested deeper than 64", (struct str){ 0 });
		ends[depth++] = unsafe_yyjson_get_next(v);
		n = unsafe_yyjson_get_len(v);
		if (n < 2 || unsafe_yyjson_get_type(v) != YYJSON_TYPE_OBJ)
			continue;
		if (n <= TINY && differ(v, n, &inner)) {
			key = NULL;
		} else if (n <= FEW_KEYS) {
			key = twice_few(v, n, &inner);
		} else {
			key = twice_many(v, n, a, &full);
		}
		if (full)
			return out_of_room(a, e);
		if (key)
			return refuse(text, doc, key, e, "duplicate key",
			    json_str(key));
	}
	return 0;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What begins with neither is no JSON of ours, and needs no more words. */
static bool
is_begun(struct str s)
{
	while (s.n && is_space(*s.p))
		s = str_skip(s, 1);
	return s.n && (*s.p == '{' || *s.p == '[');
}

/* As a shell of Windows writes a file: a mark, or two bytes a letter. */
static bool
is_utf16(struct str s)
{
	return str_starts(s, STR("\xFF\xFE")) ||
	    str_starts(s, STR("\xFE\xFF")) ||
	    (s.n > 1 ? !s.p[0] != !s.p[1] : s.n && !s.p[0]);
}

static const char *
said(struct str text, const yyjson_read_err *why)
{
	return is_utf16(text) ? "UTF-16: expected UTF-8, as iconv -f UTF-16 -t "
	                        "UTF-8 writes it"
	    : str_starts(text, STR("PK\3\4")) ? "a ZIP: unpack it, or save the "
	                                        "table as \"CSV UTF-8\""
	    : is_begun(text) ? why->msg
	    : text.n ? "no JSON: expected an object { }"
	             : "empty: expected an object { }";
}

int
json_read(struct str text, yyjson_read_flag flags, struct arena *a,
    yyjson_doc **doc, struct err *e)
{
	yyjson_alc alc = arena_alc(a);
	yyjson_read_err why;

	/* yyjson_read_opts() wants a char * but only writes in situ. */
	if (!(flags & YYJSON_READ_NUMBER_AS_RAW))
		flags |= YYJSON_READ_BIGNUM_AS_RAW; /* 1e400 passes as it is */
	*doc = yyjson_read_opts((char *)(uintptr_t)text.p, text.n,
	    flags & ~YYJSON_READ_INSITU, &alc, &why);
	if (*doc)
		return check(text, *doc, a, e);
	if (why.code == YYJSON_READ_ERROR_MEMORY_ALLOCATION)
		return out_of_room(a, e);
	err_set(e, ERR_DATA, "%s", said(text, &why));
	e->byte = why.pos + 1;
	return -1;
}

bool
json_cut_short(const struct err *e, struct str text)
{
	return e->code == ERR_DATA && e->byte > text.n;
}

size_t
json_assignment(struct str s)
{
	static const char name[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$";
	size_t i = 0;

	while (i < s.n && s.p[i] && strchr(name, s.p[i]))
		i++;
	if (!i)
		return 0;
	while (i < s.n && s.p[i] == ' ')
		i++;
	return i < s.n && s.p[i] == '=' ? i + 1 : 0;
}

size_t
json_offset(struct str text, yyjson_doc *doc, yyjson_val *v)
{
	size_t left = (size_t)(v - doc->root), i = json_assignment(text);

	for (; i < text.n; i++) {
		char c = text.p[i];

		if (is_space(c) || c == ',' || c == ':' || c == ']' || c == '}')
			continue;
		if (left-- == 0)
			break;
		if (c == '"')
			while (++i < text.n && text.p[i] != '"')
				i += text.p[i] == '\\';
		else if (c != '[' && c != '{')
			while (i + 1 < text.n && !is_space(text.p[i + 1]) &&
			    !strchr(",]}", text.p[i + 1]))
				i++;
	}
	return i < text.n ? i : text.n;
}
