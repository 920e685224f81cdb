#ifndef CLI_H
#define CLI_H
/*
 * cli -- one table of options per tool; parsing, usage and --help come from
 * it, and tests/run checks the manual page against it.
 *
 * Help goes to stdout with status 0; a wrong command line says what is wrong
 * on stderr with status 2.
 */
enum opt_type {
	OPT_FLAG, /* bool *: set                            */
	OPT_STR,  /* const char **                          */
	OPT_LIST, /* struct strings *: may be given again   */
	OPT_INT,  /* long *, from min to max                */
	OPT_END,
};

struct strings {
	const char *v[64];
	int n;
};

struct opt {
	char ch;           /* short name; 0 if there is only the long one */
	const char *name;  /* long name, without the dashes               */
	const char *arg;   /* what to call the value, NULL for flags      */
	enum opt_type type;
	void *dst;
	long min, max;
	const char *help;  /* one line; units named                       */
};

struct cli {
	const char *tool;        /* as in messages: "netral-match"         */
	const char *what;        /* one line for --help and the manual     */
	const char *operands;    /* "[FILE ...]" or NULL: none are allowed */
	const struct opt *opts;  /* the tool's own, ends with OPT_END      */
	const struct opt *more;  /* those all tools share, or NULL         */
	const char *sandbox;     /* for -V; NULL: none                     */
	const char *partly;      /* what status 1 says; NULL: some records
	                          * refused                                */
};

/* cli_parse(c, argc, argv): fill the targets.  Options may stand after
 * operands; "--" ends them.  Returns the index of the first operand.  Exits
 * with 2 on a wrong command line, 0 after --help or --version. */
int cli_parse(const struct cli *c, int argc, char **argv);

/* cli_die(c, fmt, ...): a wrong command line found later.  Exits with 2. */
_Noreturn void cli_die(const struct cli *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
#endif
