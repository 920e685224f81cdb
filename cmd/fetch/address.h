#ifndef ADDRESS_H
#define ADDRESS_H
/*
 * address -- which addresses are public, so that a declared URL, a redirect or
 * a name server cannot make fetch ask the inside of the office's network.
 */
#include <stdbool.h>
#include <sys/socket.h>

#include "str.h"

enum { ADDRESS_TEXT = 64 };

/* address_public(a): may be asked; false for anything that is not IPv4 or
 * IPv6, and for every range that RFC 6890 keeps from the public. */
bool address_public(const struct sockaddr *a);

/* address_loopback(a): this machine, 127.0.0.0/8 or ::1. */
bool address_loopback(const struct sockaddr *a);

/* address_parse(host, a): a host of a URL that is an address, "10.0.0.1" or
 * "[::1]".  False if it is a name. */
bool address_parse(struct str host, struct sockaddr_storage *a);

/* address_text(a, text): for messages. */
void address_text(const struct sockaddr *a, char text[ADDRESS_TEXT]);
#endif
