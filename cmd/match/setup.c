/* What match needs before the first record: office, contests, words. */
#include <stdio.h>

#include "match.h"
#include "out.h"
#include "platforms.h"
#include "share.h"

/* Where employees.csv and accounts.csv are; NULL: there is none. */
struct tables {
	const char *path[2];
	char room[2][OFFICE_PATH];
};

static int
add_lexicon(void *ctx, const char *path, struct err *e)
{
	struct match *m = ctx;

	return words_lexicon(&m->words, path, e);
}

static int
load_lexicons(struct match *m, struct err *e)
{
	int rc = 0;

	if (!m->lexicon_files.n)
		return share_each("lexicons", add_lexicon, m, e);
	for (int i = 0; i < m->lexicon_files.n && rc == 0; i++)
		rc = add_lexicon(m, m->lexicon_files.v[i], e);
	return rc;
}

/* A roster is both tables; without one every act is kept. */
static int
find_tables(struct match *m, struct tables *t, struct err *e)
{
	t->path[0] = office_file(&m->office, m->employees, "employees.csv",
	    t->room[0]);
	t->path[1] = office_file(&m->office, m->accounts, "accounts.csv",
	    t->room[1]);
	if (t->path[0] && !t->path[1])
		return err_set(e, ERR_USAGE, "employees without accounts: "
		    "give -a accounts.csv, too");
	if (!t->path[0] && t->path[1])
		return err_set(e, ERR_USAGE, "accounts without employees: "
		    "give -e employees.csv, too");
	m->people.has_staff = t->path[0] != NULL;
	if (!t->path[0] && (m->compile || m->index))
		return err_set(e, ERR_USAGE, "which roster? give -d OFFICE, "
		    "or -e and -a");
	return 0;
}

static int
read_tables(struct match *m, const struct tables *t, struct err *e)
{
	struct roster r = { 0 };
	int rc = roster_employees(&r, &m->office.categories, t->path[0], e);

	if (rc == 0)
		rc = roster_accounts(&r, t->path[1], e);
	if (rc == 0)
		rc = staff_build(&m->people.staff, &r, e);
	roster_release(&r);
	return rc;
}

/* Write the index, unless a table changes while that is done. */
static int
compile(struct match *m, const struct tables *t, struct err *e)
{
	struct staff_source before[2], after[2];

	for (int i = 0; i < 2; i++)
		if (staff_source(&before[i], t->path[i], e) != 0)
			return -1;
	if (read_tables(m, t, e) != 0)
		return -1;
	for (int i = 0; i < 2; i++) {
		if (staff_source(&after[i], t->path[i], e) != 0)
			return -1;
		if (memcmp(&before[i], &after[i], sizeof(before[i])) != 0)
			return err_set(e, ERR_FAIL, "%s: changed while it was "
			    "read", t->path[i]);
	}
	if (staff_write(&m->people.staff, after, m->compile, e) != 0)
		return -1;
	return 1;
}

static int
load_staff(struct match *m, struct err *e)
{
	struct tables t;

	if (find_tables(m, &t, e) != 0)
		return -1;
	if (!m->people.has_staff)
		return 0;
	if (m->compile)
		return compile(m, &t, e);
	if (m->index)
		return staff_open(&m->people.staff, m->index, t.path, e);
	return read_tables(m, &t, e);
}

/* Who may be named in what is written? */
static int
load_key(struct match *m, struct err *e)
{
	const char *path = m->pseudonymize ? m->pseudonymize : m->key;

	if (m->pseudonymize && m->plain)
		return err_set(e, ERR_USAGE, "--plain and --pseudonymize "
		    "contradict each other");
	if (path)
		return pseudonym_open(&m->pseudonym, path, e);
	if (m->all && !m->plain && m->people.has_staff)
		return err_set(e, ERR_USAGE, "--all keeps people who are no "
		    "employees: give --key FILE to pseudonymize them, or "
		    "--plain");
	return 0;
}

/* Everything that is looked for, one JSON object a line. */
static int
list_words(struct match *m, struct err *e)
{
	struct out o = { .fd = -1 };
	struct buf *b = &m->line;

	if (out_open(&o, NULL, e) != 0)
		return -1;
	for (size_t i = 0; i < m->words.n; i++) {
		const struct word *w = &m->words.v[i];

		buf_reset(b);
		buf_put(b, STR("{\"kind\":\""));
		buf_put(b, str_from(kind_name[w->kind]));
		buf_put(b, STR("\",\"id\":"));
		buf_json(b, w->id);
		buf_put(b, STR(",\"text\":"));
		buf_json(b, w->text);
		buf_put(b, STR(",\"from\":"));
		buf_json(b, w->from);
		buf_put(b, w->ambiguous ? STR(",\"ambiguous\":true}")
		                        : STR("}"));
		out_line(&o, buf_str(b));
	}
	if (out_close(&o, true, e) != 0 || buf_check(b, e) != 0)
		return -1;
	return 1;
}

int
match_setup(void *ctx, struct err *e)
{
	struct match *m = ctx;
	int rc = office_open(&m->office, m->office_dir, e);

	if (rc == 0)
		rc = load_staff(m, e);
	if (rc != 0)
		return rc;
	if (office_contests(&m->office, &m->contest_files, &m->contests,
	        e) != 0 || load_key(m, e) != 0 ||
	    people_campaign(&m->people, &m->contests, e) != 0 ||
	    words_init(&m->words, e) != 0 || load_lexicons(m, e) != 0 ||
	    words_contests(&m->words, &m->contests, e) != 0)
		return -1;
	words_dates(&m->words, &m->contests);
	if (words_build(&m->words, e) != 0)
		return -1;
	return m->list ? list_words(m, e) : 0;
}

int
match_check(void *ctx, struct err *e)
{
	struct match *m = ctx;
	struct out o = { .fd = -1 };
	struct tables t;

	if (find_tables(m, &t, e) != 0)
		return -1;
	if (m->index && staff_check(&m->people.staff, t.path, e) != 0)
		return -1;
	if (m->people.has_staff && !m->index &&
	    platforms_check(t.path, &m->words.warnings, e) != 0)
		return -1;
	if (words_check(&m->words, &m->against, e) != 0 ||
	    buf_check(&m->words.warnings, e) != 0 || out_open(&o, NULL, e) != 0)
		return -1;
	out_put(&o, buf_str(&m->words.warnings));
	return out_close(&o, true, e);
}

void
match_release(struct match *m)
{
	words_release(&m->words);
	people_release(&m->people);
	contests_release(&m->contests);
	office_release(&m->office);
	buf_release(&m->out);
	buf_release(&m->targets);
	buf_release(&m->cues);
	buf_release(&m->field);
	buf_release(&m->line);
	buf_release(&m->said);
}
