#include "text.h"

#include <stdio.h>

#include "json.h"

static const char *const names[] = {
#define X(name) #name,
	TEXT_KEYS(X)
#undef X
};

static int
find_key(struct str name)
{
	for (int i = 0; i < TEXT_KEYS_N; i++)
		if (str_eq(str_from(names[i]), name))
			return i;
	return -1;
}

/* A string, or a pair of strings. */
static int
read_words(struct text *t, yyjson_val *v, struct str words[2])
{
	words[0] = words[1] = json_str(v);
	if (yyjson_arr_size(v) == 2) {
		words[0] = json_str(yyjson_arr_get(v, 0));
		words[1] = json_str(yyjson_arr_get(v, 1));
	}
	if (!words[0].p || !words[1].p)
		return conf_err(&t->file, v, "expected a text, or a pair: for "
		    "one and for more");
	return 0;
}

static int
read_lang(struct text *t, yyjson_val *lang)
{
	yyjson_val *ui = yyjson_obj_get(lang, "ui"), *key, *v;
	size_t i, max;

	t->names = yyjson_obj_get(lang, "names");
	if (!yyjson_is_obj(ui))
		return conf_missing(&t->file, lang, "ui");
	if (!yyjson_is_obj(t->names))
		return conf_missing(&t->file, lang, "names");
	yyjson_obj_foreach(ui, i, max, key, v) {
		int at = find_key(json_str(key));

		if (at < 0)
			return conf_err(&t->file, key, "no such text");
		if (read_words(t, v, t->words[at]) != 0)
			return -1;
	}
	for (int at = 0; at < TEXT_KEYS_N; at++)
		if (!t->words[at][1].p)
			return conf_missing(&t->file, ui, names[at]);
	return 0;
}

int
text_load(struct text *t, const char *path, struct str lang, struct err *e)
{
	yyjson_val *key, *v, *found = NULL;
	size_t i, max;

	if (conf_open(&t->file, path, e) != 0)
		return -1;
	if (!yyjson_is_obj(t->file.root))
		return conf_err(&t->file, t->file.root, "expected an object");
	/* Every language is checked; the one asked for is read last. */
	yyjson_obj_foreach(t->file.root, i, max, key, v) {
		memset(t->words, 0, sizeof(t->words));
		if (read_lang(t, v) != 0)
			return -1;
		if (str_eq(json_str(key), lang)) {
			found = v;
			t->lang = json_str(key);
		}
	}
	if (!found)
		return err_set(e, ERR_USAGE, "%s: no language '%.*s', which "
		    "--lang or office.json asks for", path, STR_ARG(lang));
	return read_lang(t, found);
}

void
text_release(struct text *t)
{
	conf_release(&t->file);
}

struct str
text_get(const struct text *t, enum text_key key)
{
	return t->words[key][1];
}

/* form with {0}... replaced. */
static struct str
fill(struct text *t, struct str form, size_t n, const struct str *args)
{
	size_t most = form.n + 1, to = 0, arg;
	char *p;

	for (size_t i = 0; i < form.n; i++)
		for (size_t a = 0; form.p[i] == '{' && a < n; a++)
			most += args[a].n;
	p = arena_alloc(t->mem, 1, most);
	if (!p)
		return (struct str){ 0 };
	for (size_t i = 0; i < form.n; i++) {
		arg = n;
		if (form.n - i >= 3 && form.p[i] == '{' && form.p[i + 2] == '}')
			arg = (size_t)(unsigned char)form.p[i + 1] - '0';
		if (arg >= n) {
			p[to++] = form.p[i];
			continue;
		}
		if (args[arg].n)
			memcpy(p + to, args[arg].p, args[arg].n);
		to += args[arg].n;
		i += 2;
	}
	return (struct str){ p, to };
}

struct str
text_fill(struct text *t, enum text_key key, size_t n, const struct str *args)
{
	return fill(t, t->words[key][1], n, args);
}

struct str
text_number(struct text *t, int64_t n)
{
	char digits[24], *p = arena_alloc(t->mem, 1, 40);
	int len = snprintf(digits, sizeof(digits), "%lld", (long long)n);
	struct str sep = text_name(t, "number", STR("thousands"));
	size_t to = 0;

	if (!p)
		return (struct str){ 0 };
	for (int i = 0; i < len; i++) {
		if (i > (n < 0) && (len - i) % 3 == 0)
			p[to++] = sep.p[0];
		p[to++] = digits[i];
	}
	return (struct str){ p, to };
}

struct str
text_count(struct text *t, enum text_key key, size_t n)
{
	return fill(t, t->words[key][n != 1],
	    TEXT_ARGS(text_number(t, (int64_t)n)));
}

struct str
text_name(const struct text *t, const char *family, struct str value)
{
	yyjson_val *v = yyjson_obj_getn(yyjson_obj_get(t->names, family),
	    value.p ? value.p : "", value.n);

	return v ? json_str(v) : value;
}

struct str
text_both(const struct text *t, yyjson_val *v)
{
	struct str s = json_str(v);

	if (!s.n)
		s = json_str(yyjson_obj_getn(v, t->lang.p, t->lang.n));
	if (!s.n)
		s = json_get(v, "id");
	return s.n ? s : json_get(v, "en");
}

/* "7", "WIB": what it is called at an offset, else "UTC+05:30". */
static struct str
zone_name(struct text *t, char room[16])
{
	int32_t z = t->zone, m = z < 0 ? -z : z;
	int n = snprintf(room, 16, "UTC%c%02d:%02d", z < 0 ? '-' : '+',
	    (int)(m / 60 % 24), (int)(m % 60));

	return text_name(t, "zone", (struct str){ room, (size_t)n });
}

/* The parts of an instant as RFC 3339 writes them at t->zone. */
static struct str
written(struct text *t, const struct instant *i)
{
	struct instant at = { .seconds = i->seconds, .offset = t->zone };
	char room[INSTANT_TEXT];
	struct str s = arena_copy(t->mem, instant_text(&at, room));

	return s.n >= 19 ? s : STR("0000-00-00T00:00:00");
}

/* "5" of "05", the month's name, "2024", "09", "11", the zone. */
static struct str
dated(struct text *t, enum text_key key, const struct instant *i)
{
	struct str s = written(t, i), month, day = { s.p + 8, 2 };
	char room[16];

	month = text_name(t, "month", (struct str){ s.p + 5, 2 });
	if (day.p[0] == '0')
		day = str_skip(day, 1);
	return text_fill(t, key, TEXT_ARGS(day, month,
	    (struct str){ s.p, 4 }, (struct str){ s.p + 11, 2 },
	    (struct str){ s.p + 14, 2 }, zone_name(t, room)));
}

struct str
text_time(struct text *t, const struct instant *i)
{
	return dated(t, TEXT_datetime, i);
}

struct str
text_day(struct text *t, const struct instant *i)
{
	return dated(t, TEXT_date, i);
}

struct str
text_join(struct text *t, const struct str *list, size_t n)
{
	struct str all = n ? list[0] : STR(""), form[3];

	for (size_t i = 1; i < n; i++) {
		form[0] = all;
		form[1] = text_get(t, TEXT_separator);
		form[2] = list[i];
		all = fill(t, STR("{0}{1}{2}"), 3, form);
	}
	return all;
}
