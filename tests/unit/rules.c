/* Rules: declarations, findings with their places and words, severities, waivers, failures. */
#include "project.h"

#include "rules/rules.h"

#define WORDS "text = { ja = '{id}は{note}', en = '{id} has {note}' }"
#define RULE(id, rest) "rule '" id "' { severity = 'error', clause = '5.9', " WORDS ", " rest " }\n"

static const char departments[] =
    "- {id: gen, name: 総務部}\n- {id: dev, name: {ja: 開発部, en: Development}, employees: 3}\n";

/* Writes rules and the manifest beside two departments, and runs all. The built-in rules are off by standing empty. */
static struct rules *run(struct project *project, const char *manifest, const char *text)
{
    project_new(project);
    project_write(project, "departments.yaml", departments);
    project_write(project, "tekigo.yaml", manifest);
    project_write(project, "rules/own.lua", text);
    for (size_t i = 0; i < embedded_count; i++)
        if (path_match("lua/rules/*.lua", embedded_files[i].path))
            project_write(project, embedded_files[i].path, "");
    project_load(project);
    struct rules *rules = rules_run(project->script, project->model, project->diag);
    assert_int_equal(lua_gettop(script_state(project->script)), 0);
    return rules;
}

#define MANIFEST "organization: {name: 試験}\n"

static void test_finding(void **state)
{
    (void)state;
    struct project project;
    struct rules *rules =
        run(&project, MANIFEST "settings: {limit: 2}\n",
            "rule 'staff' {\n severity = 'warning', clause = '5.3', each = 'department', at = 'employees',\n"
            " text = { ja = '{id}（{name}）は{employees}人、{kind_of}、{parent}', "
            "en = '{id} ({name}) has {employees}, {kind_of}, {parent} {ja: …}' },\n"
            " why = { ja = 'なぜ', en = 'why' }, fix = { ja = '{id}を直す', en = 'mend {id}' },\n"
            " check = function(d, report, isms)\n"
            "  if d.employees and d.employees > setting('limit', 9) then\n"
            "   report { kind_of = { ja = '部', en = 'unit' }, related = isms.departments[1] } end end }\n"
            "rule 'no-name' { severity = 'error', each = 'department', text = 'x {id}',\n"
            " check = function(d) return d.id == 'gen' end }\n"
            "rule 'once' { severity = 'note', text = 'seen {n}', check = function(isms, report)\n"
            " report { n = #isms.departments } report { record = isms.departments[1], at = { 'name' }, n = "
            "isms.departments } end }");
    assert_int_equal(diag_count_level(project.diag, DIAG_ERROR), 1);
    assert_report(&project, "staff", "departments.yaml", 2, "dev (Development) has 3, unit, (none) {ja: …}");
    assert_report(&project, "no-name", "departments.yaml", 2, "x dev");
    assert_report(&project, "once", "tekigo.yaml", 0, "seen 2");
    assert_report(&project, "once", "departments.yaml", 1, "seen gen, dev");
    const struct diagnostic *d = project_report(&project, "staff", 0);
    assert_string_equal(d->text[LANGUAGE_JA], "dev（開発部）は3人、部、（なし）");
    assert_string_equal(d->help[LANGUAGE_EN], "mend dev");
    assert_string_equal(d->clause, "5.3");
    assert_string_equal(d->record, "dev");
    assert_int_equal(d->source.column, 58);
    assert_int_equal(d->related.line, 1);
    assert_int_equal(rules_count(rules), 3);
    const struct rule *rule = rules_find(rules, "staff");
    assert_string_equal(rule->why[LANGUAGE_JA], "なぜ");
    assert_string_equal(rule->source.file, "rules/own.lua");
    assert_int_equal(rule->source.line, 1);
    assert_string_equal(rules_suggest(rules, "staf"), "staff");
    assert_true(project_run(&project,
                            "local f = isms.rule_findings\n"
                            "assert(#f == 4 and f[1].rule == 'staff' and f[1].record.id == 'dev' and f[1].line == 2)\n"
                            "assert(f[1].severity == 'warning' and f[1].text.en:find('unit') and not f[1].waived)",
                            0));
    project_free(&project);
}

static void test_declarations(void **state)
{
    (void)state;
    struct project project;
    run(&project, MANIFEST,
        RULE("twice", "check = function() end") RULE("twice", "check = function() end") RULE(
            "Bad Id", "check = function() end") RULE("unknown-key", "chek = 1, check = function() end")
            RULE("unknown-kind", "each = 'departmnt', check = function() end") RULE(
                "no-check",
                "each = 'department'") "rule 'no-text' { severity = 'error', check = function() end }\n"
                                       "rule 'one-language' { severity = 'error', text = { ja = 'あ' }, check = "
                                       "function() end }\n"
                                       "rule 'bad-level' { severity = 'fatal', text = 'x', check = function() end }\n"
                                       "rule 'no-level' { text = 'x', check = function() end }\n");
    assert_report(&project, "rule-twice", "rules/own.lua", 2, "twice");
    assert_int_equal(project_report(&project, "rule-twice", 0)->related.line, 1);
    assert_report(&project, "rule-id", "rules/own.lua", 3, "Bad Id");
    assert_report(&project, "rule-unknown-word", "rules/own.lua", 4, "did you mean \"check\"?");
    assert_report(&project, "rule-unknown-word", "rules/own.lua", 5, "did you mean \"department\"?");
    assert_report(&project, "rule-incomplete", "rules/own.lua", 6, "lacks check");
    assert_report(&project, "rule-incomplete", "rules/own.lua", 7, "lacks text");
    assert_report(&project, "rule-language", "rules/own.lua", 8, "text.en");
    assert_report(&project, "rule-unknown-word", "rules/own.lua", 9, "\"fatal\"");
    assert_report(&project, "rule-incomplete", "rules/own.lua", 10, "severity");
    project_free(&project);
}

/* A rule that fails is told with its record, and the next one runs. */
static void test_failure(void **state)
{
    (void)state;
    struct project project;
    run(&project, MANIFEST,
        RULE("broken", "each = 'department', check = function(d)\n return d.parent.name end")
            RULE("after", "each = 'department', check = function(d) return d.id ~= 'gen' end"));
    assert_report(&project, "lua-error", "rules/own.lua", 2, "(field 'parent') (rule broken, Department gen)");
    assert_report(&project, "after", "departments.yaml", 1, "gen has (none)");
    assert_int_equal(diag_count(project.diag), 2);
    assert_false(project_run(&project, "rule 'late' {}", 0));
    assert_report(&project, "lua-error", "test.lua", 1, "for the files of rules/ only");
    project_free(&project);
}

static void test_syntax(void **state)
{
    (void)state;
    struct project project;
    run(&project, MANIFEST, "rule 'x' {\n  severity = 'error'\n  text = 'x' }");
    assert_report(&project, "lua-syntax", "rules/own.lua", 3, "'}' expected (to close '{' at line 1) near 'text'");
    project_free(&project);
}

static void test_severities(void **state)
{
    (void)state;
    struct project project;
    run(&project, MANIFEST "rules:\n  first: note\n  second: off\n  third: loud\n  frist: error\n",
        RULE("first", "each = 'department', check = function() return false end")
            RULE("second", "each = 'department', check = function() return false end")
                RULE("third", "check = function() end"));
    assert_int_equal(project_count(&project, "first"), 2);
    assert_int_equal(project_report(&project, "first", 0)->level, DIAG_NOTE);
    assert_int_equal(project_count(&project, "second"), 0);
    assert_report(&project, "rule-severity", "tekigo.yaml", 5, "\"loud\"");
    assert_report(&project, "rule-unknown", "tekigo.yaml", 6, "did you mean \"first\"?");
    project_free(&project);
}

static void test_waivers(void **state)
{
    (void)state;
    struct project project;
    run(&project,
        MANIFEST "waivers:\n"
                 "  - {id: W-1, rule: first, record: gen, reason: x, approved_by: p, until: 2026-12-31}\n"
                 "  - {id: W-2, rule: first, record: dev, reason: x, approved_by: p, until: 2026-10-14}\n"
                 "  - {id: W-3, rule: first, record: none, reason: x, approved_by: p, until: 2026-12-31}\n"
                 "  - {id: W-4, rule: frist, record: gen, reason: x, approved_by: p, until: 2026-12-31}\n",
        RULE("first", "each = 'department', check = function() return false end"));
    const struct diagnostic *waived = project_report(&project, "first", 0);
    assert_int_equal(waived->level, DIAG_NOTE);
    assert_string_equal(waived->text[LANGUAGE_EN], "[waived by W-1 until 2026-12-31] gen has (none)");
    assert_int_equal(waived->related.line, 3);
    assert_int_equal(project_report(&project, "first", 1)->level, DIAG_ERROR);
    assert_report(&project, "waiver-expired", "tekigo.yaml", 4, "W-2 of the rule first expired on 2026-10-14");
    assert_report(&project, "waiver-unused", "tekigo.yaml", 5, "W-3");
    assert_report(&project, "rule-unknown", "tekigo.yaml", 6, "frist");
    assert_int_equal(project_count(&project, "waiver-unused"), 1);
    assert_true(project_run(&project, "local f = isms.rule_findings[1] assert(f.waived and f.waiver.id == 'W-1')", 0));
    project_free(&project);
}

/* No findings on what the model has reported; none at all while files are unreadable. */
static void test_consequences(void **state)
{
    (void)state;
    static const char rule[] =
        RULE("staffed", "each = 'department', at = 'employees', check = function(d) return d.employees ~= nil end");
    struct project project;
    run(&project,
        MANIFEST "waivers:\n - {id: W-1, rule: staffed, record: zz, reason: x, approved_by: p, until: 2026-12-31}\n",
        rule);
    assert_int_equal(project_count(&project, "staffed"), 1);
    project_free(&project);
    project_new(&project);
    project_write(&project, "departments.yaml", "- {id: a, name: a, employees: many}\n- {id: b, name: b}\n");
    project_write(&project, "rules/own.lua", rule);
    project_load(&project);
    rules_run(project.script, project.model, project.diag);
    assert_int_equal(project_count(&project, "staffed"), 1);
    assert_report(&project, "staffed", "departments.yaml", 2, "b has");
    project_free(&project);
    project_new(&project);
    project_write(&project, "departments.yaml", "- {id: b, name: b}\n");
    project_write(&project, "people.yaml", "- {id: \n");
    project_write(&project, "rules/own.lua", rule);
    project_load(&project);
    rules_run(project.script, project.model, project.diag);
    assert_int_equal(project_count(&project, "staffed"), 1);
    project_free(&project);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_finding),     cmocka_unit_test(test_declarations),
                                       cmocka_unit_test(test_failure),     cmocka_unit_test(test_syntax),
                                       cmocka_unit_test(test_severities),  cmocka_unit_test(test_waivers),
                                       cmocka_unit_test(test_consequences)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
