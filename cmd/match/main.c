/* netral-match -- who acts, what is mentioned.  See match.1. */
#include "match.h"

int
main(int argc, char **argv)
{
	struct match m = { 0 };
	const struct opt opts[] = {
		{ 'd', "office", "DIR", OPT_STR, &m.office_dir, 0, 0,
		    "office folder (else $NETRAL_OFFICE)" },
		{ 'e', "employees", "FILE", OPT_STR, &m.employees, 0, 0,
		    "employees.csv to take instead" },
		{ 'a', "accounts", "FILE", OPT_STR, &m.accounts, 0, 0,
		    "accounts.csv to take instead" },
		{ 'c', "contest", "FILE", OPT_LIST, &m.contest_files, 0, 0,
		    "contest.json to take instead; may be repeated" },
		{ 'l', "lexicon", "FILE", OPT_LIST, &m.lexicon_files, 0, 0,
		    "lexicon to take instead of those installed; repeatable" },
		{ 0, "compile", "FILE", OPT_STR, &m.compile, 0, 0,
		    "write both tables into one index for --index and stop" },
		{ 0, "index", "FILE", OPT_STR, &m.index, 0, 0,
		    "take what --compile wrote; nothing of the tables is read" },
		{ 0, "all", NULL, OPT_FLAG, &m.all, 0, 0,
		    "keep activities of others, too, under pseudonyms" },
		{ 0, "key", "FILE", OPT_STR, &m.key, 0, 0,
		    "key for the pseudonyms of --all, mode 0600" },
		{ 0, "plain", NULL, OPT_FLAG, &m.plain, 0, 0,
		    "with --all, no pseudonyms" },
		{ 0, "pseudonymize", "FILE", OPT_STR, &m.pseudonymize, 0, 0,
		    "employees under pseudonyms, too; FILE has the key" },
		{ 0, "explain", NULL, OPT_FLAG, &m.explain, 0, 0,
		    "write what is read and found, and why, for people" },
		{ 0, "against", "FILE", OPT_LIST, &m.against, 0, 0,
		    "with --check, see what each word finds in these texts" },
		{ 0, "words", NULL, OPT_FLAG, &m.list, 0, 0,
		    "list everything that is looked for and stop" },
		{ .type = OPT_END },
	};
	struct filter f = {
		.cli = { .tool = "netral-match",
		    .what = "say who acts and what is mentioned",
		    .operands = "[FILE ...]", .opts = opts },
		.ctx = &m,
		.setup = match_setup,
		.check = match_check,
		.record = match_record,
	};
	int status = filter_main(&f, argc, argv);

	match_release(&m);
	return status;
}
