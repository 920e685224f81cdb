#include "state.h"

static const struct {
	const char *name, *advice, *saran; /* saran: in Indonesian */
} states[STATE_N] = {
	[STATE_OK] = { "ok", "nothing to do", "selesai" },
	[STATE_UNCHANGED] = { "unchanged", "nothing to do", "selesai" },
	[STATE_RATE_LIMITED] = { "rate_limited", "run again later",
	    "jalankan lagi nanti" },
	[STATE_AUTH] = { "auth",
	    "the platform wants a key: ask for an export",
	    "platform meminta kunci: mintalah berkas ekspor" },
	[STATE_LOGIN_WALL] = { "login_wall",
	    "the platform wants a login: ask for an export",
	    "platform meminta masuk: mintalah berkas ekspor" },
	[STATE_NOT_FOUND] = { "not_found", "check the declared address",
	    "periksa alamat yang dinyatakan" },
	[STATE_GONE] = { "gone", "ask the owner for the new address",
	    "tanyakan alamat baru kepada pemiliknya" },
	[STATE_PRIVATE] = { "private", "not public: nothing more to fetch",
	    "tidak publik: tidak ada lagi yang diambil" },
	[STATE_SUSPENDED] = { "suspended", "closed by the platform",
	    "ditutup oleh platform" },
	[STATE_FORMAT_DRIFT] = { "format_drift",
	    "the platform has changed: the source file needs an update",
	    "platform berubah: berkas sumber perlu diperbarui" },
	[STATE_TRANSIENT] = { "transient", "run again later",
	    "jalankan lagi nanti" },
	[STATE_NO_SOURCE] = { "no_source", "ask the owner for an export",
	    "mintalah berkas ekspor kepada pemiliknya" },
};

const char *
state_name(enum state s)
{
	return states[s].name;
}

enum state
state_find(struct str word)
{
	int s = 0;

	while (s < STATE_N && !str_eq(str_from(states[s].name), word))
		s++;
	return (enum state)s;
}

const char *
state_advice(enum state s, bool indonesian)
{
	return indonesian ? states[s].saran : states[s].advice;
}
