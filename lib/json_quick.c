#include "json_quick.h"

#include "ends.h"
#include "utf8.h"

enum {
	LONGEST = 1 << 16, /* bytes of a line         */
	DIGITS = 17,       /* signs of a number       */
	MEMBERS = 32,      /* keys that are compared  */
};

/* An object or a list that has not ended. */
struct level {
	yyjson_val *v;
	uint64_t low, high; /* bits of the keys so far */
	size_t n;
	char end;
};

struct quick {
	struct arena *mem;
	uint64_t seed;
};

#ifdef __x86_64__
#include <emmintrin.h>

/* Which of sixteen bytes end a text, or need a look: a bit each. */
static inline unsigned
stops(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
	__m128i slash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));
	__m128i other = _mm_cmplt_epi8(v, _mm_set1_epi8(' ')); /* signed */

	return (unsigned)_mm_movemask_epi8(
	    _mm_or_si128(other, _mm_or_si128(quote, slash)));
}

#else

static inline unsigned
stops(const char *p)
{
	unsigned found = 0;

	for (unsigned i = 0; i < 16; i++)
		found |= (unsigned)((signed char)p[i] < ' ' || p[i] == '"' ||
		    p[i] == '\\') << i;
	return found;
}

#endif

/* The first quote, backslash, control sign or byte beyond ASCII. */
static inline const char *
text_stop(const char *p)
{
	unsigned found;

	while (!(found = stops(p)))
		p += 16;
	return p + __builtin_ctz(found);
}

static inline const char *
spaces(const char *p)
{
	while (*p == ' ' || *p == '\t')
		p++;
	return p;
}

/* What stands for it behind a backslash; 0: nothing, or \u. */
static char
escaped(char c)
{
	static const char sign[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	const char *at = c ? strchr(sign, c) : NULL;

	return at ? meant[at - sign] : '\0';
}

/* The bytes from..to with what was meant; NULL: no room, or \u. */
static const char *
without_escapes(const char *from, const char *to, struct arena *a, size_t *n)
{
	char *copy = arena_alloc(a, 1, (size_t)(to - from)), *at = copy;

	while (copy) {
		const char *slash = memchr(from, '\\', (size_t)(to - from));
		size_t part = (size_t)((slash ? slash : to) - from);

		memcpy(at, from, part);
		at += part;
		if (!slash)
			break;
		*at = escaped(slash[1]);
		if (!*at++)
			return NULL;
		from = slash + 2;
	}
	*n = (size_t)(at - copy);
	return copy;
}

/* These take what begins at p into *v, and return what is behind it, or NULL. */

/* A text that has more than plain ASCII at p. */
static const char *
take_text_slowly(const char *from, const char *p, yyjson_val *v,
    struct arena *a)
{
	bool slashes = false, other = false;
	size_t n;

	for (; *p != '"'; p = text_stop(p)) {
		if ((unsigned char)*p < ' ')
			return NULL;
		other |= (signed char)*p < 0;
		slashes |= *p == '\\';
		p += *p == '\\' ? 1 + (escaped(p[1]) != '\0') : 1;
		while ((signed char)*p < 0)
			p++;
	}
	n = (size_t)(p - from);
	if (other && utf8_bad((struct str){ from, n }) != n)
		return NULL;
	if (slashes)
		from = without_escapes(from, p, a, &n);
	v->uni.str = from;
	v->tag = (uint64_t)n << YYJSON_TAG_BIT | YYJSON_TYPE_STR;
	return from ? p + 1 : NULL;
}

static inline const char *
take_text(const char *from, yyjson_val *v, struct quick *q)
{
	const char *p = text_stop(from);

	if (*p != '"')
		return take_text_slowly(from, p, v, q->mem);
	v->uni.str = from;
	v->tag = (uint64_t)(p - from) << YYJSON_TAG_BIT | YYJSON_TYPE_STR |
	    YYJSON_SUBTYPE_NOESC;
	return p + 1;
}

static const char *
take_number(const char *p, yyjson_val *v)
{
	const char *from = p;
	uint64_t n = 0;

	for (; *p >= '0' && *p <= '9'; p++)
		n = n * 10 + (uint64_t)(*p - '0');
	if (p == from || p - from > DIGITS || *p == '.' || (*p | 0x20) == 'e' ||
	    (*from == '0' && p - from > 1))
		return strspn(from, "+-.0123456789eE") > DIGITS ? NULL
		    : yyjson_read_number(from, v, 0, NULL, NULL);
	v->tag = YYJSON_TYPE_NUM | YYJSON_SUBTYPE_UINT;
	v->uni.u64 = n;
	return p;
}

static const char *
take_plain(const char *p, yyjson_val *v)
{
	switch (*p) {
	case 't':
		v->tag = YYJSON_TYPE_BOOL | YYJSON_SUBTYPE_TRUE;
		return memcmp(p, "true", 4) == 0 ? p + 4 : NULL;
	case 'f':
		v->tag = YYJSON_TYPE_BOOL | YYJSON_SUBTYPE_FALSE;
		return memcmp(p, "false", 5) == 0 ? p + 5 : NULL;
	case 'n':
		v->tag = YYJSON_TYPE_NULL;
		return memcmp(p, "null", 4) == 0 ? p + 4 : NULL;
	default:
		return take_number(p, v);
	}
}

/* Was the key there before?  One that was finds both its bits set. */
static inline bool
is_again(struct level *l, yyjson_val *key, uint64_t seed)
{
	struct str s = json_str(key);
	uint32_t h = ends_hash(ends_wide(s.p, s.n, 0), s.n, seed);
	bool maybe = l->low >> (h & 63) & l->high >> (h >> 6 & 63) & 1;
	yyjson_val *k = l->v + 1;

	l->low |= (uint64_t)1 << (h & 63);
	l->high |= (uint64_t)1 << (h >> 6 & 63);
	if (maybe)
		while (k < key && !str_eq(json_str(k), s))
			k = unsafe_yyjson_get_next(k + 1);
	return (maybe && k < key) || ++l->n > MEMBERS;
}

static inline const char *
take_key(const char *p, yyjson_val *v, struct level *l, struct quick *q)
{
	p = *p == '"' ? take_text(p + 1, v, q) : NULL;
	if (!p || *(p = spaces(p)) != ':' || is_again(l, v, q->seed))
		return NULL;
	return spaces(p + 1);
}

/* What begins at p with a bracket, up to its first value: v is behind the
 * bracket's, and its key; up to the end if there is none, then l->n is 0. */
static inline const char *
begin(const char *p, yyjson_val **v, struct level *l, struct quick *q)
{
	bool object = *p == '{';

	*l = (struct level){ .v = (*v)++, .end = object ? '}' : ']' };
	l->v->tag = object ? YYJSON_TYPE_OBJ : YYJSON_TYPE_ARR;
	p = spaces(p + 1);
	if (*p == l->end)
		return p;
	if (object)
		return take_key(p, (*v)++, l, q);
	l->n = 1;
	return p;
}

/* The value at p, which is an object, and all within it, to v and on; what
 * is behind it. */
static const char *
take_all(const char *p, yyjson_val *v, struct quick *q)
{
	struct level levels[JSON_DEPTH], *l = NULL;
	size_t depth = 0;

	for (;;) {
		if (*p == '{' || *p == '[') {
			if (depth == JSON_DEPTH)
				return NULL;
			l = &levels[depth++];
			p = begin(p, &v, l, q);
			if (!p)
				return NULL;
			if (l->n)
				continue;
		} else {
			p = *p == '"' ? take_text(p + 1, v, q)
			              : take_plain(p, v);
			if (!p)
				return NULL;
			v++;
			p = spaces(p);
		}
		for (; *p == l->end; l--, p = spaces(p + 1)) {
			l->v->tag |= (uint64_t)l->n << YYJSON_TAG_BIT;
			l->v->uni.ofs = (size_t)((char *)v - (char *)l->v);
			if (--depth == 0)
				return spaces(p + 1);
		}
		if (*p != ',')
			return NULL;
		p = spaces(p + 1);
		l->n += l->end == ']';
		if (l->end == '}') {
			p = take_key(p, v++, l, q);
			if (!p)
				return NULL;
		}
	}
}

bool
json_quick_read(struct str line, struct arena *a, yyjson_doc **doc)
{
	struct quick q = { a, json_seed() };
	const char *p = spaces(line.p);
	yyjson_doc *d;

	if (line.n > LONGEST || *p != '{')
		return false;
	/* A value and what is behind it, or a bracket and what ends it, are two
	 * bytes at least. */
	d = arena_alloc(a, 1, sizeof(*d) + (line.n / 2 + JSON_DEPTH) *
	    sizeof(*d->root));
	if (!d)
		return false;
	d->root = (yyjson_val *)(void *)(d + 1);
	*doc = d;
	return take_all(p, d->root, &q) == line.p + line.n;
}
