#include "cli.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTS_MAX = 48, LONG_ONLY = 256, STATUS_USAGE = 2, STATUS_FAIL = 3 };

/* The n-th option, the tool's own first; NULL behind the last. */
static const struct opt *
nth(const struct cli *c, int n)
{
	const struct opt *tables[] = { c->opts, c->more };

	for (int t = 0; t < 2; t++)
		for (const struct opt *o = tables[t];
		     o && o->type != OPT_END; o++)
			if (n-- == 0)
				return o;
	return NULL;
}

static void
usage(const struct cli *c, FILE *fp)
{
	fprintf(fp, "usage: %s [OPTION ...]%s%s\n", c->tool,
	    c->operands ? " " : "", c->operands ? c->operands : "");
}

_Noreturn static void
finish_stdout(void)
{
	exit(fclose(stdout) == 0 ? 0 : STATUS_FAIL);
}

_Noreturn static void
help(const struct cli *c)
{
	const struct opt *o;

	printf("%s - %s\n", c->tool, c->what);
	usage(c, stdout);
	for (int i = 0; (o = nth(c, i)); i++) {
		char left[40];

		(void)snprintf(left, sizeof(left), "%c%c%s --%s%s%s",
		    o->ch ? '-' : ' ', o->ch ? o->ch : ' ', o->ch ? "," : " ",
		    o->name, o->arg ? " " : "", o->arg ? o->arg : "");
		printf("  %-26s %s\n", left, o->help);
	}
	puts("  -h, --help                 this text");
	puts("  -V, --version              version and sandbox");
	printf("status: 0 all done; 1 %s; 2 usage or configuration; 3 not "
	    "finished\n", c->partly ? c->partly : "some records refused");
	finish_stdout();
}

_Noreturn static void
version(const struct cli *c)
{
	printf("%s %s (sandbox: %s)\n", c->tool, NETRAL_VERSION,
	    c->sandbox ? c->sandbox : "none");
	finish_stdout();
}

void
cli_die(const struct cli *c, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "%s: ", c->tool);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	usage(c, stderr);
	fprintf(stderr, "try: %s --help\n", c->tool);
	exit(STATUS_USAGE);
}

static void
store(const struct cli *c, const struct opt *o, const char *val)
{
	struct strings *list;
	char *end;

	switch (o->type) {
	case OPT_FLAG:
		*(bool *)o->dst = true;
		return;
	case OPT_STR:
		*(const char **)o->dst = val;
		return;
	case OPT_LIST:
		list = o->dst;
		if (list->n == sizeof(list->v) / sizeof(list->v[0]))
			cli_die(c, "--%s: more than %d times", o->name, list->n);
		list->v[list->n++] = val;
		return;
	case OPT_INT:
		errno = 0;
		*(long *)o->dst = strtol(val, &end, 10);
		if (errno || end == val || *end || *(long *)o->dst < o->min ||
		    *(long *)o->dst > o->max)
			cli_die(c, "--%s: '%s' is not a number from %ld to %ld",
			    o->name, val, o->min, o->max);
		return;
	case OPT_END:
		break;
	}
	abort();
}

/* The tables in the form of getopt_long(3). */
static void
getopt_tables(const struct cli *c, struct option *longs, char *shorts)
{
	const struct opt *o;
	int n = 0;

	longs[n++] = (struct option){ "help", no_argument, NULL, 'h' };
	longs[n++] = (struct option){ "version", no_argument, NULL, 'V' };
	memcpy(shorts, ":hV", 3);
	shorts += 3;
	for (int i = 0; (o = nth(c, i)); i++) {
		if (i == OPTS_MAX)
			abort();
		longs[n++] = (struct option){ o->name, o->arg != NULL, NULL,
			LONG_ONLY + i };
		if (!o->ch)
			continue;
		*shorts++ = o->ch;
		if (o->arg)
			*shorts++ = ':';
	}
	*shorts = '\0';
	longs[n] = (struct option){ 0 };
}

int
cli_parse(const struct cli *c, int argc, char **argv)
{
	struct option longs[OPTS_MAX + 3];
	char shorts[2 * OPTS_MAX + 4];
	const struct opt *o;
	int ch, i;

	getopt_tables(c, longs, shorts);
	opterr = 0;
	while ((ch = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (ch == 'h')
			help(c);
		if (ch == 'V')
			version(c);
		if (ch == ':')
			cli_die(c, "%s needs a value", argv[optind - 1]);
		if (ch == '?' && optopt && optopt < LONG_ONLY)
			cli_die(c, "unknown option -%c", optopt);
		if (ch == '?')
			cli_die(c, "unknown option %s, or a value it does not take",
			    argv[optind - 1]);
		for (i = 0; (o = nth(c, i)); i++)
			if (ch == LONG_ONLY + i || (o->ch && o->ch == ch))
				break;
		store(c, o, optarg);
	}
	if (!c->operands && optind < argc)
		cli_die(c, "unexpected operand '%s'", argv[optind]);
	return optind;
}
