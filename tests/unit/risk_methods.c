/* The risk methods beside ipa: worked examples by hand, criteria, values out of range, the simulation's figures. */
#include "project.h"

#include "rules/risk.h"

#define MANIFEST "organization: {name: 試験}\nrisk:\n  method: "

static bool run(struct project *project, const char *manifest, const char *risks)
{
    project_new(project);
    project_write(project, "tekigo.yaml", manifest);
    project_write(project, "people.yaml", "- {id: p, name: 山田}\n");
    project_write(project, "departments.yaml", "- {id: d, name: 総務}\n");
    project_write(
        project, "assets.yaml",
        "- {id: W, name: 公開ページ, owner: p, department: d, confidentiality: 1, integrity: 3, availability: 3}\n"
        "- {id: L, name: 掲示, owner: p, department: d, confidentiality: 1, integrity: 2, availability: 1}\n");
    project_write(project, "risks.yaml", risks);
    project_load(project);
    return risk_run(project->script, project->model, project->diag);
}

static void check(struct project *project, const char *text)
{
    if (!project_run(project, text, 0))
        assert_no_reports(project);
}

static void test_product(void **state)
{
    (void)state;
    struct project project;
    assert_true(
        run(&project, MANIFEST "product\n",
            "- {id: R-1, assets: [W, L], source: a, event: b, consequence: c, first: {threat: 3, vulnerability: 3}, "
            "second: {threat: 3, vulnerability: 1}}\n"
            "- {id: R-2, assets: [L], source: a, event: b, consequence: c, first: {threat: 2, vulnerability: 1}}\n"
            "- {id: R-3, assets: [L], source: a, event: b, consequence: c, first: {threat: 3, vulnerability: 3}}\n"
            "- {id: R-4, assets: [L], source: a, event: b, consequence: c, first: {vulnerability: 3}}\n"));
    assert_no_reports(&project);
    check(&project,
          "local function figures(id) return isms:find(id).figures end\n"
          "local f = figures('R-1').first\n"
          "assert(f.importance == 3 and f.level == 27 and f.band == 'high' and f.priority == 1 and f.likelihood == 9)\n"
          "assert(#f.trace == 2 and f.trace[2].formula == '3 × 3 × 3' and f.trace[2].value == 27)\n"
          "assert(f.trace == f.trace and f.trace[1].formula == 'max(3, 2)')\n"
          "local s = figures('R-1') assert(s.second.level == 9 and s.second.band == 'medium' and s.acceptable)\n"
          "assert(figures('R-2').first.level == 4 and figures('R-2').first.band == 'low')\n"
          "local g = figures('R-3') assert(g.first.level == 18 and g.first.priority == 2 and not g.acceptable)\n"
          "assert(figures('R-4').first == nil)\n"
          "local m = isms.method local axes = m.axes(m.criteria)\n"
          "assert(axes.band(9, 3) == 'high' and axes.band(4, 1) == 'low' and #m.describe(m.criteria, 'en') == 4)");
    const struct value *figures = script_figures(project.script, model_find(project.model, NULL, "R-3"));
    assert_int_equal(value_get(value_get(figures, "first"), "trace")->count, 2);
    project_free(&project);
}

static const char matrix_risks[] =
    "- id: R-1\n"
    "  source: a\n"
    "  event: b\n"
    "  consequence: c\n"
    "  first: {likelihood: 4, impact: 5}\n"
    "  second: {likelihood: 2, impact: 4}\n"
    "- {id: R-2, source: a, event: b, consequence: c, first: {likelihood: 3, impact: 6}}\n"
    "- {id: R-3, source: a, event: b, consequence: c, first: {likelihood: 3}}\n";

static void test_matrix(void **state)
{
    (void)state;
    struct project project;
    assert_true(run(&project, MANIFEST "matrix\n", matrix_risks));
    assert_report(&project, "risk-value", "risks.yaml", 7, "the impact goes from 1 to 5, not 6");
    assert_int_equal(diag_count(project.diag), 1);
    check(
        &project,
        "local f = isms:find('R-1').figures\n"
        "assert(f.first.level == 20 and f.first.band == 'critical' and f.first.tone == 'critical')\n"
        "assert(f.first.trace[1].note.en == 'Likely' and f.first.trace[3].formula == '4 × 5')\n"
        "assert(f.second.level == 8 and f.second.band == 'medium' and f.acceptable)\n"
        "assert(isms:find('R-2').figures.first == nil and isms:find('R-3').figures.first == nil)\n"
        "local m = isms.method local axes = m.axes(m.criteria)\n"
        "assert(#axes.x.values == 5 and axes.band(5, 5) == 'critical' and axes.band(2, 2) == 'low')\n"
        "local parts = m.describe(m.criteria, 'ja')\n"
        "assert(#parts == 3 and parts[3].table.rows[1][6] == '25 極めて高い' and parts[1].table.rows[5][2] == 'まれ')");
    project_free(&project);
}

/* Scales of three by two values, bands placed by the matrix rather than by the product. */
static void test_matrix_of_own(void **state)
{
    (void)state;
    static const char criteria[] = MANIFEST
        "matrix\n  criteria:\n    likelihood: [稀, 時々, 頻繁]\n    impact: [小, 大]\n    bands: [{id: ok, title: 可, "
        "tone: good}, "
        "{id: bad, title: 不可, tone: high}]\n    acceptable: ok\n    matrix: [[ok, bad], [ok, bad], [bad, bad]]\n";
    struct project project;
    assert_true(run(&project, criteria,
                    "- {id: R-1, source: a, event: b, consequence: c, first: {likelihood: 1, impact: 2}, second: "
                    "{likelihood: 2, impact: 1}}\n"));
    assert_no_reports(&project);
    check(&project,
          "local f = isms:find('R-1').figures\n"
          "assert(f.first.level == 2 and f.first.band == 'bad' and f.second.level == 2 and f.second.band == 'ok')\n"
          "assert(f.acceptable and f.first.trace[3].note.en:find('by the matrix'))\n"
          "local bands = isms.method.bands(isms.method.criteria)\n"
          "assert(#bands == 2 and bands[1].max == nil and bands[2].tone == 'high')");
    project_free(&project);
    assert_false(run(&project, MANIFEST "matrix\n  criteria:\n    matrix: [[low, low]]\n", matrix_risks));
    assert_report(&project, "risk-criteria", "tekigo.yaml", 5, "matrix takes 5 rows by likelihood, each with 5 ids");
    project_free(&project);
    assert_false(
        run(&project, MANIFEST "matrix\n  criteria:\n    likelihood: [a, b, c]\n    acceptable: huge\n", matrix_risks));
    assert_report(&project, "risk-criteria", "tekigo.yaml", 5, "acceptable takes the id of a band");
    project_free(&project);
}

/* Without spread the figures follow from the Poisson distribution: of 1 event a year 0, 1, 2 or 3 with probabilities
 * .368, .368, .184, .061, so that P50 is 1, P90 is 2 and P95 is 3 losses. */
static void test_quantitative(void **state)
{
    (void)state;
    struct project project;
    assert_true(run(
        &project, MANIFEST "quantitative\n",
        "- id: R-1\n"
        "  source: a\n"
        "  event: b\n"
        "  consequence: c\n"
        "  first: {frequency: {min: 1, likely: 1, max: 1}, loss: {min: 1000, likely: 1000, max: 1000}}\n"
        "- id: R-2\n"
        "  source: a\n"
        "  event: b\n"
        "  consequence: c\n"
        "  first: {frequency: {min: 0.1, likely: 0.5, max: 2}, loss: {min: 100000, likely: 1000000, max: 5000000}}\n"
        "  second: {frequency: {min: 0.1, likely: 0.2, max: 0.5}, loss: {min: 100000, likely: 1000000, max: 5000000}}\n"
        "- {id: R-3, source: a, event: b, consequence: c, first: {frequency: {min: 3, likely: 2, max: 4}, loss: {min: "
        "1, "
        "likely: 1, max: 1}}}\n"
        "- {id: R-4, source: a, event: b, consequence: c, first: {frequency: {min: 0, likely: 0, max: 0}, loss: {min: "
        "1, "
        "likely: 1, max: 1}}}\n"
        "- {id: R-5, source: a, event: b, consequence: c, first: {frequency: {min: 60, likely: 100, max: 140}, loss: "
        "{min: "
        "1, likely: 2, max: 3}}}\n"));
    assert_report(&project, "risk-value", "risks.yaml", 12, "must stand in order, not 3, 2, 4");
    assert_int_equal(diag_count(project.diag), 1);
    check(&project,
          "local function figures(id) return isms:find(id).figures end\n"
          "local f = figures('R-1').first\n"
          "assert(f.mean == 1000 and f.p50 == 1000 and f.p90 == 2000 and f.p95 == 3000 and f.band == 'low')\n"
          "local g = figures('R-2') local first, second = g.first, g.second\n"
          "assert(first.mean == 1036389 and first.level == 1036389 and first.band == 'medium' and g.acceptable)\n"
          "assert(first.trace[1].formula == '(0.1 + 4 × 0.5 + 2) ÷ 6' and first.trace[1].value == '0.683333')\n"
          "assert(first.trace[3].formula == '0.683333 × 1,516,666.667' and first.trace[3].value == '1,036,389')\n"
          "assert(first.p50 == 0 and first.p90 <= first.p95 and second.p90 < first.p90)\n"
          "assert(figures('R-4').first.p95 == 0 and figures('R-4').first.mean == 0)\n"
          "local h = figures('R-5').first\n"
          "assert(h.mean == 200 and h.p50 > 190 and h.p50 < 210 and h.p90 > 225 and h.p90 < 250)\n"
          "local m = isms.method\n"
          "assert(#m.describe(m.criteria, 'ja') == 4 and m.axes == nil and m.bands(m.criteria)[3].max == nil)\n");
    /* the spread is of the right size and the same again */
    check(&project, "local m = isms.method\n"
                    "local before = m.exceedance(isms.risks, 'first', m.criteria)\n"
                    "local again = m.exceedance(isms.risks, 'first', m.criteria)\n"
                    "for i, point in ipairs(before) do\n"
                    "  assert(again[i].loss == point.loss and (i == 1 or point.loss >= before[i - 1].loss))\n"
                    "end\n"
                    "assert(#before == 26 and m.exceedance({}, 'first', m.criteria) == nil)\n");
    project_free(&project);
}

static void test_quantitative_criteria(void **state)
{
    (void)state;
    struct project project;
    static const char risks[] = "- {id: R-1, source: a, event: b, consequence: c, first: {frequency: {min: 1, likely: "
                                "1, max: 1}, loss: {min: 10, "
                                "likely: 10, max: 10}}}\n";
    assert_true(run(
        &project, MANIFEST "quantitative\n  criteria: {measure: p90, trials: 2000, seed: 7, acceptable: 15}\n", risks));
    assert_no_reports(&project);
    check(&project, "local f = isms:find('R-1').figures assert(f.first.level == 20 and not f.acceptable)");
    project_free(&project);
    assert_false(run(&project, MANIFEST "quantitative\n  criteria:\n    trials: 5\n", risks));
    assert_report(&project, "risk-criteria", "tekigo.yaml", 5, "from 1000 to 100000");
    project_free(&project);
    assert_false(run(&project, MANIFEST "quantitative\n  criteria:\n    bands: [{id: low, max: 10}]\n", risks));
    assert_report(&project, "risk-criteria", "tekigo.yaml", 5, "the last band must not have a max");
    project_free(&project);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_product), cmocka_unit_test(test_matrix),
                                       cmocka_unit_test(test_matrix_of_own), cmocka_unit_test(test_quantitative),
                                       cmocka_unit_test(test_quantitative_criteria)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
