#include <curl/curl.h>

#include "http.h"

/* What libcurl tells people while it connects; nothing else has it. */
void
http_tls_said(struct conn *c, struct str line)
{
	static const char begin[] = "SSL connection using ";

	if (!str_starts(line, str_from(begin)))
		return;
	line = str_skip(line, sizeof(begin) - 1);
	while (line.n && (unsigned char)line.p[line.n - 1] <= ' ')
		line.n--;
	buf_reset(&c->tls);
	buf_put(&c->tls, line);
}

static void
put_certificates(struct buf *b, const struct curl_certinfo *chain)
{
	static const char mark[] = "Cert:";
	bool first = true;

	for (int i = 0; i < chain->num_of_certs; i++) {
		const struct curl_slist *l = chain->certinfo[i];

		while (l && strncmp(l->data, mark, sizeof(mark) - 1) != 0)
			l = l->next;
		if (!l)
			continue;
		if (!first)
			buf_char(b, ',');
		buf_json(b, str_from(l->data + sizeof(mark) - 1));
		first = false;
	}
}

struct str
http_tls_chain(struct conn *c, struct str ip)
{
	struct curl_certinfo *chain = NULL;
	struct buf *b = &c->chain;
	bool first = false;

	if (curl_easy_getinfo(c->easy, CURLINFO_CERTINFO, &chain) != CURLE_OK ||
	    !chain || chain->num_of_certs < 1)
		return (struct str){ 0 }; /* none, or shown before */
	buf_reset(b);
	buf_put(b, STR("{\"schema\":\"connection/1\",\"host\":"));
	buf_json(b, c->host);
	buf_key(b, &first, "ip");
	buf_json(b, ip);
	if (c->tls.n && !c->tls.failed) {
		buf_key(b, &first, "tls");
		buf_json(b, buf_str(&c->tls));
	}
	buf_key(b, &first, "certificates");
	buf_char(b, '[');
	put_certificates(b, chain);
	buf_put(b, STR("]}"));
	return b->failed ? (struct str){ 0 } : buf_str(b);
}
