/* netral-score -- the law, the calendar, what speaks against.  See score.1. */
#include "score.h"

int
main(int argc, char **argv)
{
	static struct score s; /* large: it holds the evidence of a record */
	const struct opt opts[] = {
		{ 'd', "office", "DIR", OPT_STR, &s.office_dir, 0, 0,
		    "office folder (else $NETRAL_OFFICE)" },
		{ 'c', "contest", "FILE", OPT_LIST, &s.contest_files, 0, 0,
		    "contest.json to take instead; may be repeated" },
		{ 'p', "pack", "NAME", OPT_STR, &s.pack_name, 0, 0,
		    "rules: an installed pack, or a folder (" SCORE_PACK ")" },
		{ 0, "exceptions", "FILE", OPT_STR, &s.exceptions, 0, 0,
		    "the office's own dated exceptions to the pack" },
		{ 'x', "explain", NULL, OPT_FLAG, &s.explain, 0, 0,
		    "say it in words instead of records" },
		{ 0, "lang", "LANG", OPT_STR, &s.lang, 0, 0,
		    "with --explain: id, en, or both (both)" },
		{ .type = OPT_END },
	};
	struct filter f = {
		.cli = { .tool = "netral-score",
		    .what = "judge acts by the rules and the day",
		    .operands = "[FILE ...]", .opts = opts },
		.ctx = &s,
		.setup = score_setup,
		.check = score_check,
		.record = score_record,
	};
	int status;

	s.lang = "both";
	status = filter_main(&f, argc, argv);
	score_release(&s);
	return status;
}
