#include "examples.h"

#include <errno.h>

#include "buf.h"
#include "json.h"
#include "judge.h"
#include "out.h"

enum { DESIGNATED = 1000, SPAN = 8 }; /* a day; code points of one sign */

/* A contest with one candidate, for all days that an example may need. */
struct stage {
	struct phase phase;
	struct contest contest;
	struct candidate candidates[2];
	struct contests all;
};

static void
set_stage(struct stage *s, struct str phase)
{
	*s = (struct stage){
		.phase = { .id = phase, .from = 0, .to = 2 * DESIGNATED },
		.contest = { .id = STR("example"), .n_phases = 1,
		    .n_candidates = 2 },
	};
	for (int i = 0; i < 2; i++)
		s->candidates[i] = (struct candidate){
			.id = i ? STR("the other") : STR("the one"),
			.number = i + 1, .drawn_on = DESIGNATED,
			.would_be_from = 1, .designated_on = DESIGNATED,
			.contest = &s->contest };
	s->contest.phases = &s->phase;
	s->contest.candidates = s->candidates;
	s->all = (struct contests){ .v = &s->contest, .n = 1 };
}

/* Signs side by side in one text, from code point *at on. */
static void
put_signs(struct buf *b, yyjson_val *list, bool cues, size_t *at)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(list, i, max, v) {
		buf_put(b, i ? STR(",{") : STR("{"));
		buf_put(b, cues ? STR("\"id\":")
		                : STR("\"id\":\"the one\",\"kind\":"));
		buf_json(b, json_str(v));
		buf_fmt(b, ",\"field\":\"object.content\",\"at\":[%zu,%zu],"
		    "\"text\":\"example\",\"how\":\"exact\"}", *at,
		    *at + SPAN - 1);
		*at += SPAN;
	}
}

static void
put_relations(struct buf *b, yyjson_val *list, bool first)
{
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(list, i, max, v) {
		if (i || !first)
			buf_char(b, ',');
		buf_put(b, STR("{\"id\":\"the one\",\"kind\":\"account\","
		    "\"field\":\"object\",\"how\":"));
		buf_json(b, json_str(v));
		buf_char(b, '}');
	}
}

/* The example as the record that match would write of such an act. */
static void
put_record(struct buf *b, yyjson_val *example)
{
	yyjson_val *targets = yyjson_obj_get(example, "targets");
	struct str type = json_get(example, "type");
	size_t at = 0;

	buf_put(b, STR("{\"type\":"));
	buf_json(b, type.n ? type : STR("Create"));
	buf_put(b, STR(",\"match\":{\"cues\":["));
	put_signs(b, yyjson_obj_get(example, "cues"), true, &at);
	buf_put(b, STR("],\"targets\":["));
	put_signs(b, targets, false, &at);
	put_relations(b, yyjson_obj_get(example, "how"),
	    yyjson_arr_size(targets) == 0);
	buf_put(b, STR("]}}"));
}

/* Does the rule speak of the example, loud enough for a human to read? */
static int
judge(const struct pack *p, struct evidence *ev, struct conf *f,
    yyjson_val *example, const struct rule **cited, enum level *level)
{
	struct str towards = json_get(example, "towards");
	struct str phase = json_get(example, "phase");
	struct judgement j = { 0 };
	struct buf text = { 0 };
	struct stage stage;
	yyjson_doc *doc;
	int rc;

	set_stage(&stage, phase.n ? phase : p->undated_phase);
	put_record(&text, example);
	rc = buf_check(&text, f->e);
	if (rc == 0)
		rc = json_read(buf_str(&text), 0, &f->mem, &doc, f->e);
	if (rc == 0) {
		evidence_read(ev, p, &stage.all, yyjson_doc_get_root(doc),
		    str_eq(towards, STR("would-be")) ? DESIGNATED - 1
		                                     : DESIGNATED + 1);
		if (ev->n_suspects)
			judge_suspect(p, ev, 0, names_find(&p->names,
			    stage.phase.id), &j);
	}
	buf_release(&text);
	*cited = j.rule;
	*level = j.level;
	return rc;
}

static int
run_list(struct pack *p, struct evidence *ev, yyjson_val *examples,
    const char *key, const struct rule *rule)
{
	bool wanted = key[0] == 'm';
	struct conf *f = &p->files[2];
	const struct rule *cited;
	enum level level;
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(yyjson_obj_get(examples, key), i, max, v) {
		if (conf_obj(f, v, "note type towards phase targets cues "
		        "how") != 0 ||
		    judge(p, ev, f, v, &cited, &level) != 0)
			return -1;
		if ((cited == rule && level >= LEVEL_CHECK) != wanted)
			return conf_err(f, v, "%s%s: got %.*s at level %s",
			    wanted ? "must be cited for this"
			           : "must not be cited for this",
			    p->n_exceptions ? " (with the exceptions)" : "",
			    cited ? (int)cited->id.n : 7,
			    cited ? cited->id.p : "no rule",
			    level_name[level]);
	}
	return 0;
}

static int
run_all(struct pack *p, struct evidence *ev)
{
	struct conf *f = &p->files[2];

	for (size_t i = 0; i < p->n_rules; i++) {
		yyjson_val *v = yyjson_arr_get(yyjson_obj_get(f->root,
		    "rules"), i);
		yyjson_val *examples = yyjson_obj_get(v, "examples");

		if (!examples)
			return conf_err(f, v, "has no \"examples\"");
		if (!yyjson_arr_size(yyjson_obj_get(examples, "match")) ||
		    !yyjson_arr_size(yyjson_obj_get(examples, "not")))
			return conf_err(f, examples, "needs an example to "
			    "match and one not to");
		if (conf_obj(f, examples, "match not") != 0 ||
		    run_list(p, ev, examples, "match", &p->rules[i]) != 0 ||
		    run_list(p, ev, examples, "not", &p->rules[i]) != 0)
			return -1;
	}
	return 0;
}

/* The days of examples are nobody's: an exception is judged as if it held. */
int
examples_run(struct pack *p, struct evidence *ev, struct err *e)
{
	int32_t *days = arena_alloc(&p->files[2].mem, 2 * sizeof(*days),
	    p->n_exceptions + 1);
	int rc;

	p->files[2].e = e;
	if (!days)
		return err_nomem(e);
	for (size_t i = 0; i < p->n_exceptions; i++) {
		days[2 * i] = p->exceptions[i].from;
		days[2 * i + 1] = p->exceptions[i].until;
		p->exceptions[i].from = DAY_NONE;
		p->exceptions[i].until = INT32_MAX;
	}
	rc = run_all(p, ev);
	for (size_t i = 0; i < p->n_exceptions; i++) {
		p->exceptions[i].from = days[2 * i];
		p->exceptions[i].until = days[2 * i + 1];
	}
	return rc;
}

static size_t
count(yyjson_val *rule, const char *key)
{
	return yyjson_arr_size(yyjson_obj_get(yyjson_obj_get(rule,
	    "examples"), key));
}

int
examples_table(const struct pack *p, struct err *e)
{
	yyjson_val *rules = yyjson_obj_get(p->files[2].root, "rules"), *v;
	struct buf b = { 0 };
	struct out o;
	size_t i, max;

	if (out_open(&o, NULL, e) != 0)
		return -1;
	yyjson_arr_foreach(rules, i, max, v)
		buf_fmt(&b, "%-5.*s rule %-4.*s %2zu for, %2zu against\n",
		    STR_ARG(p->rules[i].item), STR_ARG(p->rules[i].id),
		    count(v, "match"), count(v, "not"));
	for (i = 0; i < p->n_unseen; i++) {
		buf_fmt(&b, "%-5.*s not detectable: ",
		    STR_ARG(p->unseen[i].item));
		buf_put(&b, p->unseen[i].why.en);
		buf_char(&b, '\n');
	}
	if (buf_check(&b, e) == 0)
		out_put(&o, buf_str(&b));
	else
		o.errnum = ENOMEM;
	buf_release(&b);
	return out_close(&o, true, e);
}
