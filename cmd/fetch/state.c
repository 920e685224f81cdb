#include "state.h"

static const struct {
	const char *name, *advice, *sebutan, *saran; /* in Indonesian */
} states[STATE_N] = {
	[STATE_OK] = { "ok", "nothing to do",
	    "terbaca (ok)", "selesai" },
	[STATE_UNCHANGED] = { "unchanged", "nothing to do",
	    "tidak ada yang baru (unchanged)", "selesai" },
	[STATE_RATE_LIMITED] = { "rate_limited", "run again later",
	    "dibatasi layanan (rate_limited)", "jalankan lagi nanti" },
	[STATE_AUTH] = { "auth", "the platform wants a key: ask for an export",
	    "izin ditolak layanan (auth)",
	    "layanan meminta kunci: mintalah berkas ekspor" },
	[STATE_LOGIN_WALL] = { "login_wall",
	    "the platform wants a login: ask for an export",
	    "perlu masuk akun (login_wall)",
	    "hanya terlihat setelah masuk akun: mintalah berkas ekspor" },
	[STATE_NOT_FOUND] = { "not_found", "check the declared address",
	    "tidak ditemukan (not_found)",
	    "periksa alamat yang dinyatakan" },
	[STATE_GONE] = { "gone", "ask the owner for the new address",
	    "sudah dihapus (gone)",
	    "tanyakan alamat baru kepada pemiliknya" },
	[STATE_PRIVATE] = { "private", "not public: nothing more to fetch",
	    "tidak terbuka untuk umum (private)",
	    "tidak ada lagi yang dapat diambil" },
	[STATE_SUSPENDED] = { "suspended", "closed by the platform",
	    "ditangguhkan layanan (suspended)", "akun ditutup oleh layanan" },
	[STATE_FORMAT_DRIFT] = { "format_drift",
	    "the platform has changed: the source file needs an update",
	    "bentuk jawaban berubah (format_drift)",
	    "berkas sumber (sources) perlu diperbarui" },
	[STATE_TRANSIENT] = { "transient", "run again later",
	    "gangguan sementara (transient)", "jalankan lagi nanti" },
	[STATE_NO_SOURCE] = { "no_source", "ask the owner for an export",
	    "tanpa jalan resmi (no_source)",
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
state_label(enum state s, bool indonesian)
{
	return indonesian ? states[s].sebutan : states[s].name;
}

const char *
state_advice(enum state s, bool indonesian)
{
	return indonesian ? states[s].saran : states[s].advice;
}
