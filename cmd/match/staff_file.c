/* The part of staff.h that keeps the bytes in a file. */
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"
#include "mix.h"
#include "out.h"
#include "staff.h"

enum { LANES = 8, READ = 1 << 16 };

/* Every bit of the bytes counts; each lane takes every eighth word. */
static uint64_t
sum_of(const char *p, size_t n)
{
	uint64_t lane[LANES] = { 1, 2, 3, 4, 5, 6, 7, 8 }, h = n;
	size_t at = 0;

	for (; n - at >= LANES * 8; at += LANES * 8)
		for (size_t k = 0; k < LANES; k++)
			lane[k] = mix_add(lane[k], mix_eight(p + at + k * 8));
	for (size_t k = 0; k < LANES; k++)
		h = mix_add(h, lane[k]);
	for (; n - at >= 8; at += 8)
		h = mix_add(h, mix_eight(p + at));
	return mix_add(h, mix_rest(p + at, n - at));
}

static uint64_t
head_sum(const struct staff_head *h)
{
	return sum_of((const char *)h, offsetof(struct staff_head, head_sum));
}

static uint64_t
chunk_bytes(const struct staff_head *h, uint64_t chunk)
{
	uint64_t at = STAFF_HEAD + chunk * STAFF_CHUNK;

	return h->sums_at - at < STAFF_CHUNK ? h->sums_at - at : STAFF_CHUNK;
}

static uint64_t
chunk_sum(const struct staff *s, uint64_t chunk)
{
	return sum_of(s->base + STAFF_HEAD + chunk * STAFF_CHUNK,
	    chunk_bytes(&s->head, chunk));
}

bool
staff_look(const struct staff *s, uint64_t chunk)
{
	if (chunk >= s->head.n_sums || chunk_sum(s, chunk) != s->sums[chunk])
		return false;
	s->seen[chunk / 64] |= (uint64_t)1 << chunk % 64;
	return true;
}

int
staff_damaged(const struct staff *s, uint64_t at, struct err *e)
{
	return err_set(e, ERR_FAIL, "%s: damaged near byte %llu: compile it "
	    "again", s->path, (unsigned long long)at);
}

/* The same before the first record. */
static int
refuse(const struct staff *s, uint64_t at, struct err *e)
{
	(void)staff_damaged(s, at, e);
	e->code = ERR_USAGE;
	return -1;
}

static int
source_time(struct staff_source *t, int fd, const char *path, struct err *e)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	t->bytes = (uint64_t)st.st_size;
	t->seconds = st.st_mtim.tv_sec;
	t->nanos = st.st_mtim.tv_nsec;
	return 0;
}

static int
source_digest(struct staff_source *t, int fd, const char *path, struct err *e)
{
	char bytes[READ], hex[DIGEST_HEX + 1];
	struct digest d;
	ssize_t got;

	digest_begin(&d);
	while ((got = read(fd, bytes, sizeof(bytes))) != 0)
		if (got > 0)
			digest_add(&d, (struct str){ bytes, (size_t)got });
		else if (errno != EINTR)
			return err_set(e, ERR_USAGE, "%s: %s", path,
			    strerror(errno));
	digest_end(&d, hex);
	memcpy(t->sha256, hex, sizeof(t->sha256));
	return 0;
}

/* read_it: else only how large it is, and from when. */
static int
source(struct staff_source *t, const char *path, bool read_it, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), rc;

	if (fd < 0)
		return err_set(e, ERR_USAGE, "%s: %s", path, strerror(errno));
	memset(t, 0, sizeof(*t));
	rc = source_time(t, fd, path, e);
	if (rc == 0 && read_it)
		rc = source_digest(t, fd, path, e);
	(void)close(fd);
	return rc;
}

int
staff_source(struct staff_source *t, const char *path, struct err *e)
{
	return source(t, path, true, e);
}

/* What was just written lies in memory in pages of any size; what is read for
 * map() comes in large ones. */
static void
let_go(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	(void)posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	(void)close(fd);
}

int
staff_write(struct staff *s, const struct staff_source tables[2],
    const char *path, struct err *e)
{
	struct staff_head *h = &s->head;
	struct out o = { .fd = -1 };
	struct buf *b = &s->bytes;
	uint64_t sum;

	h->n_sums = (h->sums_at - STAFF_HEAD + STAFF_CHUNK - 1) / STAFF_CHUNK;
	for (uint64_t i = 0; i < h->n_sums; i++) {
		sum = chunk_sum(s, i);
		buf_put(b, (struct str){ (const char *)&sum, sizeof(sum) });
		s->base = b->p;
	}
	if (buf_check(b, e) != 0)
		return -1;
	h->bytes = b->n;
	h->sources[0] = tables[0];
	h->sources[1] = tables[1];
	h->sums_sum = sum_of(b->p + h->sums_at, h->n_sums * 8);
	h->head_sum = head_sum(h);
	memcpy(b->p, h, sizeof(*h));
	if (out_open(&o, path, e) != 0)
		return -1;
	out_put(&o, buf_str(b));
	if (out_close(&o, true, e) != 0)
		return -1;
	let_go(path);
	return 0;
}

static int
map(struct staff *s, struct err *e)
{
	int fd = open(s->path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *p;

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_set(e, ERR_USAGE, "%s: %s", s->path, strerror(errno));
		if (fd >= 0)
			(void)close(fd);
		return -1;
	}
	s->mapped = (size_t)st.st_size;
	if (s->mapped < STAFF_HEAD) {
		(void)close(fd);
		s->mapped = 0;
		return err_set(e, ERR_USAGE, "%s: not an index that "
		    "--compile wrote, or cut off", s->path);
	}
	p = mmap(NULL, s->mapped, PROT_READ, MAP_SHARED, fd, 0);
	(void)close(fd);
	if (p == MAP_FAILED) {
		s->mapped = 0;
		return err_set(e, ERR_USAGE, "%s: %s", s->path,
		    strerror(errno));
	}
	/* A question looks at two places far apart: with small pages the way to
	 * them takes longer than they do.  Where there are none, it stays. */
	(void)madvise(p, s->mapped, MADV_HUGEPAGE);
	s->base = p;
	memcpy(&s->head, p, sizeof(s->head));
	return 0;
}

/* Do the parts lie one behind the other, within the file? */
static bool
in_order(const struct staff_head *h)
{
	const uint64_t n = h->bytes;

	return h->platforms_at == STAFF_HEAD && h->units_at <= n &&
	    h->blocks_at <= n && h->buckets_at <= n && h->sums_at <= n &&
	    h->n_platforms < n / 4 && h->n_units < n / 4 &&
	    h->platforms_at + (h->n_platforms + 1) * 4 <= h->units_at &&
	    h->units_at + (h->n_units + 1) * 4 <= h->blocks_at &&
	    h->blocks_at <= h->buckets_at && h->buckets_at % 64 == 0 &&
	    h->buckets_at <= h->sums_at && h->sums_at % 8 == 0 &&
	    h->n_buckets == (h->sums_at - h->buckets_at) /
	        sizeof(struct staff_bucket) && h->n_buckets &&
	    h->n_sums == (n - h->sums_at) / 8 && h->n_sums ==
	        (h->sums_at - STAFF_HEAD + STAFF_CHUNK - 1) / STAFF_CHUNK &&
	    h->block_bits && h->block_bits < 32;
}

static int
check_head(const struct staff *s, struct err *e)
{
	const struct staff_head *h = &s->head;

	if (memcmp(h->magic, "netral-index\n\0\0", sizeof(h->magic)) != 0)
		return err_set(e, ERR_USAGE, "%s: not an index that "
		    "--compile wrote", s->path);
	if (h->version != STAFF_VERSION || h->order != 0x01020304)
		return err_set(e, ERR_USAGE, "%s: an index of version %u; this "
		    "program reads version %d: compile it again", s->path,
		    h->version, STAFF_VERSION);
	if (h->head_sum != head_sum(h))
		return refuse(s, 0, e);
	if (h->bytes != s->mapped)
		return err_set(e, ERR_USAGE, "%s: %zu bytes of %llu are there: "
		    "compile it again", s->path, s->mapped,
		    (unsigned long long)h->bytes);
	return in_order(h) ? 0 : refuse(s, 0, e);
}

/* The tables as they were?  all: read them in any case. */
static int
check_tables(const struct staff *s, const char *const tables[2], bool all,
    struct err *e)
{
	for (int i = 0; i < 2; i++) {
		const struct staff_source *was = &s->head.sources[i];
		struct staff_source is;
		bool same;

		if (source(&is, tables[i], false, e) != 0)
			return -1;
		same = is.bytes == was->bytes && is.seconds == was->seconds &&
		    is.nanos == was->nanos;
		if (same && !all)
			continue;
		if (is.bytes == was->bytes &&
		    source(&is, tables[i], true, e) != 0)
			return -1;
		if (is.bytes != was->bytes || memcmp(is.sha256, was->sha256,
		        sizeof(is.sha256)) != 0)
			return err_set(e, ERR_USAGE, "%s: %s has changed since "
			    "then: compile it again", s->path, tables[i]);
	}
	return 0;
}

int
staff_open(struct staff *s, const char *path, const char *const tables[2],
    struct err *e)
{
	const struct staff_head *h = &s->head;
	uint64_t chunks;

	s->path = path;
	if (map(s, e) != 0 || check_head(s, e) != 0)
		return -1;
	staff_use(s, s->base);
	s->sums = (const uint64_t *)(const void *)(s->base + h->sums_at);
	if (sum_of(s->base + h->sums_at, h->n_sums * 8) != h->sums_sum)
		return refuse(s, h->sums_at, e);
	if (arena_init(&s->mem, h->n_sums / 8 + 64, SIZE_MAX) != 0)
		return err_nomem(e);
	s->seen = arena_alloc(&s->mem, 8, h->n_sums / 64 + 1);
	if (!s->seen)
		return err_nomem(e);
	memset(s->seen, 0, (h->n_sums / 64 + 1) * 8);
	chunks = (h->blocks_at - STAFF_HEAD) / STAFF_CHUNK + 1;
	for (uint64_t i = 0; i < chunks && i < h->n_sums; i++)
		if (!staff_look(s, i))
			return refuse(s, STAFF_HEAD + i * STAFF_CHUNK, e);
	return check_tables(s, tables, false, e);
}

int
staff_check(const struct staff *s, const char *const tables[2], struct err *e)
{
	for (uint64_t i = 0; i < s->head.n_sums; i++)
		if (!staff_look(s, i))
			return refuse(s, STAFF_HEAD + i * STAFF_CHUNK, e);
	return check_tables(s, tables, true, e);
}

void
staff_release(struct staff *s)
{
	if (s->mapped)
		(void)munmap((void *)(uintptr_t)s->base, s->mapped);
	buf_release(&s->bytes);
	arena_release(&s->mem);
	*s = (struct staff){ 0 };
}
