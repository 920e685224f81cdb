#include "store.h"

#include <sqlite3.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "instant.h"
#include "store_schema.h"

enum {
	BEGIN, COMMIT, NEW_RUN, UNDELIVERED, DELIVERED, KNOWN, SUCCEEDED, LEARN,
	HOST, HOST_PUT, BEFORE,
};

static const char *const sql[STORE_STATEMENTS] = {
	[BEGIN] = "BEGIN IMMEDIATE",
	[COMMIT] = "COMMIT",
	[NEW_RUN] = "INSERT INTO run (warc, begun) VALUES (?1, ?2)",
	[UNDELIVERED] = "SELECT warc, id FROM run WHERE delivered = 0 "
	    "AND warc <> ?1 AND id > ?2 ORDER BY id LIMIT 1",
	[DELIVERED] = "UPDATE run SET delivered = 1, digest = "
	    "iif(warc = ?1, ?2, digest) WHERE delivered = 0",
	[KNOWN] = "SELECT etag, modified, newest, succeeded, record, "
	    "captured, since, mark, marked FROM list "
	    "WHERE source = ?1 AND url = ?2",
	[SUCCEEDED] = "SELECT succeeded FROM list "
	    "WHERE source = ?1 AND url = ?2",
	[LEARN] = "INSERT OR REPLACE INTO list VALUES (?1, ?2, ?3, ?4, ?5, "
	    "?6, ?7, ?8, ?9, ?10, ?11)",
	[HOST] = "SELECT not_before, window, used FROM host WHERE name = ?1",
	[HOST_PUT] = "INSERT OR REPLACE INTO host VALUES (?1, ?2, ?3, ?4)",
	[BEFORE] = "SELECT warc, digest FROM run ORDER BY id DESC LIMIT 100",
};

const struct known store_nothing = { .newest = INT64_MIN,
	.succeeded = INT64_MIN, .captured = INT64_MIN, .marked = INT64_MIN };

static int
failed(struct store *s, struct err *e)
{
	int rc = s->db ? sqlite3_errcode(s->db) : SQLITE_NOMEM;

	if (rc == SQLITE_NOMEM)
		return err_nomem(e);
	return err_set(e, ERR_FAIL, "%.300s/fetch.db: %s%s", s->dir,
	    sqlite3_errmsg(s->db), rc == SQLITE_CORRUPT ||
	    rc == SQLITE_NOTADB ? " (move it away: the evidence beside it "
	    "is not touched, and all is asked again)" : "");
}

static sqlite3_stmt *
prepare(struct store *s, int which)
{
	sqlite3_stmt *q = s->prepared[which];

	if (!q && sqlite3_prepare_v3(s->db, sql[which], -1,
	        SQLITE_PREPARE_PERSISTENT, &q, NULL) != SQLITE_OK)
		return NULL;
	s->prepared[which] = q;
	(void)sqlite3_reset(q);
	return q;
}

/* Not known is NULL; s must live until the step. */
static void
bind(sqlite3_stmt *q, int at, struct str s)
{
	if (q)
		(void)sqlite3_bind_text64(q, at, s.n ? s.p : NULL, s.n,
		    SQLITE_STATIC, SQLITE_UTF8);
}

static void
bind_int(sqlite3_stmt *q, int at, int64_t v)
{
	if (q && v != INT64_MIN)
		(void)sqlite3_bind_int64(q, at, v);
	else if (q)
		(void)sqlite3_bind_null(q, at);
}

/* One step.  1: a row; 0: done; -1: *e is set. */
static int
step(struct store *s, sqlite3_stmt *q, struct err *e)
{
	int rc = q ? sqlite3_step(q) : SQLITE_ERROR;

	if (rc == SQLITE_ROW)
		return 1;
	if (rc != SQLITE_DONE)
		return failed(s, e);
	(void)sqlite3_reset(q);
	return 0;
}

/* Changes are gathered until the next commit. */
static int
change(struct store *s, struct err *e)
{
	if (s->changed)
		return 0;
	if (step(s, prepare(s, BEGIN), e) != 0)
		return -1;
	s->changed = true;
	return 0;
}

static int
column(sqlite3_stmt *q, int at, struct arena *mem, struct str *s,
    struct err *e)
{
	const void *p = sqlite3_column_text(q, at);

	*s = (struct str){ p, (size_t)sqlite3_column_bytes(q, at) };
	if (s->n)
		*s = arena_copy(mem, *s);
	return s->p || !p ? 0 : err_nomem(e);
}

static int64_t
column_int(sqlite3_stmt *q, int at)
{
	return sqlite3_column_type(q, at) == SQLITE_NULL ? INT64_MIN
	    : sqlite3_column_int64(q, at);
}

static int
open_db(struct store *s, struct err *e)
{
	char path[STORE_PATH + 16];
	sqlite3 *db = NULL;
	mode_t mask = umask(077);
	int rc;

	/* One thread has it: nothing to lock, nobody to count for. */
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	(void)snprintf(path, sizeof(path), "%s/fetch.db", s->dir);
	rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW |
	    SQLITE_OPEN_PRIVATECACHE, NULL);
	s->db = db;
	if (rc == SQLITE_OK) {
		(void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1,
		    (int *)NULL);
		(void)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1000000);
		(void)sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
		rc = store_schema(db);
	}
	(void)umask(mask);
	return rc == SQLITE_OK ? 0 : failed(s, e);
}

int
store_open(struct store *s, const char *dir, struct err *e)
{
	s->lock = -1;
	if (snprintf(s->dir, sizeof(s->dir), "%s", dir) >= STORE_PATH - 8)
		return err_set(e, ERR_USAGE, "--state: the path is too long");
	(void)snprintf(s->warc, sizeof(s->warc), "%.*s/warc", STORE_PATH - 8,
	    dir);
	if (folder_own(s->dir, e) != 0 || folder_own(s->warc, e) != 0)
		return -1;
	s->lock = folder_lock(s->dir, e);
	return s->lock < 0 ? -1 : open_db(s, e);
}

/* The newest evidence that is there: a run may have had none, and what is old
 * may have been purged. */
static int
find_before(struct store *s, struct err *e)
{
	char path[STORE_PATH * 2];
	sqlite3_stmt *q = prepare(s, BEFORE);
	int rc;

	while ((rc = step(s, q, e)) > 0) {
		const char *name = (const char *)sqlite3_column_text(q, 0);
		const char *sum = (const char *)sqlite3_column_text(q, 1);

		(void)snprintf(s->before, sizeof(s->before), "%s",
		    name ? name : "");
		(void)snprintf(s->digest, sizeof(s->digest), "%s",
		    sum ? sum : "");
		(void)snprintf(path, sizeof(path), "%s/%s", s->warc,
		    s->before);
		if (s->before[0] && access(path, F_OK) == 0)
			break;
		s->before[0] = '\0';
	}
	if (rc > 0)
		(void)sqlite3_reset(q);
	return rc < 0 ? -1 : 0;
}

int
store_begin(struct store *s, int64_t now, struct err *e)
{
	struct instant t = { .seconds = now };
	char text[INSTANT_TEXT], day[16], path[STORE_PATH * 2];
	struct str at = instant_text(&t, text);
	sqlite3_stmt *q;
	size_t n = 0;

	for (size_t i = 0; i < at.n && n < sizeof(day) - 1; i++)
		if (at.p[i] >= '0' && at.p[i] <= '9')
			day[n++] = at.p[i];
	day[n] = '\0';
	if (find_before(s, e) != 0)
		return -1;
	/* After a loss of fetch.db there may be files without a run. */
	for (unsigned k = 1; k < 100000; k++) {
		(void)snprintf(s->name, sizeof(s->name),
		    "netral-%s-%05u.warc.gz", day, k);
		(void)snprintf(path, sizeof(path), "%s/%s", s->warc, s->name);
		if (access(path, F_OK) == 0)
			continue;
		if (change(s, e) != 0 || !(q = prepare(s, NEW_RUN)))
			return e->code ? -1 : failed(s, e);
		bind(q, 1, str_from(s->name));
		bind_int(q, 2, now);
		if (sqlite3_step(q) == SQLITE_DONE)
			return store_commit(s, e);
		if (sqlite3_errcode(s->db) != SQLITE_CONSTRAINT)
			return failed(s, e);
	}
	return err_set(e, ERR_FAIL, "%.300s: no free name", s->warc);
}

int
store_undelivered(struct store *s, struct arena *mem, struct str *name,
    struct err *e)
{
	sqlite3_stmt *q = prepare(s, UNDELIVERED);
	int rc;

	bind(q, 1, str_from(s->name));
	bind_int(q, 2, s->after);
	rc = step(s, q, e);
	if (rc > 0)
		s->after = sqlite3_column_int64(q, 1);
	if (rc > 0 && column(q, 0, mem, name, e) != 0)
		return -1;
	return rc;
}

int
store_delivered(struct store *s, struct str digest, struct err *e)
{
	sqlite3_stmt *q = prepare(s, DELIVERED);

	bind(q, 1, str_from(s->name));
	bind(q, 2, digest);
	return change(s, e) != 0 || step(s, q, e) != 0 ? -1
	    : store_commit(s, e);
}

int
store_known(struct store *s, struct str source, struct str url,
    struct arena *mem, struct known *k, struct err *e)
{
	sqlite3_stmt *q;
	int rc;

	*k = store_nothing;
	if (!s->db)
		return 0;
	if (change(s, e) != 0) /* one transaction is cheaper than many */
		return -1;
	q = prepare(s, KNOWN);
	bind(q, 1, source);
	bind(q, 2, url);
	rc = step(s, q, e);
	if (rc <= 0)
		return rc;
	k->newest = column_int(q, 2);
	k->succeeded = column_int(q, 3);
	k->captured = column_int(q, 5);
	k->marked = column_int(q, 8);
	return column(q, 0, mem, &k->etag, e) != 0 ||
	    column(q, 1, mem, &k->modified, e) != 0 ||
	    column(q, 4, mem, &k->record, e) != 0 ||
	    column(q, 6, mem, &k->since, e) != 0 ||
	    column(q, 7, mem, &k->mark, e) != 0 ? -1 : 0;
}

int
store_learn(struct store *s, struct str source, struct str url,
    const struct known *k, struct err *e)
{
	sqlite3_stmt *q;

	if (!s->db)
		return 0;
	if (change(s, e) != 0)
		return -1;
	q = prepare(s, LEARN);
	bind(q, 1, source);
	bind(q, 2, url);
	bind(q, 3, k->etag);
	bind(q, 4, k->modified);
	bind_int(q, 5, k->newest);
	bind_int(q, 6, k->succeeded);
	bind(q, 7, k->record);
	bind_int(q, 8, k->captured);
	bind(q, 9, k->since);
	bind(q, 10, k->mark);
	bind_int(q, 11, k->marked);
	return step(s, q, e);
}

int
store_succeeded(struct store *s, struct str source, struct str url,
    int64_t *when, struct err *e)
{
	sqlite3_stmt *q;
	int rc;

	if (change(s, e) != 0)
		return -1;
	q = prepare(s, SUCCEEDED);
	bind(q, 1, source);
	bind(q, 2, url);
	rc = step(s, q, e);
	*when = rc > 0 ? column_int(q, 0) : INT64_MIN;
	return rc < 0 ? -1 : 0;
}

int
store_host(struct store *s, struct str host, struct store_host *h,
    struct err *e)
{
	sqlite3_stmt *q;
	int rc;

	*h = (struct store_host){ 0 };
	if (!s->db)
		return 0;
	q = prepare(s, HOST);
	bind(q, 1, host);
	rc = step(s, q, e);
	if (rc > 0)
		*h = (struct store_host){ sqlite3_column_int64(q, 0),
			sqlite3_column_int64(q, 1),
			sqlite3_column_int64(q, 2) };
	return rc < 0 ? -1 : 0;
}

int
store_host_put(struct store *s, struct str host, const struct store_host *h,
    struct err *e)
{
	sqlite3_stmt *q;

	if (!s->db)
		return 0;
	if (change(s, e) != 0)
		return -1;
	q = prepare(s, HOST_PUT);
	bind(q, 1, host);
	bind_int(q, 2, h->not_before);
	bind_int(q, 3, h->window);
	bind_int(q, 4, h->used);
	return step(s, q, e);
}

int
store_commit(struct store *s, struct err *e)
{
	if (!s->db || !s->changed)
		return 0;
	if (step(s, prepare(s, COMMIT), e) != 0)
		return -1;
	s->changed = false;
	return 0;
}

void
store_close(struct store *s)
{
	for (int i = 0; i < STORE_STATEMENTS; i++)
		(void)sqlite3_finalize(s->prepared[i]);
	(void)sqlite3_close(s->db);
	if (s->dir[0] && s->lock >= 0)
		(void)close(s->lock);
	*s = (struct store){ 0 };
}
