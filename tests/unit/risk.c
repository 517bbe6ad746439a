/* The risk method: the figures of ipa by the worked examples, its traces, criteria, methods of a project. */
#include "project.h"

#include "rules/risk.h"
#include "rules/rules.h"

#define MANIFEST "organization: {name: 試験}\n"

static const char assets[] =
    "- {id: W, name: 公開ページ, owner: p, department: d, confidentiality: 1, integrity: 3, availability: 3}\n"
    "- {id: L, name: 掲示, owner: p, department: d, confidentiality: 1, integrity: 1, availability: 2}\n"
    "- {id: P, name: 名簿, owner: p, department: d, confidentiality: 2, integrity: 1, availability: 1, personal_data: "
    "personal}\n";
static const char risks[] =
    "- {id: R-1, assets: [W], source: a, event: b, consequence: c, first: {threat: 3, vulnerability: 3}, second: "
    "{threat: 3, vulnerability: 1}}\n"
    "- {id: R-2, assets: [L], source: a, event: b, consequence: c, first: {threat: 2, vulnerability: 3}}\n"
    "- {id: R-3, assets: [L, P], source: a, event: b, consequence: c, first: {threat: 3, vulnerability: 2}}\n"
    "- {id: R-4, approach: event, source: a, event: b, consequence: c, confidentiality: 2, availability: 1, first: "
    "{threat: 1, vulnerability: 3}}\n"
    "- {id: R-5, assets: [L], source: a, event: b, consequence: c, first: {threat: 2}}\n";

static bool run(struct project *project, const char *manifest, const char *method)
{
    project_new(project);
    project_write(project, "tekigo.yaml", manifest);
    project_write(project, "people.yaml", "- {id: p, name: 山田}\n");
    project_write(project, "departments.yaml", "- {id: d, name: 総務}\n");
    project_write(project, "assets.yaml", assets);
    project_write(project, "risks.yaml", risks);
    if (method)
        project_write(project, "risk/own.lua", method);
    project_load(project);
    bool done = risk_run(project->script, project->model, project->diag);
    assert_int_equal(lua_gettop(script_state(project->script)), 0);
    return done;
}

static void check(struct project *project, const char *text)
{
    if (!project_run(project, text, 0))
        assert_no_reports(project);
}

static void test_figures(void **state)
{
    (void)state;
    struct project project;
    assert_true(run(&project, MANIFEST, NULL));
    assert_no_reports(&project);
    check(
        &project,
        "local w, l, p = isms:find('W').figures, isms:find('L').figures, isms:find('P').figures\n"
        "assert(w.importance == 3 and w.trace[1].formula == 'max(1, 3, 3)' and not w.overridden)\n"
        "assert(l.importance == 2 and l.tone == 'medium')\n"
        "assert(p.importance == 3 and p.highest == 2 and p.overridden and p.trace[2].note.en:find('personal data'))\n"
        "local function first(id) return isms:find(id).figures.first end\n"
        "local a = first('R-1')\n"
        "assert(a.importance == 3 and a.likelihood == 3 and a.level == 9 and a.band == 'high' and a.priority == 1)\n"
        "assert(a.tone == 'high' and #a.trace == 3 and a.trace[3].formula == '3 × 3' and a.trace[3].value == 9)\n"
        "local s = isms:find('R-1').figures\n"
        "assert(s.second.level == 3 and s.second.band == 'medium' and s.second.priority == nil and s.acceptable)\n"
        "local b = first('R-2') assert(b.level == 4 and b.priority == 3 and b.band == 'medium')\n"
        "local c = first('R-3') assert(c.importance == 3 and c.level == 6 and c.priority == 2)\n"
        "assert(c.trace[1].note.en == 'importance 3 by rule: P' and not isms:find('R-3').figures.acceptable)\n"
        "local d = first('R-4') assert(d.importance == 2 and d.likelihood == 1 and d.level == 2 and d.band == 'low')\n"
        "assert(first('R-5') == nil and isms:find('R-5').figures.acceptable == nil)\n");
    const struct value *figures = script_figures(project.script, model_find(project.model, NULL, "R-1"));
    assert_int_equal(value_get(value_get(figures, "first"), "level")->as.integer, 9);
    assert_null(script_figures(project.script, model_find(project.model, NULL, "p")));
    project_free(&project);
}

/* The table of likelihoods, place by place. */
static void test_likelihood(void **state)
{
    static const int expected[3][3] = {{1, 1, 1}, {1, 1, 2}, {1, 2, 3}};
    (void)state;
    struct project project;
    assert_true(run(&project, MANIFEST, NULL));
    for (int threat = 1; threat <= 3; threat++)
        for (int vulnerability = 1; vulnerability <= 3; vulnerability++) {
            char text[256];
            snprintf(text, sizeof text,
                     "local m = isms.method\n"
                     "local f = m.assess({ confidentiality = 1, first = { threat = %d, vulnerability = %d } }, "
                     "'first', m.criteria)\n"
                     "assert(f.likelihood == %d and f.level == %d)",
                     threat, vulnerability, expected[threat - 1][vulnerability - 1],
                     expected[threat - 1][vulnerability - 1]);
            check(&project, text);
        }
    check(&project,
          "local m = isms.method\n"
          "for _, language in ipairs { 'ja', 'en' } do\n"
          "  local parts = m.describe(m.criteria, language)\n"
          "  assert(#parts == 4 and parts[3].table.rows[1][2] == '3' and parts[3].table.rows[2][3] == '1')\n"
          "end\n"
          "local b = m.bands(m.criteria)\n"
          "assert(#b == 3 and b[1].min == 1 and b[1].max == 2 and b[3].min == 5 and b[3].title.en == 'High')\n"
          "local axes = m.axes(m.criteria) assert(axes.band(3, 3) == 'high' and axes.band(1, 2) == 'low')");
    project_free(&project);
}

static void test_criteria(void **state)
{
    (void)state;
    struct project project;
    assert_true(run(&project,
                    MANIFEST "risk:\n  criteria:\n    acceptable: 2\n    bands: [{id: low, max: 3}, {id: huge, max: 9, "
                             "title: {ja: 巨大, en: Huge}, tone: critical}]\n    priorities: [9]\n",
                    NULL));
    assert_no_reports(&project);
    check(
        &project,
        "local f = isms:find('R-2').figures\n"
        "assert(f.first.band == 'huge' and f.first.tone == 'critical' and not f.acceptable and not f.first.priority)\n"
        "assert(isms.method.criteria.acceptable == 2 and isms.method.defaults.acceptable == 4)");
    project_free(&project);
    assert_true(run(&project, MANIFEST "risk:\n  criteria:\n    aceptable: 2\n    priorities: 3\n", NULL));
    assert_report(&project, "risk-criterion-unknown", "tekigo.yaml", 4, "did you mean \"acceptable\"?");
    assert_report(&project, "risk-criterion-type", "tekigo.yaml", 5, "takes a list or a map");
    project_free(&project);
    assert_false(run(&project, MANIFEST "risk:\n  criteria:\n    bands: [{id: low, max: 3}]\n", NULL));
    assert_report(&project, "risk-criteria", "tekigo.yaml", 4, "the max of the last band must be 9");
    project_free(&project);
}

static void test_methods(void **state)
{
    (void)state;
    struct project project;
    assert_false(run(&project, MANIFEST "risk: {method: ippa}\n", NULL));
    assert_report(&project, "risk-method-unknown", "tekigo.yaml", 2, "did you mean \"ipa\"?");
    rules_run(project.script, project.model, project.diag);
    assert_int_equal(project_count(&project, "findings-held-back"), 1);
    assert_int_equal(project_count(&project, "risk-without-assessment"), 0);
    check(&project, "assert(isms.method == false and isms:find('R-1').figures == nil)");
    project_free(&project);
    assert_false(run(&project, MANIFEST "risk: {method: ../../etc/passwd}\n", NULL));
    assert_report(&project, "risk-method-unknown", "tekigo.yaml", 2, "../../etc/passwd");
    project_free(&project);
    assert_false(run(&project, MANIFEST "risk: {method: own}\n", "return { name = 'own', bands = print }"));
    assert_report(&project, "lua-error", "risk/own.lua", 1, "`print` is not available");
    project_free(&project);
    assert_false(run(&project, MANIFEST "risk: {method: own}\n", "return { name = 'own' }"));
    assert_report(&project, "risk-method-incomplete", "risk/own.lua", 0, "lacks assess");
    project_free(&project);
    assert_true(
        run(&project, MANIFEST "risk: {method: own}\n",
            "return { name = 'own', bands = function() return {} end, acceptable = function() return true end,\n"
            " assess = function(risk, which)\n"
            "  if risk.id == 'R-1' then return 3 end\n"
            "  return { level = risk.owner.level } end }"));
    assert_report(&project, "risk-figures", "risks.yaml", 1, "not number");
    assert_report(&project, "lua-error", "risk/own.lua", 4, "(own.assess, Risk R-2)");
    project_free(&project);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_figures), cmocka_unit_test(test_likelihood),
                                       cmocka_unit_test(test_criteria), cmocka_unit_test(test_methods)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
