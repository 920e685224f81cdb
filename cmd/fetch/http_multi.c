#include <curl/curl.h>

#include "http.h"

int
http_open(struct http *h, struct err *e)
{
	CURLcode rc = curl_global_init(CURL_GLOBAL_DEFAULT);
	CURLMcode mc;

	h->multi = rc ? NULL : curl_multi_init();
	if (!h->multi)
		return err_set(e, ERR_FAIL, "libcurl does not start");
	mc = curl_multi_setopt(h->multi, CURLMOPT_MAX_HOST_CONNECTIONS,
	    h->per_host);
	if (!mc)
		mc = curl_multi_setopt(h->multi, CURLMOPT_MAXCONNECTS,
		    h->total);
	if (mc)
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

int
http_wait(struct http *h, int ms, struct err *e)
{
	CURLMcode mc = CURLM_OK;
	int running;

	if (ms > 0)
		mc = curl_multi_poll(h->multi, NULL, 0, ms, NULL);
	if (!mc)
		mc = curl_multi_perform(h->multi, &running);
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
	curl_global_cleanup();
	h->multi = NULL;
}
