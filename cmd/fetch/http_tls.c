#include <curl/curl.h>

#include "http_tls.h"

/* What libcurl tells people while it connects; nothing else has it. */
static void
tls_said(struct conn *c, struct str line)
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

/* What is sent, for the evidence. */
static int
take_sent(CURL *easy, curl_infotype type, char *p, size_t n, void *ctx)
{
	struct conn *c = ctx;
	struct str s = { p, n };
	const char *eol;

	if (type == CURLINFO_TEXT)
		tls_said(c, s);
	if (type == CURLINFO_DATA_OUT)
		buf_put(&c->sent, s);
	if (type != CURLINFO_HEADER_OUT)
		return 0;
	buf_reset(&c->sent); /* a second try is the one that counts */
	eol = memchr(p, '\r', n);
	if (eol && eol - p > 6 && memcmp(eol - 6, "HTTP/2", 6) == 0) {
		buf_put(&c->sent, (struct str){ p, (size_t)(eol - p) - 1 });
		buf_put(&c->sent, STR("1.1"));
		s = str_skip(s, (size_t)(eol - p));
	}
	buf_put(&c->sent, s);
	if (!c->posts && str_ends(buf_str(&c->sent), STR("\r\n\r\n")))
		(void)curl_easy_setopt(easy, CURLOPT_VERBOSE, 0L);
	return 0;
}

/* libcurl shows what it sends, and what TLS has agreed on, only while it is
 * verbose, and is not quick then: so from here, or from open_socket() on, until
 * take_sent() has the question. */
static int
before_sending(void *ctx, char *to_ip, char *from_ip, int to_port,
    int from_port)
{
	struct conn *c = ctx;

	(void)to_ip, (void)from_ip, (void)to_port, (void)from_port;
	(void)curl_easy_setopt(c->easy, CURLOPT_VERBOSE, 1L);
	return CURL_PREREQFUNC_OK;
}

int
http_listen(struct conn *c)
{
	CURLcode rc;

	if ((rc = curl_easy_setopt(c->easy, CURLOPT_DEBUGFUNCTION,
	         take_sent)) ||
	    (rc = curl_easy_setopt(c->easy, CURLOPT_DEBUGDATA, c)) ||
	    (rc = curl_easy_setopt(c->easy, CURLOPT_PREREQFUNCTION,
	         before_sending)) ||
	    (rc = curl_easy_setopt(c->easy, CURLOPT_PREREQDATA, c)))
		return (int)rc;
	return 0;
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
