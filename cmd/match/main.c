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
