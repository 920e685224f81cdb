#include "xmlname.h"

#include <stdio.h>

static const struct {
	const char *uri, *prefix;
} namespaces[] = {
	{ "http://www.w3.org/2005/Atom", "atom:" },
	{ "http://purl.org/atom/ns#", "atom:" },
	{ "http://purl.org/rss/1.0/", "" },
	{ "http://my.netscape.com/rdf/simple/0.9/", "" },
	{ "http://channel.netscape.com/rdf/simple/0.9/", "" },
	{ "http://purl.org/net/rss1.1#", "" },
	{ "http://backend.userland.com/rss2", "" },
	{ "http://backend.userland.com/rss2.1", "" },
	{ "http://backend.userland.com/rss", "" },
	{ "http://blogs.law.harvard.edu/tech/rss", "" },
	{ "http://backend.userland.com/RSS2", "" },
	{ "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:" },
	{ "http://purl.org/dc/elements/1.1/", "dc:" },
	{ "http://purl.org/dc/terms/", "dcterms:" },
	{ "http://purl.org/rss/1.0/modules/content/", "content:" },
	{ "http://search.yahoo.com/mrss/", "media:" },
	{ "http://search.yahoo.com/mrss", "media:" },
	{ "http://www.youtube.com/xml/schemas/2015", "yt:" },
	{ "http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:" },
	{ "http://purl.org/syndication/thread/1.0", "thr:" },
	{ "http://activitystrea.ms/spec/1.0/", "activity:" },
	{ "http://www.w3.org/1999/xhtml", "xhtml:" },
	{ "http://www.w3.org/XML/1998/namespace", "xml:" },
};

struct str
xmlname_short(struct arena *mem, const char *full, bool atom)
{
	const char *space = strrchr(full, ' '), *prefix = "";
	struct str local = str_from(space ? space + 1 : full);
	struct str uri = { full, space ? (size_t)(space - full) : 0 };
	size_t n;
	char *p;

	if (!space && atom)
		prefix = "atom:";
	for (size_t i = 0;
	     uri.n && i < sizeof(namespaces) / sizeof(*namespaces); i++)
		if (str_eq(str_from(namespaces[i].uri), uri)) {
			prefix = namespaces[i].prefix;
			uri.n = 0;
		}
	n = strlen(prefix) + local.n + (uri.n ? uri.n + 2 : 0);
	p = arena_alloc(mem, 1, n + 1);
	if (!p)
		return (struct str){ 0 };
	(void)snprintf(p, n + 1, "%s%.*s%s%s%s", uri.n ? "{" : "", STR_ARG(uri),
	    uri.n ? "}" : "", prefix, local.p);
	return (struct str){ p, n };
}
