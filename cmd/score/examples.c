#include "examples.h"

#include <errno.h>

#include "buf.h"
#include "json.h"
#include "judge.h"
#include "out.h"

enum { SPAN = 8, LONG = 100000 }; /* code points of one sign; days */

/* A contest with two candidates, around a day on which the rule is in force. */
struct stage {
	struct phase phase;
	struct contest contest;
	struct candidate candidates[2];
	struct contests all;
	int32_t designated;
};

static void
set_stage(struct stage *s, const struct rule *rule, struct str phase,
    struct str kind)
{
	int32_t day = rule->from == DAY_NONE ? LONG : rule->from + 1;

	*s = (struct stage){
		.phase = { .id = phase, .from = day - LONG,
		    .to = day + LONG },
		.contest = { .id = STR("example"), .kind = kind,
		    .n_phases = 1, .n_candidates = 2 },
		.designated = day,
	};
	for (int i = 0; i < 2; i++)
		s->candidates[i] = (struct candidate){
			.id = i ? STR("the other") : STR("the one"),
			.number = i + 1, .drawn_on = day,
			.would_be_from = day - LONG, .designated_on = day,
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

/* What the example says of the object, and nothing else. */
static void
put_object(struct buf *b, yyjson_val *example)
{
	yyjson_val *attached = yyjson_obj_get(example, "attachments"), *v;
	struct str type = json_get(example, "object");
	bool first = true;
	size_t i, max;

	buf_put(b, STR(",\"object\":{"));
	if (type.n) {
		buf_key(b, &first, "type");
		buf_json(b, type);
	}
	if (attached)
		buf_key(b, &first, "attachments");
	yyjson_arr_foreach(attached, i, max, v) {
		buf_put(b, i ? STR(",{\"type\":") : STR("[{\"type\":"));
		buf_json(b, json_str(v));
		buf_put(b, i + 1 < max ? STR("}") : STR("}]"));
	}
	yyjson_arr_foreach(yyjson_obj_get(example, "has"), i, max, v) {
		buf_put(b, first ? STR("") : STR(","));
		first = false;
		buf_json(b, json_str(v));
		buf_put(b, STR(":{}"));
	}
	buf_char(b, '}');
}

/* The example as the record that match would write of such an act. */
static void
put_record(struct buf *b, yyjson_val *example)
{
	yyjson_val *targets = yyjson_obj_get(example, "targets");
	struct str type = json_get(example, "type");
	struct str spouse = json_get(example, "spouse");
	size_t at = 0;

	buf_put(b, STR("{\"type\":"));
	buf_json(b, type.n ? type : STR("Create"));
	put_object(b, example);
	buf_put(b, STR(",\"match\":{"));
	if (spouse.n)
		buf_fmt(b, "\"who\":{\"spouse_of\":\"the one\","
		    "\"on_leave\":%s},", str_eq(spouse, STR("on_leave"))
		        ? "true" : "false");
	buf_put(b, STR("\"cues\":["));
	put_signs(b, yyjson_obj_get(example, "cues"), true, &at);
	buf_put(b, STR("],\"targets\":["));
	put_signs(b, targets, false, &at);
	put_relations(b, yyjson_obj_get(example, "how"),
	    yyjson_arr_size(targets) == 0);
	buf_put(b, STR("]}}"));
}

/* What became of an example. */
struct answer {
	const struct rule *cited;
	enum level level;
	bool permitted;
};

static int
judge(const struct pack *p, struct evidence *ev, struct conf *f,
    yyjson_val *example, const struct rule *rule, struct answer *answer)
{
	struct str towards = json_get(example, "towards");
	struct str phase = json_get(example, "phase");
	struct judgement j = { 0 };
	struct buf text = { 0 };
	unsigned kind = rule->any_kind ? NAME_NONE
	                               : set_next(&rule->kinds, 0);
	struct stage stage;
	yyjson_doc *doc;
	int rc;

	set_stage(&stage, rule, phase.n ? phase : p->undated_phase,
	    p->names.v[kind]);
	put_record(&text, example);
	rc = buf_check(&text, f->e);
	if (rc == 0)
		rc = json_read(buf_str(&text), 0, &f->mem, &doc, f->e);
	if (rc == 0) {
		unsigned name = names_find(&p->names, stage.phase.id);
		struct act act;

		act_read(&act, yyjson_doc_get_root(doc));
		evidence_read(ev, p, &stage.all, &act,
		    str_eq(towards, STR("would-be")) ? stage.designated - 1
		                                     : stage.designated + 1);
		if (ev->n_suspects)
			judge_suspect(p, ev, 0, name, kind, &j);
		answer->permitted = j.level < LEVEL_CHECK &&
		    judge_permitted(ev, rule, name, kind);
	}
	buf_release(&text);
	answer->cited = j.rule;
	answer->level = j.level;
	return rc;
}

/* Judge a list of examples; a permission is asked about itself, of a rule
 * whether it is the one that is cited, loud enough for a human to read. */
static int
run_list(struct pack *p, struct evidence *ev, yyjson_val *examples,
    const char *key, const struct rule *rule)
{
	bool wanted = key[0] == 'm';
	bool law = rule >= p->rules && rule < p->rules + p->n_rules;
	struct conf *f = &p->files[2];
	struct answer got;
	yyjson_val *v;
	size_t i, max;

	yyjson_arr_foreach(yyjson_obj_get(examples, key), i, max, v) {
		if (conf_obj(f, v, "note type towards phase targets cues "
		        "how spouse object attachments has") != 0 ||
		    judge(p, ev, f, v, rule, &got) != 0)
			return -1;
		if (!law && got.permitted != wanted)
			return conf_err(f, v, "must %sbe allowed by this",
			    wanted ? "" : "not ");
		if (law && (got.cited == rule && got.level >= LEVEL_CHECK) !=
		        wanted)
			return conf_err(f, v, "%s%s: got %.*s at level %s%s",
			    wanted ? "must be cited for this"
			           : "must not be cited for this",
			    p->n_exceptions ? " (with the exceptions)" : "",
			    got.cited ? (int)got.cited->id.n : 7,
			    got.cited ? got.cited->id.p : "no rule",
			    level_name[got.level],
			    got.cited && got.cited < rule
			        ? ", which stands above" : "");
	}
	return 0;
}

/* A second rule that asks the same things is never reached. */
static int
check_twin(struct pack *p, struct conf *f, size_t i, yyjson_val *v)
{
	const struct rule *a = &p->rules[i];

	for (size_t k = 0; k < i; k++) {
		const struct rule *b = &p->rules[k];

		if (a->would_be == b->would_be &&
		    a->candidate == b->candidate && a->stance == b->stance &&
		    a->from == b->from && a->until == b->until &&
		    a->least >= b->least && !b->n_guards &&
		    memcmp(&a->kinds, &b->kinds, sizeof(a->kinds)) == 0 &&
		    memcmp(&a->when, &b->when, sizeof(a->when)) == 0)
			return conf_err(f, v, "is never reached: %.*s stands "
			    "above and asks the same", STR_ARG(b->id));
	}
	return 0;
}

static int
run_rules(struct pack *p, struct evidence *ev, const char *key,
    const struct rule *rules, size_t n)
{
	struct conf *f = &p->files[2];

	for (size_t i = 0; i < n; i++) {
		yyjson_val *v = yyjson_arr_get(yyjson_obj_get(f->root, key), i);
		yyjson_val *examples = yyjson_obj_get(v, "examples");

		if (rules == p->rules && check_twin(p, f, i, v) != 0)
			return -1;
		if (!examples)
			return conf_err(f, v, "has no \"examples\"");
		if (!yyjson_arr_size(yyjson_obj_get(examples, "match")) ||
		    !yyjson_arr_size(yyjson_obj_get(examples, "not")))
			return conf_err(f, examples, "needs an example to "
			    "match and one not to");
		if (conf_obj(f, examples, "match not") != 0 ||
		    run_list(p, ev, examples, "match", &rules[i]) != 0 ||
		    run_list(p, ev, examples, "not", &rules[i]) != 0)
			return -1;
	}
	return 0;
}

static int
run_all(struct pack *p, struct evidence *ev)
{
	return run_rules(p, ev, "rules", p->rules, p->n_rules) != 0 ? -1
	    : run_rules(p, ev, "permitted", p->permitted, p->n_permitted);
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

/* "B.7   rule B7    discipline  2022-09-22 ..  1 for,  2 against" */
static void
put_row(struct buf *b, const struct rule *r, yyjson_val *v, const char *what)
{
	buf_fmt(b, "%-10.*s %s %-4.*s %-10.*s ", STR_ARG(r->item), what,
	    STR_ARG(r->id), STR_ARG(r->tier));
	if (r->from != DAY_NONE)
		day_put(b, r->from);
	buf_put(b, STR(" .. "));
	if (r->until != DAY_NONE)
		day_put(b, r->until);
	buf_fmt(b, "  %2zu for, %2zu against\n", count(v, "match"),
	    count(v, "not"));
}

int
examples_table(const struct pack *p, struct err *e)
{
	yyjson_val *root = p->files[2].root, *v;
	struct buf b = { 0 };
	struct out o;
	size_t i, max;

	if (out_open(&o, NULL, e) != 0)
		return -1;
	yyjson_arr_foreach(yyjson_obj_get(root, "rules"), i, max, v)
		put_row(&b, &p->rules[i], v, "rule");
	yyjson_arr_foreach(yyjson_obj_get(root, "permitted"), i, max, v)
		put_row(&b, &p->permitted[i], v, "allowed by");
	for (i = 0; i < p->n_unseen; i++) {
		buf_fmt(&b, "%-10.*s not detectable: ",
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
