#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H
/*
 * store_schema -- the tables of fetch.db, and those of older versions.
 */
struct sqlite3;

/* store_schema(db): make what is not there, bring up what is old.  Returns a
 * code of SQLite. */
int store_schema(struct sqlite3 *db);
#endif
