#ifndef TEXT_H
#define TEXT_H
/*
 * text -- the words of the report, templates/text.json, in one language.
 *
 * Every key below is there in every language, or text_load() says which is
 * missing.  A text may hold {0} to {9}; one that counts is a pair, for one and
 * for more, and {0} is the number.  What is made here lives in t->mem, which
 * the caller gives and empties; a text that does not fit is empty, and the
 * arena remembers.
 */
#include <yyjson.h>

#include "arena.h"
#include "conf.h"
#include "instant.h"
#include "str.h"

#define TEXT_KEYS(X) \
	X(title) X(skip) X(as_of) X(as_of_unknown) X(not_a_verdict) \
	X(todo) X(todo_ask) X(todo_ask_since) X(todo_check) X(todo_gaps) \
	X(todo_silent) X(todo_ownerless) X(todo_accounts) X(todo_contest) \
	X(todo_none) X(todo_nothing) \
	X(todo_incomplete) \
	X(numbers) X(n_activities) X(n_indications) X(n_checks) X(n_notes) \
	X(n_employees) X(n_holders) X(n_acts) X(n_accounts) X(n_accounts_seen) \
	X(n_days) X(n_records) X(today) X(separator) \
	X(unseen) X(unseen_none) X(unseen_unknown) X(unseen_line) \
	X(unseen_means) X(list) X(list_who) X(list_unit) \
	X(list_acts) X(list_since) \
	X(cases) X(cases_how) X(cases_none) X(undeclared) X(undeclared_note) \
	X(no_roster) X(unit) \
	X(next_indication) X(next_check) X(next_undeclared) X(known_since) \
	X(known_not) \
	X(act_heading) X(act_undated) X(datetime) X(date) X(zone_assumed) \
	X(open_act) X(open_there) X(by_author) X(by_employee) \
	X(replies_to) X(quotes) X(follows) X(attachments) X(edited) \
	X(left_out) X(no_words) \
	X(item) X(target) X(supports) X(opposes) X(quoted) X(law) \
	X(source) X(sanction) X(sanction_note) X(decides) \
	X(against) X(against_none) X(permitted) X(evidence) X(captured) \
	X(handed_in) \
	X(digest) X(attributed) X(act_id) \
	X(weight) X(rules) \
	X(notes) X(notes_why) X(notes_count) X(notes_who) X(notes_others) \
	X(judged) X(judged_missed) X(judged_wrong) X(judged_note) \
	X(halt) X(halt_cut) X(halt_unasked) X(halt_rejects) X(halt_run) \
	X(halt_both) X(platform) X(coverage_days) X(coverage_sum) \
	X(coverage_of) X(coverage_said) X(coverage_more) \
	X(coverage) X(coverage_none) X(account) X(state) X(items) \
	X(span) X(never_asked) X(candidate_account) \
	X(units) X(units_none) X(units_employees) X(units_pledged) \
	X(units_accounts) X(units_total) X(unit_unknown) \
	X(footer_rules) X(footer_rule) X(footer_program) X(footer_human) \
	X(footer_subject) X(footer_marks) X(no_value) \
	X(pictures) X(picture_days) X(picture_days_said) X(picture_phases) X(picture_rules) \
	X(picture_units) X(picture_units_said) X(picture_share) \
	X(few) X(public_note) \
	X(subject_title) X(subject_acts) X(subject_intro) X(subject_rights) \
	X(subject_right_see) X(subject_right_explain) X(subject_right_dispute) \
	X(subject_right_correct) X(subject_right_human) X(subject_answer) \
	X(subject_none) X(rate_title) X(rate_line) X(rate_note) \
	X(case_state) X(case_due) X(case_late) X(case_until) X(report_by) X(report_late) \
	X(other_working) X(other_why) X(other_count) \
	X(history) X(dispute) X(register) X(register_note) X(register_case) \
	X(register_due) X(n_cases) X(todo_due) X(todo_late) X(todo_held) \
	X(closed_count) X(unfinished) X(said) \
	X(table_date) X(table_weight) X(table_item) X(table_target) \
	X(table_words) X(table_against) X(table_none)

enum text_key {
#define X(name) TEXT_##name,
	TEXT_KEYS(X)
#undef X
	TEXT_KEYS_N
};

struct text {
	struct conf file;
	struct str words[TEXT_KEYS_N][2]; /* for one, for more     */
	yyjson_val *names;                /* {"state": {"ok": ...}} */
	struct str lang;                  /* "id", "en"            */
	int32_t zone;                     /* minutes east of UTC   */
	struct arena *mem;
};

/* text_load(t, path, lang, e): read the file.  Returns 0, or -1. */
int text_load(struct text *t, const char *path, struct str lang,
    struct err *e);

/* text_get(t, key): as it is.  text_fill(t, key, n, args): with its {0}... */
struct str text_get(const struct text *t, enum text_key key);
struct str text_fill(struct text *t, enum text_key key, size_t n,
    const struct str *args);
#define TEXT_ARGS(...) \
	sizeof((struct str[]){ __VA_ARGS__ }) / sizeof(struct str), \
	    (struct str[]){ __VA_ARGS__ }

/* text_count(t, key, n): the pair's text for n.  text_number(t, n): 1.234. */
struct str text_count(struct text *t, enum text_key key, size_t n);
struct str text_number(struct text *t, int64_t n);

/* text_name(t, family, value): the words for a value of a record; value where
 * the file has none. */
struct str text_name(const struct text *t, const char *family,
    struct str value);

/* text_both(t, v): the language's text of {"id": .., "en": ..}, else the
 * other's, or v itself if it is a string. */
struct str text_both(const struct text *t, yyjson_val *v);

/* text_time(t, i), text_day(t, i): an instant, its day, at t->zone. */
struct str text_time(struct text *t, const struct instant *i);
struct str text_day(struct text *t, const struct instant *i);

/* text_join(t, list, n): with the language's separator between. */
struct str text_join(struct text *t, const struct str *list, size_t n);

void text_release(struct text *t);
#endif
