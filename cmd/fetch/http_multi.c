#include <curl/curl.h>
#include <errno.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "http.h"

enum { EVENTS = 64 };

/*
 * A connection is used again and again, and libcurl begins and ends to wait for
 * it each time.  The kernel is told once: a socket of our own stays in the set
 * while nobody waits (IDLE), until something happens there.
 */
enum { OWN = 1, IDLE = 2, IN = 4, OUT = 8 };

static unsigned char *
own(struct http *h, int fd)
{
	return fd >= 0 && fd < HTTP_SOCKETS && h->own[fd] ? &h->own[fd] : NULL;
}

void
http_opened(struct http *h, int fd)
{
	if (fd < HTTP_SOCKETS)
		h->own[fd] = OWN;
}

void
http_closed(struct http *h, int fd)
{
	if (fd < HTTP_SOCKETS)
		h->own[fd] = 0;
}

static int
tell_kernel(struct http *h, int fd, int what)
{
	struct epoll_event ev = { .data.fd = fd };
	int rc;

	if (what & IN)
		ev.events |= EPOLLIN;
	if (what & OUT)
		ev.events |= EPOLLOUT;
	if (!ev.events) {
		(void)epoll_ctl(h->epoll, EPOLL_CTL_DEL, fd, NULL);
		return 0; /* one that is closed is gone already */
	}
	rc = epoll_ctl(h->epoll, EPOLL_CTL_MOD, fd, &ev);
	if (rc != 0 && errno == ENOENT)
		rc = epoll_ctl(h->epoll, EPOLL_CTL_ADD, fd, &ev);
	return rc;
}

/* libcurl wants to hear of a socket, of other events, or no more of it. */
static int
watch(CURL *easy, curl_socket_t fd, int what, void *ctx, void *known)
{
	struct http *h = ctx;
	unsigned char *o = own(h, fd), was = o ? *o : 0;
	int now = (what & CURL_POLL_IN ? IN : 0) |
	    (what & CURL_POLL_OUT ? OUT : 0);

	(void)easy, (void)known;
	if (what == CURL_POLL_REMOVE) {
		if (o)
			*o |= IDLE;
		return o ? 0 : tell_kernel(h, fd, 0);
	}
	if (o)
		*o = (unsigned char)(OWN | now);
	return (was & (IN | OUT)) == now ? 0 : tell_kernel(h, fd, now);
}

/* What has happened to a socket that nobody waits for: it is closed soon. */
static bool
idle(struct http *h, int fd)
{
	unsigned char *o = own(h, fd);

	if (!o || !(*o & IDLE))
		return false;
	*o = OWN;
	(void)tell_kernel(h, fd, 0);
	return true;
}

static int
set_due(CURLM *multi, long ms, void *ctx)
{
	struct http *h = ctx;

	(void)multi;
	h->due = ms < 0 ? INT64_MAX : ms ? fiber_clock() + ms : 0;
	return 0;
}

int
http_open(struct http *h, struct err *e)
{
	CURLcode rc = curl_global_init(CURL_GLOBAL_DEFAULT);
	CURLM *m = rc ? NULL : curl_multi_init();
	CURLMcode mc;

	h->multi = m;
	h->due = INT64_MAX;
	h->epoll = m ? epoll_create1(EPOLL_CLOEXEC) : -1;
	if (h->epoll < 0)
		return err_set(e, ERR_FAIL, "libcurl does not start");
	if ((mc = curl_multi_setopt(m, CURLMOPT_MAX_HOST_CONNECTIONS,
	         h->per_host)) ||
	    (mc = curl_multi_setopt(m, CURLMOPT_MAXCONNECTS, h->total)) ||
	    (mc = curl_multi_setopt(m, CURLMOPT_SOCKETFUNCTION, watch)) ||
	    (mc = curl_multi_setopt(m, CURLMOPT_SOCKETDATA, h)) ||
	    (mc = curl_multi_setopt(m, CURLMOPT_TIMERFUNCTION, set_due)) ||
	    (mc = curl_multi_setopt(m, CURLMOPT_TIMERDATA, h)))
		return err_set(e, ERR_FAIL, "libcurl: %s",
		    curl_multi_strerror(mc));
	return 0;
}

/* Wake those whose transfer has ended. */
static void
take_ended(struct http *h)
{
	CURLMsg *m;
	int left;

	while ((m = curl_multi_info_read(h->multi, &left))) {
		struct conn *c = NULL;

		if (m->msg != CURLMSG_DONE)
			continue;
		(void)curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE,
		    (char **)&c);
		c->rc = (int)m->data.result;
		c->done = true;
		fiber_wake(c->fiber);
	}
}

/* What libcurl is to do for the sockets that have something, and for its
 * timers. */
static CURLMcode
serve(struct http *h, const struct epoll_event *ev, int n)
{
	CURLMcode mc = CURLM_OK;
	int running;

	for (int i = 0; !mc && i < n; i++) {
		int what = 0;

		if (idle(h, ev[i].data.fd))
			continue;
		if (ev[i].events & (EPOLLIN | EPOLLHUP | EPOLLRDHUP))
			what |= CURL_CSELECT_IN;
		if (ev[i].events & EPOLLOUT)
			what |= CURL_CSELECT_OUT;
		if (ev[i].events & EPOLLERR)
			what |= CURL_CSELECT_ERR;
		mc = curl_multi_socket_action(h->multi, ev[i].data.fd, what,
		    &running);
	}
	if (!mc && (h->due == 0 || h->due <= fiber_clock())) {
		h->due = INT64_MAX; /* unless libcurl says so again */
		mc = curl_multi_socket_action(h->multi, CURL_SOCKET_TIMEOUT,
		    0, &running);
	}
	return mc;
}

int
http_wait(struct http *h, int ms, struct err *e)
{
	struct epoll_event ev[EVENTS];
	int64_t left = h->due == 0 || h->due == INT64_MAX ? h->due
	    : h->due - fiber_clock();
	CURLMcode mc;
	int n;

	if (left < ms)
		ms = left < 0 ? 0 : (int)left;
	n = epoll_wait(h->epoll, ev, EVENTS, ms);
	if (n < 0 && errno != EINTR)
		return err_set(e, ERR_FAIL, "epoll_wait: %s", strerror(errno));
	mc = serve(h, ev, n);
	if (mc == CURLM_OUT_OF_MEMORY)
		return err_nomem(e);
	if (mc)
		return err_set(e, ERR_FAIL, "libcurl: %s",
		    curl_multi_strerror(mc));
	take_ended(h);
	return 0;
}

void
http_close(struct http *h)
{
	if (!h->multi)
		return;
	(void)curl_multi_cleanup(h->multi);
	if (h->epoll >= 0)
		(void)close(h->epoll);
	curl_global_cleanup();
	h->multi = NULL;
}
