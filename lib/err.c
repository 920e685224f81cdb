#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cut p after n bytes or before the character that n would split. */
static void
cut(char *p, size_t n)
{
	while (n && ((unsigned char)p[n] & 0xC0) == 0x80)
		n--;
	p[n] = '\0';
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
	else if ((size_t)n >= sizeof(e->msg))
		cut(e->msg, sizeof(e->msg) - 1);
	for (char *p = e->msg; *p; p++)
		if ((unsigned char)*p < ' ' || *p == 0x7F)
			*p = '?';
	return -1;
}

int
err_nomem(struct err *e)
{
	return err_set(e, ERR_FAIL, "out of memory");
}
