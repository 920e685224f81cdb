/*
 * chaos -- a server that does what servers do on bad days, on this machine,
 * for the time of one command.
 *
 *	chaos COMMAND	run COMMAND (sh) beside it; it finds $CHAOS, the
 *			beginning of URLs, and $CUT, its host and port
 *
 * With $CUT_PORT it is no server but the way to the one on that port: of what
 * that says, the n-th connection brings the first 40 * n bytes, then it ends,
 * as a cut wire does, with or without TLS.
 *
 * The path says what happens to a good answer, a list with two posts:
 *	/cut/N, /reset/N	only its first N bytes; then the end, or RST
 *	/slow/N			the first N bytes, then one in a while
 *	/stall/N		the first N bytes, then none
 *	/short, /more		Content-Length says 9 bytes less, or more
 *	/endless, /chunks	a body without an end, plain or in chunks
 *	/heads			headers without an end
 *	/hundred		"100 Continue" without an end
 *	/badchunk, /twochunk	sizes that are none, or far too large
 *	/storm/N		429 N times, each asking for a second
 *	/later/N		the end N times, then the answer
 *	/nul			a NUL in the status line and in a header
 *	/twice			a header that looks like a second status line
 *	/status			a status line as long as headers may be, and more
 *	/links/N		N redirects, each with thousands of short headers
 *	/id			a very long id
 *	/noise/N		bytes of a generator that begins with N
 */
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static unsigned *storms; /* shared by the children */

static const char body[] = "[{\"id\":\"2\",\"created_at\":"
    "\"2024-10-02T01:00:00Z\",\"content\":\"dua\"},{\"id\":\"1\","
    "\"created_at\":\"2024-10-01T01:00:00Z\",\"content\":\"satu\"}]\n";

static void
say(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t done = send(fd, p, n, MSG_NOSIGNAL);

		if (done <= 0)
			_exit(0);
		p += done;
		n -= (size_t)done;
	}
}

static void
text(int fd, const char *s)
{
	say(fd, s, strlen(s));
}

static void
end(int fd, int reset)
{
	struct linger now = { .l_onoff = 1, .l_linger = 0 };

	if (reset)
		(void)setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	(void)close(fd);
	_exit(0);
}

static void
for_ever(int fd, const char *s)
{
	static char many[1 << 16];
	size_t n = 0, len = strlen(s);

	for (; n + len <= sizeof(many); n += len)
		memcpy(many + n, s, len);
	for (;;)
		say(fd, many, n);
}

static void
many(int fd, const char *s, int n)
{
	for (; n > 0; n--)
		text(fd, s);
}

/* A good answer, as far as that goes. */
static size_t
good(char *to, size_t room, long length)
{
	return (size_t)snprintf(to, room, "HTTP/1.1 200 OK\r\nContent-Type: "
	    "application/json\r\nContent-Length: %ld\r\n\r\n%s", length, body);
}

static void
odd(int fd, const char *path, long n)
{
	static const char json[] = "HTTP/1.1 200 OK\r\nContent-Type: "
	    "application/json\r\n";
	unsigned long x = (unsigned long)n * 2654435761u + 1;

	if (strcmp(path, "/endless") == 0) {
		text(fd, json);
		text(fd, "\r\n[");
		for_ever(fd, "{\"id\":\"1\"},                              ");
	} else if (strcmp(path, "/chunks") == 0) {
		text(fd, json);
		text(fd, "Transfer-Encoding: chunked\r\n\r\n");
		for_ever(fd, "10\r\n0123456789abcdef\r\n");
	} else if (strcmp(path, "/heads") == 0) {
		text(fd, json);
		for_ever(fd, "X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
	} else if (strcmp(path, "/hundred") == 0) {
		for_ever(fd, "HTTP/1.1 100 Continue\r\nX-A: b\r\n\r\n");
	} else if (strcmp(path, "/badchunk") == 0) {
		text(fd, json);
		text(fd, "Transfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n");
	} else if (strcmp(path, "/twochunk") == 0) {
		text(fd, json);
		text(fd, "Transfer-Encoding: chunked\r\n\r\nfffffffff\r\n[]");
	} else if (strcmp(path, "/nul") == 0) {
		say(fd, "HTTP/1.1 200 O\0K\r\nX-A: \0b\r\n\r\n[]", 31);
	} else if (strcmp(path, "/twice") == 0) {
		text(fd, "HTTP/1.1 200 OK\r\nX-A: b\r\nHTTP/9: 404 Gone\r\n"
		    "Content-Length: 2\r\n\r\n[]");
	} else if (strcmp(path, "/status") == 0) {
		text(fd, "HTTP/2 200 ");
		many(fd, "aaa", 21841);
		many(fd, "\r\nX-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaa", 4000);
	} else if (strncmp(path, "/links/", 7) == 0 && n > 0) {
		text(fd, "HTTP/1.1 302 Found\n");
		many(fd, "link:a\n", 9300);
		(void)dprintf(fd, "Location: /links/%ld\n\n", n - 1);
	} else if (strcmp(path, "/id") == 0) {
		text(fd, json);
		text(fd, "\r\n{\"id\":\"");
		many(fd, "9", 5000);
		text(fd, "\"}");
	} else if (strncmp(path, "/noise/", 7) == 0) {
		for (int i = 0; i < 4096; i++) {
			char c = (char)((x = x * 6364136223846793005u + 1) >>
			    56);

			say(fd, &c, 1);
		}
	} else {
		text(fd, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
	}
	end(fd, 0);
}

static void
answer(int fd)
{
	char ask[4096], path[256] = "", all[1024];
	ssize_t got = recv(fd, ask, sizeof(ask) - 1, 0);
	size_t size = good(all, sizeof(all), (long)sizeof(body) - 1);
	long n;

	ask[got > 0 ? got : 0] = '\0';
	for (size_t i = 0; strncmp(ask, "GET ", 4) == 0 && i < 255 &&
	    ask[4 + i] > ' '; i++)
		path[i] = ask[4 + i];
	n = strrchr(path, '/') ? strtol(strrchr(path, '/') + 1, NULL, 10) : 0;
	if (strncmp(path, "/cut/", 5) == 0 ||
	    strncmp(path, "/reset/", 7) == 0) {
		say(fd, all, (size_t)n < size ? (size_t)n : size);
		end(fd, path[1] == 'r');
	} else if (strncmp(path, "/slow/", 6) == 0) {
		say(fd, all, (size_t)n);
		for (;; (void)usleep(200000))
			say(fd, " ", 1);
	} else if (strncmp(path, "/stall/", 7) == 0) {
		say(fd, all, (size_t)n);
		(void)recv(fd, ask, 1, 0); /* until the other goes */
		end(fd, 0);
	} else if (strcmp(path, "/short") == 0 || strcmp(path, "/more") == 0) {
		say(fd, all, good(all, sizeof(all), (long)sizeof(body) - 1 +
		    (path[1] == 's' ? -9 : 9)));
		end(fd, 0);
	} else if (strncmp(path, "/storm/", 7) == 0) {
		if ((*storms)++ < (unsigned)n)
			text(fd, "HTTP/1.1 429 Too Many\r\nRetry-After: 1\r\n"
			    "Content-Length: 0\r\n\r\n");
		else
			say(fd, all, size);
		end(fd, 0);
	} else if (strncmp(path, "/later/", 7) == 0) {
		if ((*storms)++ >= (unsigned)n)
			say(fd, all, size);
		end(fd, 1);
	}
	odd(fd, path, n);
}

/* What one says, to the other; false at its end. */
static int
pass(int from, int to, size_t most)
{
	char some[4096];
	ssize_t n = recv(from, some, sizeof(some), 0);

	if (n > 0)
		say(to, some, (size_t)n < most ? (size_t)n : most);
	return n > 0 ? (int)n : 0;
}

static void
cut(int fd, int port, size_t most)
{
	struct sockaddr_in a = { .sin_family = AF_INET };
	struct pollfd two[2] = { { fd, POLLIN, 0 }, { -1, POLLIN, 0 } };

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	a.sin_port = htons((uint16_t)port);
	two[1].fd = socket(AF_INET, SOCK_STREAM, 0);
	if (connect(two[1].fd, (struct sockaddr *)&a, sizeof(a)) != 0)
		end(fd, 0);
	while (most && poll(two, 2, -1) > 0) {
		size_t n = SIZE_MAX;

		if (two[0].revents && !pass(fd, two[1].fd, SIZE_MAX))
			break;
		if (two[1].revents)
			n = (size_t)pass(two[1].fd, fd, most);
		if (n == 0)
			break;
		most -= n == SIZE_MAX ? 0 : n < most ? n : most;
	}
	end(fd, 0);
}

static void
serve(int at)
{
	const char *port = getenv("CUT_PORT");
	size_t n = 0;

	(void)signal(SIGCHLD, SIG_IGN);
	for (;; n++) {
		int fd = accept(at, NULL, NULL);

		if (fd < 0)
			continue;
		if (fork() == 0) {
			(void)close(at);
			(void)alarm(50);
			if (port)
				cut(fd, (int)strtol(port, NULL, 10), n * 40);
			answer(fd);
		}
		(void)close(fd);
	}
}

int
main(int argc, char **argv)
{
	struct sockaddr_in a = { .sin_family = AF_INET };
	socklen_t len = sizeof(a);
	int at = socket(AF_INET, SOCK_STREAM, 0), status;
	char url[64];
	pid_t server;

	a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	storms = mmap(NULL, sizeof(*storms), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (argc != 2 || storms == MAP_FAILED || at < 0 ||
	    bind(at, (struct sockaddr *)&a, sizeof(a)) != 0 ||
	    listen(at, 256) != 0 ||
	    getsockname(at, (struct sockaddr *)&a, &len) != 0)
		return 3;
	server = fork();
	if (server == 0)
		serve(at);
	(void)close(at);
	(void)snprintf(url, sizeof(url), "http://127.0.0.1:%d",
	    ntohs(a.sin_port));
	(void)setenv("CHAOS", url, 1);
	(void)setenv("CUT", url + 7, 1);
	status = system(argv[1]);
	(void)kill(server, SIGTERM);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
