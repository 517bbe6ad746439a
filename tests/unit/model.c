/* The model: files → records, every complaint about them, references both ways, and the schema of a project. */
#include "project.h"

#define DEPARTMENTS "- {id: gen, name: 総務部}\n- {id: dev, name: 開発部}\n"
#define PEOPLE "- {id: yamada, name: 山田}\n- {id: sato, name: 佐藤}\n"

/* Loads one file beside people and departments. */
static void load(struct project *project, const char *path, const char *text)
{
    project_new(project);
    project_write(project, "people.yaml", PEOPLE);
    project_write(project, "departments.yaml", DEPARTMENTS);
    project_write(project, path, text);
    project_load(project);
}

static const struct value *get(struct project *project, const char *kind, const char *id, const char *field)
{
    const struct record *record = model_find(project->model, model_find_kind(project->model, kind), id);
    assert_non_null(record);
    return record_get(record, field);
}

#define ASSET "owner: yamada, department: gen, confidentiality: 1, integrity: 2, availability: 3"

static void test_shapes(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "people.yaml", PEOPLE);
    project_write(&project, "departments.yaml", DEPARTMENTS);
    project_write(&project, "tekigo.yaml",
                  "organization: {name: {ja: 試験, en: Test}, top_management: yamada}\nlanguages: 日本語\n"
                  "documents:\n  - {id: soa, version: \"1.0\"}\n");
    project_write(&project, "soa.yaml",
                  "- {id: 5.1, applicable: true}\n- {id: 5.10, applicable: false}\n"
                  "- {id: X.1, title: 自社, theme: People controls, applicable: true}\n");
    project_write(&project, "audits/2026/a.yaml",
                  "id: AU-1\nname: 監査\npurpose: 確認\nstart: 2026-05-01\nleader: sato\nclauses: 4.1\n"
                  "sessions: {department: gen, auditors: sato, date: 2026-05-01}\n"
                  "findings:\n  - {id: F-1, grade: 軽微な不適合, content: x, control: 5.1, clause: \"9.2.1\"}\n");
    project_load(&project);
    assert_no_reports(&project);
    const struct value *manifest = get(&project, "manifest", "manifest", "languages");
    assert_int_equal(manifest->kind, VALUE_LIST);
    assert_string_equal(manifest->first->text, "ja");
    assert_string_equal(get(&project, "edition", "soa", "version")->text, "1.0");
    assert_string_equal(get(&project, "control", "5.1", "theme")->text, "organizational");
    assert_string_equal(get(&project, "control", "5.10", "id")->text, "5.10");
    assert_string_equal(get(&project, "control", "X.1", "theme")->text, "people");
    assert_int_equal(get(&project, "control", "5.1", "new_in_2022")->kind, VALUE_BOOL);
    assert_int_equal(get(&project, "audit", "AU-1", "sessions")->first->kind, VALUE_MAP);
    assert_string_equal(get(&project, "finding", "F-1", "grade")->text, "minor");
    struct record *finding = model_find(project.model, NULL, "F-1");
    assert_string_equal(finding->parent->id, "AU-1");
    assert_string_equal(finding->parent_field->name, "findings");
    assert_ptr_equal(finding->parent->children[0], finding);
    const struct record *sato = model_find(project.model, NULL, "sato");
    assert_int_equal(sato->referrer_count, 1); /* leader and auditor of one audit */
    assert_string_equal(sato->referrers[0]->id, "AU-1");
    assert_string_equal(
        record_name(model_find(project.model, model_find_kind(project.model, "control"), "5.1"), LANGUAGE_EN),
        "Policies for information security");
    assert_int_equal(record_source(finding, "grade").line, 9);
    assert_string_equal(get(&project, "clause", "4.1", "title")->first->key, "ja");
    for (size_t i = 0; i < model_record_count(project.model); i++)
        assert_int_equal(model_record(project.model, i)->index, i);
    project_free(&project);
}

static void test_csv(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "people.csv", "番号,氏名,name.en,退職日\nyamada,山田,Yamada,2026/3/1\nsato,佐藤,,\n");
    project_write(&project, "departments.csv", "id,Name,人数\ngen,総務部,12\n");
    project_write(&project, "assets.yaml", "- {id: A-1, name: x, " ASSET "}\n- {id: A-2, name: x, " ASSET "}\n");
    project_write(&project, "risks.csv",
                  "番号,関連する資産,リスク源,事象,起こり得る結果,一次評価.脅威の起こりやすさ,first.vulnerability,状況,"
                  "喪失する特性\n"
                  "R-1,A-1; A-2,x,y,z,2,3,済み,機密性、可用性\n");
    project_write(&project, "soa.csv", "番号,適用\n5.1,○\n5.2,いいえ\n");
    project_load(&project);
    const struct diagnostic *twice = project_report(&project, "column-twice", 0);
    assert_null(twice);
    const struct value *name = get(&project, "person", "yamada", "name");
    assert_string_equal(value_get_text(name, "ja", ""), "山田");
    assert_string_equal(value_get_text(name, "en", ""), "Yamada");
    assert_string_equal(get(&project, "person", "sato", "name")->text, "佐藤");
    assert_string_equal(get(&project, "person", "yamada", "left")->text, "2026-03-01");
    assert_int_equal(get(&project, "department", "gen", "employees")->as.integer, 12);
    const struct value *first = get(&project, "risk", "R-1", "first");
    assert_int_equal(value_get(first, "threat")->as.integer, 2);
    assert_int_equal(value_get(first, "vulnerability")->as.integer, 3);
    assert_string_equal(get(&project, "risk", "R-1", "status")->text, "done");
    assert_string_equal(get(&project, "risk", "R-1", "lost")->last->text, "availability");
    assert_int_equal(get(&project, "risk", "R-1", "assets")->count, 2);
    assert_true(get(&project, "control", "5.1", "applicable")->as.boolean);
    assert_false(get(&project, "control", "5.2", "applicable")->as.boolean);
    project_free(&project);
    load(&project, "assets.csv",
         "番号,id,名称,情報資産名称,owner,department,confidentiality,integrity,availability,登録日\n"
         "A-1,A-2,x,y,yamada,gen,1,two,3,2026/13/1\nA-3,,x,y,yamada,gen,1,2,3,\n");
    assert_report(&project, "column-twice", "assets.csv", 1, "\"番号\" and \"id\"");
    assert_report(&project, "unknown-column", "assets.csv", 1, "\"名称\"");
    assert_int_equal(project_count(&project, "unknown-column"), 1);
    assert_report(&project, "wrong-type", "assets.csv", 2, "a text \"two\"");
    assert_report(&project, "bad-date", "assets.csv", 2, "2026/13/1");
    project_free(&project);
}

/* One bad line each, and the words of its report. */
static void test_reports(void **state)
{
    static const struct {
        const char *text, *slug, *words;
        int line;
    } cases[] = {
        {"- {id: A-1, name: x, nme: y, " ASSET "}", "unknown-key",
         "Asset A-1 has no field \"nme\"; did you mean \"name\"?", 1},
        {"- {id: A-1, name: x, 備考: y, " ASSET "}", "unknown-key", "did you mean \"note\"?", 1},
        {"- {id: A-1, " ASSET "}", "missing-field", "Asset A-1 lacks \"Asset\" (name)", 1},
        {"- {id: A-1, name: \"  　\", " ASSET "}", "missing-field", "lacks \"Asset\" (name)", 1},
        {"- {id: A-1, name: , " ASSET "}", "missing-field", "lacks \"Asset\" (name)", 1},
        {"- {name: x, " ASSET "}", "missing-field", "Asset lacks \"ID\" (id)", 1},
        {"- {id: A-1, name: [x], " ASSET "}", "wrong-type", "\"Asset\" (name) takes text, or text by language", 1},
        {"- {id: A-1, name: {fr: x}, " ASSET "}", "unknown-language", "\"fr\"", 1},
        {"- {id: A-1, name: {ja: [x]}, " ASSET "}", "wrong-type", "but here is a list", 1},
        {"- {id: A-1, name: x, " ASSET ", registered: 2026-02-30}", "bad-date", "\"2026-02-30\" is not a date", 1},
        {"- {id: A-1, name: x, " ASSET ", registered: 2026/2/3}", "date-form", "2026/2/3", 1},
        {"- {id: A-1, name: x, " ASSET ", legal: maybe}", "wrong-type",
         "takes true or false, but here is a text \"maybe\"", 1},
        {"- {id: A-1, name: x, " ASSET ", personal_data: persnal}", "unknown-value", "did you mean \"personal\"?", 1},
        {"- {id: A 1, name: x, " ASSET "}", "bad-id", "\"A 1\" cannot be an id", 1},
        {"- {id: .., name: x, " ASSET "}", "bad-id", "\"..\"", 1},
        {"- {id: 資産, name: x, " ASSET "}", "bad-id", "\"資産\"", 1},
        {"- {id: A-1, name: x, " ASSET "}\n- {id: A-1, name: x, " ASSET "}", "duplicate-id", "\"A-1\" is used twice",
         2},
        {"- {id: A-1, name: x, owner: yamda, department: gen, confidentiality: 1, integrity: 2, availability: 3}",
         "dangling-reference", "refers to \"yamda\", but there is no such Person; did you mean \"yamada\"?", 1},
        {"- {id: A-1, name: x, owner: gen, department: gen, confidentiality: 1, integrity: 2, availability: 3}",
         "reference-kind", "refers to Person, but \"gen\" is Department", 1},
        {"- {id: A-1, name: x, owner: yamada, department: gen, confidentiality: 4, integrity: 2, availability: 3}",
         "out-of-range", "from 1 to 3, but 4", 1},
        {"- {id: A-1, name: x, owner: yamada, department: gen, confidentiality: 1.5, integrity: 2, availability: 3}",
         "wrong-type", "an integer (such as 3)", 1},
        {"id: A-1", "file-content", "a list of \"Asset\"", 1},
        {"- A-1", "file-content", "a map of the fields", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct project project;
        load(&project, "assets.yaml", cases[i].text);
        assert_report(&project, cases[i].slug, "assets.yaml", cases[i].line, cases[i].words);
        assert_int_equal(diag_count(project.diag), 1);
        project_free(&project);
    }
}

static void test_duplicate_places(void **state)
{
    (void)state;
    struct project project;
    load(&project, "assets/a.yaml", "- {id: A-1, name: x, " ASSET "}\n");
    project_free(&project);
    project_new(&project);
    project_write(&project, "people.yaml", PEOPLE);
    project_write(&project, "departments.yaml", DEPARTMENTS);
    project_write(&project, "assets/b.yaml", "- {id: A-1, name: b, " ASSET "}\n");
    project_write(&project, "assets/a.yaml", "- {id: A-1, name: a, " ASSET "}\n");
    project_load(&project);
    const struct diagnostic *d = project_report(&project, "duplicate-id", 0);
    assert_string_equal(d->source.file, "assets/b.yaml");
    assert_string_equal(d->related.file, "assets/a.yaml");
    assert_string_equal(get(&project, "asset", "A-1", "name")->text, "a");
    project_free(&project);
}

static void test_files(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "people.yaml", PEOPLE);
    project_write(&project, "asset.yaml", "- {}\n");
    project_write(&project, "README.md", "# x\n");
    project_write(&project, "policies/README.md", "# x\n");
    project_write(&project, "rules/x.md", "x");
    project_write(&project, "evidence/log.csv", "a,b\n1,2\n");
    project_write(&project, "notes/idea.md", "x");
    project_write(&project, "data/plan.csv", "x");
    project_write(&project, "policies/p.md", "no front matter\n");
    project_write(&project, "scope.yaml",
                  "statement: x\nboundaries: {organizational: a, physical: b, technical: c, assets: d, business: e}\n"
                  "drawings:\n  - {title: a, file: ./data/plan.csv}\n  - {title: b, file: images/nework.png}\n"
                  "  - {title: c, file: ../secret.png}\n  - {title: d, file: /etc/passwd}\n");
    project_write(&project, "images/network.png", "x");
    project_load(&project);
    assert_report(&project, "file-not-read", "asset.yaml", 0, "did you mean \"assets.yaml\"?");
    assert_report(&project, "file-not-read", "notes/idea.md", 0, "notes/idea.md");
    assert_int_equal(project_count(&project, "file-not-read"), 2);
    assert_report(&project, "file-missing", "scope.yaml", 5, "did you mean \"images/network.png\"?");
    assert_report(&project, "file-outside", "scope.yaml", 6, "../secret.png");
    assert_report(&project, "file-outside", "scope.yaml", 7, "/etc/passwd");
    assert_report(&project, "front-matter-missing", "policies/p.md", 1, "policies/p.md");
    assert_string_equal(get(&project, "scope", "scope", "drawings")->first->first->next->text, "data/plan.csv");
    project_free(&project);
}

static void test_repeats_are_counted(void **state)
{
    (void)state;
    struct project project;
    char *text = calloc(1, 64 * 200);
    for (int i = 0; i < 60; i++)
        sprintf(text + strlen(text), "- {id: P-%d, name: x, colour: red}\n", i);
    project_new(&project);
    project_write(&project, "people.yaml", text);
    free(text);
    project_load(&project);
    assert_int_equal(project_count(&project, "unknown-key"), 20);
    assert_report(&project, "more-of-the-same", "people.yaml", 21, "\"colour\" at 40 more places");
    project_free(&project);
}

/* A file that cannot be read does not make its neighbours wrong. */
static void test_incomplete(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "people.yaml", PEOPLE "- {id: x, name: \"y}\n");
    project_write(&project, "departments.yaml", DEPARTMENTS);
    project_write(&project, "assets.yaml", "- {id: A-1, name: x, " ASSET "}\n");
    project_load(&project);
    assert_true(model_is_incomplete(project.model, NULL));
    assert_true(model_is_incomplete(project.model, model_find_kind(project.model, "person")));
    assert_false(model_is_incomplete(project.model, model_find_kind(project.model, "asset")));
    assert_int_equal(diag_count(project.diag), 1);
    assert_string_equal(diag_get(project.diag, 0)->source.file, "people.yaml");
    project_free(&project);
}

#define KIND(rest)                                                                                                     \
    "return { name = 'system', plural = 'systems', shape = 'list', files = { 'systems.yaml' }, " rest " }"
#define ID "{ 'id', 'id', required = true }"

static void test_project_schema(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "schema/system.lua",
                  KIND("title = { ja = 'システム', en = 'System' }, fields = { " ID ", { 'name', 'text' }, "
                       "{ 'rating', 'integer', min = 1 }, { 'runs', 'list', of = { 'ref', to = { 'system' } } } }"));
    project_write(&project, "schema/person.lua",
                  "return { name = 'person', files = { 'staff/*.yaml' }, fields = {\n"
                  " { 'email', 'string', required = true }, { 'level', 'number' } } }");
    project_write(&project, "staff/a.yaml", "- {id: a, name: x, email: a@example.com, level: 1}\n- {id: b, name: y}\n");
    project_write(&project, "systems.yaml", "- {id: S-1, rating: 0, runs: S-1}\n");
    project_load(&project);
    assert_report(&project, "missing-field", "staff/a.yaml", 2, "Person b lacks \"email\"");
    assert_report(&project, "out-of-range", "systems.yaml", 1, "at least 1, but 0");
    assert_int_equal(diag_count(project.diag), 2);
    assert_true(get(&project, "person", "a", "level")->as.real == 1);
    assert_int_equal(model_find(project.model, NULL, "S-1")->referrer_count, 1);
    assert_true(project_run(&project, "assert(isms.systems[1].runs[1] == isms.systems[1])", 0));
    project_free(&project);
}

/* A kind with one record in two files; many references to nothing. */
static void test_second_file(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "schema/scope.lua", "return { name = 'scope', files = { 'scope/*.yaml' }, fields = {} }");
    static const char scope[] =
        "statement: x\nboundaries: {organizational: a, physical: b, technical: c, assets: d, business: e}\n";
    project_write(&project, "scope.yaml", scope);
    project_write(&project, "scope/more.yaml", scope);
    char text[8192] = "";
    for (int i = 0; i < 50; i++)
        sprintf(text + strlen(text), "- {id: A-%d, name: x, " ASSET "}\n", i);
    project_write(&project, "departments.yaml", DEPARTMENTS);
    project_write(&project, "people.yaml", "- {id: other, name: x}\n");
    project_write(&project, "assets.yaml", text);
    project_load(&project);
    assert_report(&project, "second-file", "scope/more.yaml", 0, "scope.yaml is there already");
    assert_int_equal(project_count(&project, "dangling-reference"), 20);
    assert_report(&project, "more-of-the-same", "assets.yaml", 21, "\"owner\" at 30 more places");
    assert_int_equal(diag_count(project.diag), 22);
    project_free(&project);
}

static void test_broken_schema(void **state)
{
    static const struct {
        const char *text, *slug, *words;
    } cases[] = {
        {"return {}", "schema-file", "schema/system.lua"},
        {KIND("fields = { " ID " }, colour = 1"), "schema-unknown", "\"colour\" in system is not known"},
        {"return { name = 'system', shape = 'lst', fields = { " ID " } }", "schema-unknown", "did you mean \"list\"?"},
        {"return { name = 'system', fields = { " ID " } }", "schema-missing", "system lacks shape"},
        {"return { name = 'system', shape = 'list', fields = { " ID " } }", "schema-missing", "system lacks files"},
        {KIND("x = nil"), "schema-missing", "system lacks fields"},
        {KIND("fields = { { 'name', 'text' } }"), "schema-wrong", "a field {"},
        {KIND("fields = { " ID ", { 'a', 'txt' } }"), "schema-unknown", "did you mean \"text\"?"},
        {KIND("fields = { " ID ", { 'a' } }"), "schema-missing", "system.a lacks a type"},
        {KIND("fields = { " ID ", { 'a b', 'text' } }"), "schema-wrong", "names of letters"},
        {KIND("fields = { " ID ", { 'a', 'enum' } }"), "schema-missing", "system.a lacks values"},
        {KIND("fields = { " ID ", { 'a', 'enum', values = { { 'x', tone = 'red' } } } }"), "schema-wrong", "a tone of"},
        {KIND("fields = { " ID ", { 'a', 'ref' } }"), "schema-missing", "system.a lacks to"},
        {KIND("fields = { " ID ", { 'a', 'ref', to = { 'persn' } } }"), "schema-unknown", "did you mean \"person\"?"},
        {KIND("fields = { " ID ", { 'a', 'list' } }"), "schema-missing", "system.a lacks of"},
        {KIND("fields = { " ID ", { 'a', 'map' } }"), "schema-missing", "system.a lacks fields"},
        {KIND("fields = { " ID ", { 'a', 'records' } }"), "schema-missing", "system.a lacks of"},
        {KIND("fields = { " ID ", { 'a', 'integer', min = 'x' } }"), "schema-wrong", "integers"},
        {KIND("fields = { " ID ", { 'a', 'text', requird = true } }"), "schema-unknown", "did you mean \"required\"?"},
        {KIND("fields = { " ID ", { 'a', 'text' }, { 'a', 'text' } }"), "schema-field-twice", "system.a"},
        {KIND("fields = { " ID ", { 'refs', 'text' } }"), "schema-reserved", "system.refs"},
        {"return { name = 'person', fields = { { 'name', 'date' } } }", "schema-changed",
         "person.name is made a date, but it is a text"},
        {"return { name = 'person', shape = 'file', fields = {} }", "schema-changed", "person is made a file"},
        {"return { name = 'system', shape = 'file', files = { 'x.csv' }, fields = { " ID " } }", "schema-wrong",
         "end in .yaml"},
        {"return { name = 'system', shape = 'catalog', catalog = 'x.yaml', catalog_list = 'y', fields = { " ID " } }",
         "catalog-missing", "x.yaml has no list \"y\""},
        {"return { name = 'system', shape = 'catalog', fields = { " ID " } }", "schema-missing", "lacks catalog"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct project project;
        load(&project, "schema/system.lua", cases[i].text);
        const struct diagnostic *d = project_report(&project, cases[i].slug, 0);
        if (!d || !strstr(d->text[LANGUAGE_EN], cases[i].words))
            assert_report(&project, cases[i].slug, "schema/system.lua", 1, cases[i].words);
        assert_true(d->source.file != NULL);
        assert_string_equal(get(&project, "person", "sato", "name")->text, "佐藤"); /* the rest stands */
        project_free(&project);
    }
}

/* Nothing but reports may come of input that is wrong in every way; all places are given. */
static void test_hostile(void **state)
{
    static const char *const texts[] = {
        "",
        "~",
        "[]",
        "{}",
        "- []",
        "- ~",
        "- {id: {a: b}}",
        "- {id: [], name: {}}",
        "- id: 1\n  name: {ja: }\n",
        "- {id: A-1, assets: {a: b}, first: [1], second: x, lost: [[]], acceptance: {by: [], date: {}}}",
        "- {id: 1e3, assets: [[[]]], first: {threat: {}}}",
        "- &a {id: A, name: *b}",
        "- \"\"",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct project project;
        project_new(&project);
        static const char *const paths[] = {"assets.yaml",   "risks.yaml", "tekigo.yaml",   "scope.yaml",
                                            "audits/a.yaml", "soa.yaml",   "policies/a.md", "people.csv"};
        for (size_t j = 0; j < sizeof paths / sizeof *paths; j++)
            project_write(&project, paths[j], texts[i]);
        project_load(&project);
        for (size_t j = 0; j < diag_count(project.diag); j++)
            assert_non_null(diag_get(project.diag, j)->source.file);
        assert_true(project_run(&project,
                                "for _, k in ipairs(isms.kinds) do for _, r in ipairs(list(isms[k.plural])) do\n"
                                "for _, f in ipairs(k.fields) do local x = r[f.name] end end end",
                                0));
        project_free(&project);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shapes),      cmocka_unit_test(test_csv),
                                       cmocka_unit_test(test_reports),     cmocka_unit_test(test_duplicate_places),
                                       cmocka_unit_test(test_files),       cmocka_unit_test(test_repeats_are_counted),
                                       cmocka_unit_test(test_incomplete),  cmocka_unit_test(test_project_schema),
                                       cmocka_unit_test(test_second_file), cmocka_unit_test(test_broken_schema),
                                       cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
