#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "utf8.h"

/* A message is one line of UTF-8 whatever it quotes. */
static void
clean(char *p, bool was_cut)
{
	struct str s = { p, strlen(p) };
	size_t bad;

	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)p[i] < ' ' || p[i] == 0x7F)
			p[i] = '?';
	while ((bad = utf8_bad(s)) < s.n) {
		if (was_cut && s.n - bad < 4 && !strchr(p + bad, ' '))
			p[s.n = bad] = '\0'; /* the cut split it */
		else
			p[bad] = '?';
	}
}

int
err_set(struct err *e, enum err_code code, const char *fmt, ...)
{
	va_list ap;
	int n;

	e->code = code;
	e->byte = 0;
	va_start(ap, fmt);
	n = vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	if (n < 0)
		e->msg[0] = '\0';
	clean(e->msg, n >= (int)sizeof(e->msg));
	return -1;
}

int
err_nomem(struct err *e)
{
	return err_set(e, ERR_FAIL, "out of memory");
}

void
err_end_nomem(void)
{
	(void)dprintf(STDERR_FILENO, "%s: out of memory\n",
	    program_invocation_short_name);
	_exit(ERR_FAIL);
}
