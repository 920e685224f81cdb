#ifndef HTTP_TLS_H
#define HTTP_TLS_H
/*
 * http_tls -- what libcurl says of itself: the bytes that it sends, and how a
 * connection was agreed on.
 */
#include "http.h"

/* http_listen(c): c->sent is what goes out from now on.  0, or a CURLcode. */
int http_listen(struct conn *c);

/* http_tls_chain(c, ip): a connection/1 if the answer came over a new
 * connection with TLS; lives until the next question. */
struct str http_tls_chain(struct conn *c, struct str ip);
#endif
