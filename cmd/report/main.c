/*
 * netral-report -- the page people decide on: who, what was written, which
 * rule, what speaks against, and what could not be seen.
 */
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "doc.h"
#include "draw.h"
#include "filter.h"
#include "gate.h"
#include "page.h"
#include "partial.h"
#include "sample.h"
#include "share.h"
#include "sheet.h"
#include "style.h"
#include "term.h"
#include "view.h"

enum {
	WIDE = 100, NARROW = 40, WIDEST = 400, /* columns */
	MEM_FIRST = 1 << 20,
	PIECE_MAX = 256 << 20,
};

#define STORE_MAX ((size_t)4 << 30)

struct report {
	const char *office, *employees, *accounts, *now, *lang, *format;
	const char *ledger, *pin, *last, *audience, *subject, *sample, *judged;
	struct gate gate;
	bool verify, partial;
	uint32_t share; /* to be drawn, parts of a million */
	struct buf scratch;
	struct strings contests;
	struct view view;
	struct arena mem; /* what lives as long as the run */
};

static int
load_office(struct report *r, struct err *e)
{
	struct view *v = &r->view;
	char path[OFFICE_PATH];
	const char *file;

	if (office_open(&v->office, r->office, e) != 0)
		return -1;
	file = office_file(&v->office, r->employees, "employees.csv", path);
	if (file && roster_employees(&v->roster, &v->office.categories, file,
	        e) != 0)
		return -1;
	v->has_roster = file != NULL;
	file = office_file(&v->office, r->accounts, "accounts.csv", path);
	if (file && v->has_roster && roster_accounts(&v->roster, file, e) != 0)
		return -1;
	v->has_accounts = file && v->has_roster;
	if (!r->contests.n && office_file(&v->office, NULL, "contest.json",
	        path))
		return contests_load(&v->contests, path, e);
	for (int i = 0; i < r->contests.n; i++)
		if (contests_load(&v->contests, r->contests.v[i], e) != 0)
			return -1;
	return 0;
}

/* A file of the office that need not be there: its path, or NULL. */
static const char *
if_there(struct view *v, const char *given, const char *name, char *path)
{
	const char *file = office_file(&v->office, given, name, path);

	return file && (given || access(file, F_OK) == 0) ? file : NULL;
}

static int
load_ledger(struct report *r, struct err *e)
{
	struct view *v = &r->view;
	char path[OFFICE_PATH], other[OFFICE_PATH], shared[SHARE_PATH];
	const char *file = if_there(v, r->ledger, "ledger.ndjson", path);
	const char *last = if_there(v, r->last, "ledger.sig", other);

	if (r->verify && !file)
		return err_set(e, ERR_USAGE, "--verify: which ledger? give "
		    "-d OFFICE or --ledger FILE");
	if (r->verify && !last && !r->pin)
		return err_set(e, ERR_USAGE, "--verify: against which checkpoint? "
		    "give -d OFFICE, --signed FILE or --pin FILE");
	if (file && book_load(&v->book, file, r->pin, last ? last : r->pin,
	        r->verify, e) != 0)
		return -1;
	if (r->verify)
		return 0;
	file = if_there(v, r->judged, "judged.csv", path);
	if (file && sample_load(&v->judged, file, &r->mem, e) != 0)
		return -1;
	file = if_there(v, NULL, "deadlines.json", path);
	if (!file && share_path("templates/deadlines.json", shared, e) != 0)
		return -1;
	return due_load(&v->due, file ? file : shared,
	    if_there(v, NULL, "holidays.csv", other), v->contests.n
	        ? v->contests.v[0].kind : STR(""), e);
}

static int
load_text(struct report *r, struct err *e)
{
	struct view *v = &r->view;
	struct str lang = r->lang ? str_from(r->lang) : v->office.language;
	char path[SHARE_PATH];

	v->text.mem = &v->mem;
	v->text.zone = v->office.zone;
	if (share_path("templates/text.json", path, e) != 0)
		return -1;
	return text_load(&v->text, path, lang.n ? lang : STR("id"), e);
}

/* After this the process may ask the terminal nothing. */
static void
look_at_terminal(struct view *v)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	long n = columns ? strtol(columns, NULL, 10) : 0;
	bool tty = isatty(STDOUT_FILENO) == 1;

	v->colour = tty && !getenv("NO_COLOR");
	if (n <= 0 && tty && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		n = size.ws_col;
	if (n <= 0)
		n = WIDE;
	v->columns = (size_t)(n < NARROW ? NARROW : n > WIDEST ? WIDEST : n);
}

static bool
is_format(const char *name)
{
	static const char *const known[] = { "html", "table", "json", "csv",
		"tsv", "blind" };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(name, known[i]) == 0)
			return true;
	return false;
}

static int
set_audience(struct report *r, struct err *e)
{
	static const char *const name[] = { "officer", "subject", "public" };
	struct view *v = &r->view;

	for (int i = 0; r->audience && i < 3; i++)
		if (strcmp(r->audience, name[i]) == 0)
			v->audience = (enum audience)i;
	if (r->audience && strcmp(r->audience, name[v->audience]) != 0)
		return err_set(e, ERR_USAGE, "--audience %s: expected officer, "
		    "subject or public", r->audience);
	if ((v->audience == AUDIENCE_SUBJECT) != (r->subject != NULL))
		return err_set(e, ERR_USAGE, "--audience subject and --subject "
		    "ID go together");
	v->subject = str_from(r->subject);
	return 0;
}

static int
set_sample(struct report *r, struct err *e)
{
	bool sheet = r->format && str_eq(str_from(r->format), STR("blind"));

	if (sheet && !r->sample)
		return err_set(e, ERR_USAGE, "-f blind: how much? give --sample "
		    "2%%");
	if (r->sample && !sheet && !r->partial)
		return err_set(e, ERR_USAGE, "--sample is for -f blind and "
		    "--partial");
	if (r->sample && !draw_parse(str_from(r->sample), &r->share))
		return err_set(e, ERR_USAGE, "--sample %s: expected a share "
		    "such as 2%% or 0.5%%", r->sample);
	return 0;
}

/* Does this run show names that an office has to answer for? */
static bool
is_logged(const struct report *r)
{
	return r->view.office.dir && r->view.audience != AUDIENCE_PUBLIC &&
	    !r->partial;
}

static int
setup(void *ctx, struct err *e)
{
	struct report *r = ctx;
	struct view *v = &r->view;

	if (r->format && !is_format(r->format))
		return err_set(e, ERR_USAGE, "-f %s: expected html, table, "
		    "json, csv, tsv or blind", r->format);
	if (set_sample(r, e) != 0 || set_audience(r, e) != 0)
		return -1;
	v->now.known = r->now != NULL;
	if (r->now && !instant_parse(str_from(r->now), &v->now.t))
		return err_set(e, ERR_USAGE, "--now %s: expected a time such "
		    "as 2024-11-20T09:00:00+07:00", r->now);
	if (arena_init(&r->mem, MEM_FIRST, PIECE_MAX) != 0 ||
	    arena_init(&v->mem, MEM_FIRST, PIECE_MAX) != 0)
		return err_nomem(e);
	look_at_terminal(v);
	if (r->verify)
		return office_open(&v->office, r->office, e) == 0 &&
		    load_ledger(r, e) == 0 ? 1 : -1;
	if (load_office(r, e) != 0 || load_text(r, e) != 0 ||
	    load_ledger(r, e) != 0 ||
	    style_load(v, &r->mem, e) != 0)
		return -1;
	if (census_start(&v->census, &v->roster, &r->mem, e) != 0)
		return -1;
	if (store_init(&v->store, STORE_MAX, e) != 0)
		return -1;
	v->store.zone = v->text.zone;
	v->store.sample = r->share;
	return is_logged(r) ? gate_open(&r->gate, e) : 0;
}

static enum done
record(void *ctx, struct run *run, const struct record *rec, struct err *e)
{
	struct report *r = ctx;

	if (r->partial)
		return partial_put(run->out, &r->scratch, rec->text, rec->root,
		    r->share, e) == 0 ? DONE_OUT : DONE_FAILED;
	census_hear(&r->view.census, &r->view.roster, rec->root);
	switch (store_add(&r->view.store, rec->text, rec->root,
	    rec->mem, e)) {
	case STORE_KEPT:
		return DONE_OUT;
	case STORE_COUNTED:
	case STORE_AGAIN:
		return DONE_DROPPED;
	case STORE_FAILED:
		break;
	}
	return DONE_FAILED;
}

/* As asked for, else as the file is named; NULL with *e set if that promises
 * what nobody writes here. */
static const char *
format(const struct report *r, struct str name, struct err *e)
{
	static const struct {
		struct str ending;
		const char *format;
	} known[] = {
		{ { ".html", 5 }, "html" }, { { ".htm", 4 }, "html" },
		{ { ".json", 5 }, "json" }, { { ".csv", 4 }, "csv" },
		{ { ".tsv", 4 }, "tsv" }, { { ".txt", 4 }, "table" },
	};
	struct str path = name;

	if (r->format)
		return r->format;
	if (str_ends(name, STR(".gz")))
		name.n -= 3;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (str_ends(name, known[i].ending))
			return known[i].format;
	while (name.n && name.p[name.n - 1] != '.' && name.p[name.n - 1] != '/')
		name.n--;
	if (!str_ends(name, STR(".")))
		return "table";
	err_set(e, ERR_USAGE, "-o %.*s: what is it to be? give -f html, table, "
	    "json, csv or tsv", STR_ARG(path));
	return NULL;
}

static int
finish(void *ctx, struct run *run, struct err *e)
{
	struct report *r = ctx;
	struct view *v = &r->view;
	int32_t today = DAY_NONE;
	const char *as;

	if (r->partial)
		return 0;
	v->out = run->out;
	v->colour &= !run->out->tmp;
	if (!v->now.known)
		v->now = v->store.captured.known ? v->store.captured
		                                 : v->store.published;
	if (v->now.known)
		today = instant_day(&v->now.t, v->text.zone);
	if (store_end(&v->store, e) != 0 ||
	    ranking_make(&v->rank, &v->store, &v->book, e) != 0 ||
	    census_take(&v->census, &v->roster, &v->store, today, e) != 0)
		return -1;
	as = format(r, str_from(run->out->name), e);
	if (!as)
		return -1;
	if (v->audience != AUDIENCE_OFFICER && as[0] != 'h')
		return err_set(e, ERR_USAGE, "--audience %s is for -f html",
		    r->audience);
	if (is_logged(r) && gate_ask(&r->gate, v, as, e) != 0)
		return -1;
	switch (as[0]) {
	case 'h':
		return page_put(v, e);
	case 'j':
		return doc_put(v, e);
	case 'c':
		return sheet_put(v, ',', e);
	case 'b':
		return sample_put(v, e);
	default:
		return strcmp(as, "tsv") ? term_put(v, e)
		                         : sheet_put(v, '\t', e);
	}
}

static int
check(void *ctx, struct err *e)
{
	const struct report *r = ctx;

	return due_check(&r->view.due, e);
}

int
main(int argc, char **argv)
{
	struct report r = { .scratch = { .max = BUF_MAX } };
	const struct opt opts[] = {
		{ 'd', "office", "DIR", OPT_STR, &r.office, 0, 0,
		    "the office folder ($NETRAL_OFFICE)" },
		{ 'e', "employees", "FILE", OPT_STR, &r.employees, 0, 0,
		    "names and units of employees" },
		{ 'a', "accounts", "FILE", OPT_STR, &r.accounts, 0, 0,
		    "accounts they declared" },
		{ 'c', "contest", "FILE", OPT_LIST, &r.contests, 0, 0,
		    "names of candidates and phases; may be given again" },
		{ 'f', "format", "FORMAT", OPT_STR, &r.format, 0, 0,
		    "html, table, json, csv, tsv, blind (by -o, else table)" },
		{ 0, "audience", "WHO", OPT_STR, &r.audience, 0, 0,
		    "officer, subject or public (officer)" },
		{ 0, "subject", "ID", OPT_STR, &r.subject, 0, 0,
		    "the employee concerned, for --audience subject" },
		{ 0, "partial", NULL, OPT_FLAG, &r.partial, 0, 0,
		    "only shorten the records; report over the results merges" },
		{ 0, "sample", "SHARE", OPT_STR, &r.sample, 0, 0,
		    "for -f blind: how much of what nobody flagged, as 2%" },
		{ 0, "judged", "FILE", OPT_STR, &r.judged, 0, 0,
		    "blind sheets as filled in (judged.csv of the office)" },
		{ 0, "ledger", "FILE", OPT_STR, &r.ledger, 0, 0,
		    "what people decided (ledger.ndjson of the office)" },
		{ 0, "signed", "FILE", OPT_STR, &r.last, 0, 0,
		    "its newest checkpoint (ledger.sig of the office)" },
		{ 0, "pin", "FILE", OPT_STR, &r.pin, 0, 0,
		    "a checkpoint of it that somebody else kept" },
		{ 0, "verify", NULL, OPT_FLAG, &r.verify, 0, 0,
		    "is the ledger whole? say so by the status and stop" },
		{ 0, "why", "TEXT", OPT_STR, &r.gate.why, 0, 0,
		    "why names are looked at, for the office's ledger" },
		{ 0, "by", "NAME", OPT_STR, &r.gate.by, 0, 0,
		    "who looks (the login name)" },
		{ 0, "lang", "LANG", OPT_STR, &r.lang, 0, 0,
		    "id or en (the office's language, else id)" },
		{ 0, "now", "TIME", OPT_STR, &r.now, 0, 0,
		    "the time of the report (the newest of the input)" },
		{ .type = OPT_END },
	};
	struct filter f = { .cli = { .tool = "netral-report",
		.what = "write a page, a table or JSON for people to decide",
		.operands = "[FILE ...]", .opts = opts }, .check = check,
		.ctx = &r, .setup = setup, .record = record, .finish = finish };
	int status = filter_main(&f, argc, argv);
	struct view *v = &r.view;

	store_release(&v->store);
	text_release(&v->text);
	office_release(&v->office);
	book_release(&v->book);
	due_release(&v->due);
	roster_release(&v->roster);
	contests_release(&v->contests);
	arena_release(&v->mem);
	arena_release(&r.mem);
	buf_release(&r.scratch);
	return status;
}
