#include "rates.h"

enum { ITEMS = 64, NEWTON = 40 };

struct rate {
	struct str item;
	size_t n, k; /* decided, dismissed */
};

static double
root(double x)
{
	double r = x > 1 ? x : 1;

	for (int i = 0; i < NEWTON; i++)
		r = (r + x / r) / 2;
	return r;
}

void
rates_interval(size_t n, size_t k, int *low, int *high)
{
	double z = 1.959964, all = (double)n, p = (double)k / all;
	double mid = p + z * z / (2 * all), over = 1 + z * z / all;
	double half = z * root(p * (1 - p) / all + z * z / (4 * all * all));
	double to = (mid + half) / over * 100, from = (mid - half) / over * 100;

	*low = from < 0 ? 0 : (int)from;
	*high = (int)to + (to > (int)to);
	if (*high > 100)
		*high = 100;
}

static size_t
count(const struct book *b, struct rate *rates)
{
	size_t n = 0, at;

	for (size_t i = 0; i < b->n; i++) {
		const struct dossier *d = &b->v[i];

		for (size_t j = 0; book_closed(d) && j < d->n_rules; j++) {
			for (at = 0; at < n; at++)
				if (str_eq(rates[at].item, d->rules[j]))
					break;
			if (at == ITEMS)
				continue;
			if (at == n)
				rates[n++] = (struct rate){ d->rules[j], 0, 0 };
			rates[at].n++;
			rates[at].k += str_eq(d->outcome, STR("dismissed"));
		}
	}
	return n;
}

static void
put_rate(struct view *v, const struct rate *r)
{
	struct text *t = &v->text;
	int low, high;

	rates_interval(r->n, r->k, &low, &high);
	html_tag(v, "<li>", text_fill(t, TEXT_item, TEXT_ARGS(r->item)), ": ");
	html_put(v, text_fill(t, TEXT_rate_line, TEXT_ARGS(
	    text_number(t, (int64_t)r->k), text_number(t, (int64_t)r->n),
	    text_number(t, (int64_t)((r->k * 100 + r->n / 2) / r->n)),
	    text_number(t, low), text_number(t, high))));
	html_raw(v, "</li>\n");
}

int
rates_put(struct view *v, struct err *e)
{
	struct rate rates[ITEMS];
	size_t n = count(&v->book, rates), enough = 0;

	for (size_t i = 0; i < n; i++)
		if (rates[i].n >= RATES_LEAST)
			rates[enough++] = rates[i];
	if (!enough)
		return 0;
	html_tag(v, "<h3>", text_get(&v->text, TEXT_rate_title), "</h3>\n"
	    "<ul class=\"rates\">\n");
	for (size_t i = 0; i < enough; i++)
		put_rate(v, &rates[i]);
	html_tag(v, "</ul>\n<p class=\"aside\">", text_fill(&v->text,
	    TEXT_rate_note, TEXT_ARGS(text_number(&v->text, RATES_LEAST))),
	    "</p>\n");
	return view_ready(v, e);
}
