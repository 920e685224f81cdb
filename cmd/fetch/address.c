#include "address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>

struct range {
	unsigned char net[16];
	unsigned bits;
};

/* IANA's registries of special addresses (RFC 6890), and multicast. */
static const struct range kept4[] = {
	{ { 0 }, 8 },                /* this network      */
	{ { 10 }, 8 },               /* private           */
	{ { 100, 64 }, 10 },         /* carrier-grade NAT */
	{ { 127 }, 8 },              /* loopback          */
	{ { 169, 254 }, 16 },        /* link-local        */
	{ { 172, 16 }, 12 },         /* private           */
	{ { 192, 0, 0 }, 24 },       /* protocols         */
	{ { 192, 0, 2 }, 24 },       /* documentation     */
	{ { 192, 88, 99 }, 24 },     /* 6to4 relays       */
	{ { 192, 168 }, 16 },        /* private           */
	{ { 198, 18 }, 15 },         /* benchmarks        */
	{ { 198, 51, 100 }, 24 },    /* documentation     */
	{ { 203, 0, 113 }, 24 },     /* documentation     */
	{ { 224 }, 3 },              /* multicast and up  */
};

/* Only 2000::/3 is public at all; these parts of it are not. */
static const struct range global6 = { { 0x20 }, 3 };
static const struct range kept6[] = {
	{ { 0x20, 0x01, 0x00 }, 23 },       /* protocols, Teredo */
	{ { 0x20, 0x01, 0x0d, 0xb8 }, 32 }, /* documentation     */
	{ { 0x20, 0x02 }, 16 },             /* 6to4              */
	{ { 0x3f, 0xff }, 20 },             /* documentation     */
};

/* NAT64 (RFC 6052): the last four bytes are the IPv4 address. */
static const struct range nat64 = { { 0, 0x64, 0xff, 0x9b }, 96 };

static bool
within(const struct range *r, const unsigned char *p)
{
	for (unsigned bit = 0; bit < r->bits; bit++)
		if ((r->net[bit / 8] ^ p[bit / 8]) & (0x80u >> bit % 8))
			return false;
	return true;
}

static bool
public4(const unsigned char *p)
{
	for (size_t i = 0; i < sizeof(kept4) / sizeof(kept4[0]); i++)
		if (within(&kept4[i], p))
			return false;
	return true;
}

static bool
public6(const unsigned char *p)
{
	if (within(&nat64, p))
		return public4(p + 12);
	if (!within(&global6, p))
		return false;
	for (size_t i = 0; i < sizeof(kept6) / sizeof(kept6[0]); i++)
		if (within(&kept6[i], p))
			return false;
	return true;
}

/* The bytes of the address; NULL if it is neither kind. */
static const unsigned char *
bytes(const struct sockaddr *a)
{
	if (a->sa_family == AF_INET)
		return (const void *)&((const struct sockaddr_in *)
		    (const void *)a)->sin_addr;
	if (a->sa_family == AF_INET6)
		return (const void *)&((const struct sockaddr_in6 *)
		    (const void *)a)->sin6_addr;
	return NULL;
}

bool
address_public(const struct sockaddr *a)
{
	const unsigned char *p = bytes(a);

	if (!p)
		return false;
	return a->sa_family == AF_INET ? public4(p) : public6(p);
}

bool
address_loopback(const struct sockaddr *a)
{
	static const unsigned char one[16] = { [15] = 1 };
	const unsigned char *p = bytes(a);

	if (!p)
		return false;
	return a->sa_family == AF_INET ? p[0] == 127
	                               : memcmp(p, one, sizeof(one)) == 0;
}

bool
address_parse(struct str host, struct sockaddr_storage *a)
{
	struct sockaddr_in *v4 = (void *)a;
	struct sockaddr_in6 *v6 = (void *)a;
	char text[ADDRESS_TEXT];

	*a = (struct sockaddr_storage){ 0 };
	if (host.n > 2 && host.p[0] == '[') {
		host = str_skip(host, 1);
		host.n--;
	}
	if (str_ends(host, STR(".")))
		host.n--;
	if (!host.n || host.n >= sizeof(text))
		return false;
	memcpy(text, host.p, host.n);
	text[host.n] = '\0';
	a->ss_family = AF_INET;
	if (inet_pton(AF_INET, text, &v4->sin_addr) == 1)
		return true;
	a->ss_family = AF_INET6;
	return inet_pton(AF_INET6, text, &v6->sin6_addr) == 1;
}

void
address_text(const struct sockaddr *a, char text[ADDRESS_TEXT])
{
	const unsigned char *p = bytes(a);

	if (!p || !inet_ntop(a->sa_family, p, text, ADDRESS_TEXT))
		memcpy(text, "no IP", sizeof("no IP"));
}
