#include "store_schema.h"

#include <sqlite3.h>
#include <stdio.h>

static const char schema[] =
    "PRAGMA page_size = 8192; "
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
    "PRAGMA synchronous = FULL; PRAGMA cache_size = -8000;"
    "PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;"
    "CREATE TABLE IF NOT EXISTS run (id INTEGER PRIMARY KEY, "
    "  warc TEXT NOT NULL UNIQUE, begun INTEGER NOT NULL, "
    "  delivered INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE TABLE IF NOT EXISTS list (source TEXT NOT NULL, "
    "  url TEXT NOT NULL, etag TEXT, modified TEXT, newest INTEGER, "
    "  succeeded INTEGER, PRIMARY KEY (source, url)) STRICT, "
    "  WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS host (name TEXT PRIMARY KEY, "
    "  not_before INTEGER NOT NULL, window INTEGER NOT NULL, "
    "  used INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

/* What came later, by the version that it was added to. */
enum { VERSION = 5 };
static const char *const later[VERSION] = {
	[1] = "ALTER TABLE list ADD COLUMN record TEXT; "
	    "ALTER TABLE list ADD COLUMN captured INTEGER;",
	[2] = "ALTER TABLE run ADD COLUMN digest TEXT;",
	/* the column first that tells more: found sooner */
	[3] = "CREATE TABLE list4 (source TEXT NOT NULL, url TEXT NOT NULL, "
	    "  etag TEXT, modified TEXT, newest INTEGER, succeeded INTEGER, "
	    "  record TEXT, captured INTEGER, PRIMARY KEY (url, source)) "
	    "  STRICT, WITHOUT ROWID;"
	    "INSERT INTO list4 SELECT source, url, etag, modified, newest, "
	    "  succeeded, record, captured FROM list;"
	    "DROP TABLE list; ALTER TABLE list4 RENAME TO list;",
	[4] = "ALTER TABLE list ADD COLUMN since TEXT; "
	    "ALTER TABLE list ADD COLUMN mark TEXT; "
	    "ALTER TABLE list ADD COLUMN marked INTEGER;",
};

/* From the version that it has. */
static int
upgrade(sqlite3 *db)
{
	char end[64];
	sqlite3_stmt *q = NULL;
	int version = 0;
	int rc = sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &q, NULL);

	if (rc == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
		version = sqlite3_column_int(q, 0);
	rc = sqlite3_finalize(q);
	if (rc || version >= VERSION)
		return rc;
	rc = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (int v = version ? version : 1; !rc && v < VERSION; v++)
		rc = sqlite3_exec(db, later[v], NULL, NULL, NULL);
	(void)snprintf(end, sizeof(end), "PRAGMA user_version = %d; COMMIT",
	    VERSION);
	return rc ? rc : sqlite3_exec(db, end, NULL, NULL, NULL);
}

int
store_schema(sqlite3 *db)
{
	int rc = sqlite3_exec(db, schema, NULL, NULL, NULL);

	return rc ? rc : upgrade(db);
}
