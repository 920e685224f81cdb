#include "act.h"

#include "json.h"

/* A key by its length and first byte; is_key() looks at all of it. */
#define KEY(first, len) ((unsigned)(len) << 8 | (first))

static unsigned
key_of(yyjson_val *key)
{
	size_t n = unsafe_yyjson_get_len(key);

	return n && n < 64 ? KEY((unsigned char)unsafe_yyjson_get_str(key)[0],
	                         n) : 0;
}

static const struct str none;

#define IS(lit) (memcmp(unsafe_yyjson_get_str(key), lit, sizeof(lit) - 1) == 0)

struct account
act_account(yyjson_val *v)
{
	struct account a = { .from = 0 };
	yyjson_val *key, *value;
	size_t i, max;

	yyjson_obj_foreach(v, i, max, key, value)
		switch (key_of(key)) {
		case KEY('i', 2):
			if (IS("id"))
				a.id = json_str(value);
			break;
		case KEY('h', 6):
			if (IS("handle"))
				a.handle = json_str(value);
			break;
		case KEY('u', 3):
			if (IS("url"))
				a.url = json_str(value);
			break;
		}
	return a;
}

/* The members that are texts. */
static void
post_text(struct act_post *p, yyjson_val *key, yyjson_val *value)
{
	switch (key_of(key)) {
	case KEY('i', 2):
		if (IS("id"))
			p->id = json_str(value);
		break;
	case KEY('u', 3):
		if (IS("url"))
			p->url = json_str(value);
		break;
	case KEY('n', 4):
		if (IS("name"))
			p->name = json_str(value);
		break;
	case KEY('t', 4):
		if (IS("type"))
			p->type = json_str(value);
		else if (IS("tags"))
			p->tags = value;
		break;
	case KEY('h', 6):
		if (IS("handle"))
			p->handle = json_str(value);
		break;
	case KEY('c', 7):
		if (IS("content"))
			p->content = json_str(value);
		break;
	case KEY('s', 7):
		if (IS("summary"))
			p->summary = json_str(value);
		break;
	}
}

void
act_post_read(struct act_post *p, yyjson_val *post)
{
	yyjson_val *key, *value;
	size_t i, max;

	p->self = post;
	p->author = p->tags = p->attachments = p->mentions = p->links = NULL;
	p->in_reply_to = p->quote = NULL;
	p->id = p->handle = p->url = p->type = p->name = p->content = none;
	p->summary = none;
	if (!post)
		return;
	yyjson_obj_foreach(post, i, max, key, value)
		switch (key_of(key)) {
		case KEY('l', 5):
			if (IS("links"))
				p->links = value;
			break;
		case KEY('q', 5):
			if (IS("quote"))
				p->quote = value;
			break;
		case KEY('a', 6):
			if (IS("author"))
				p->author = value;
			break;
		case KEY('m', 8):
			if (IS("mentions"))
				p->mentions = value;
			break;
		case KEY('a', 11):
			if (IS("attachments"))
				p->attachments = value;
			break;
		case KEY('i', 11):
			if (IS("in_reply_to"))
				p->in_reply_to = value;
			break;
		default:
			post_text(p, key, value);
		}
}

void
act_read(struct act *a, yyjson_val *root)
{
	yyjson_val *key, *value, *object = NULL;
	size_t i, max;

	/* One by one: to clear 300 bytes at once takes longer. */
	a->schema = a->type = a->platform = a->published = a->captured = none;
	a->actor.platform = a->actor.id = a->actor.handle = none;
	a->actor.url = none;
	a->actor.from = a->actor.to = 0;
	a->actor_v = NULL;
	a->has_match = false;
	yyjson_obj_foreach(root, i, max, key, value)
		switch (key_of(key)) {
		case KEY('t', 4):
			if (IS("type"))
				a->type = json_str(value);
			break;
		case KEY('a', 5):
			if (IS("actor")) {
				a->actor = act_account(value);
				a->actor_v = value;
			}
			break;
		case KEY('m', 5):
			a->has_match |= IS("match");
			break;
		case KEY('s', 6):
			if (IS("schema"))
				a->schema = json_str(value);
			break;
		case KEY('o', 6):
			if (IS("object"))
				object = value;
			else if (IS("origin"))
				a->captured = json_get(value, "captured");
			break;
		case KEY('p', 8):
			if (IS("platform"))
				a->platform = json_str(value);
			break;
		case KEY('p', 9):
			if (IS("published"))
				a->published = json_str(value);
			break;
		}
	a->object.self = object;
}
