/* Composing: what templates and live text become as nodes, what errors of theirs do, whose approvals count. */
#include "project.h"

#include "base/buffer.h"
#include "compose/compose.h"

#define MANIFEST "organization: {name: 試験株式会社}\n"
#define TEMPLATE(body)                                                                                                 \
    "return document 'own' { title = { ja = '試験', en = 'Test' }, group = '4', order = 1, body = function(isms, "   \
    "d) " body " end }"

static const char people[] = "- {id: P-1, name: {ja: 山田, en: Yamada}}\n- {id: P-2, name: 鈴木}\n";
static const char departments[] =
    "- {id: gen, name: 総務部, manager: P-1, employees: 12345}\n- {id: dev, name: {en: Development}}\n";

static struct document_set *compose(struct project *project, bool draft)
{
    static struct compose_options options = {.date = "2026-10-15", .commit = "abc1234", .dirty = true};
    options.draft = draft;
    project_load(project);
    struct document_set *set =
        compose_documents(project->script, project->model, &options, project->arena, project->diag);
    diag_sort(project->diag);
    assert_int_equal(lua_gettop(script_state(project->script)), 0);
    return set;
}

static struct document_set *compose_template(struct project *project, const char *text)
{
    project_new(project);
    project_write(project, "tekigo.yaml", MANIFEST);
    project_write(project, "people.yaml", people);
    project_write(project, "departments.yaml", departments);
    project_write(project, "templates/own.lua", text);
    return compose(project, false);
}

static struct document *find(struct document_set *set, const char *id, const char *language)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->items[i]->id, id) == 0 && strcmp(set->items[i]->language, language) == 0)
            return set->items[i];
    fprintf(stderr, "no document %s\n", id);
    fail();
    return NULL;
}

static const char *dump(struct project *project, const struct document *document)
{
    struct buffer out = {0};
    dump_node(document->root, &out);
    char *text = arena_strndup(project->arena, out.data, out.length);
    buffer_free(&out);
    return text;
}

static void assert_contains(const char *text, const char *part)
{
    if (!strstr(text, part)) {
        fprintf(stderr, "\"%s\" is not in:\n%s\n", part, text);
        fail();
    }
}

static void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part)) {
        fprintf(stderr, "\"%s\" should not be in:\n%s\n", part, text);
        fail();
    }
}

static void test_metadata(void **state)
{
    (void)state;
    struct project project;
    struct document_set *set = compose_template(&project, TEMPLATE("d:cover()"));
    struct document *document = find(set, "own", "ja");
    assert_string_equal(document->title, "試験");
    assert_string_equal(document->subtitle, "Test");
    assert_string_equal(document->organization, "試験株式会社");
    assert_string_equal(document->group_title, "組織の状況");
    assert_string_equal(document->commit, "abc1234+");
    assert_string_equal(document->version, "");
    assert_contains(dump(&project, document), "未記入"); /* number, version, dates are not there */
    assert_true(set->known(set->known_context, "gen"));
    assert_true(set->known(set->known_context, "clause-5.1"));
    assert_false(set->known(set->known_context, "nowhere"));
    project_free(&project);
}

static void test_table_of_records(void **state)
{
    (void)state;
    struct project project;
    struct document_set *set = compose_template(
        &project, TEMPLATE("d:table(isms.departments, { 'id', { 'name', required = true }, 'manager', 'employees',"
                           " { function(x) return x.employees and 'many' or nil, 'high' end, group = 'G' } },"
                           " { home = true, group = function(x) return x.id end })"));
    const char *text = dump(&project, find(set, "own", "ja"));
    assert_contains(text, "12,345");
    assert_contains(text, "山田");
    assert_contains(text, "Development");
    assert_contains(text, "language=\"en\"");
    assert_contains(text, "tone=high");
    assert_contains(text, "\"—\"");
    const struct node *table = find(set, "own", "ja")->root->first;
    const struct node *row = table->last;
    assert_int_equal(row->type, NODE_ROW);
    assert_true(row->as.row.home);
    assert_string_equal(row->id, "dev");
    assert_string_equal(row->source.file, "departments.yaml");
    assert_int_equal(row->source.line, 2);
    project_free(&project);
}

/* Values with holes, a node used twice, false for nothing, texts by language. */
static void test_inlines(void **state)
{
    (void)state;
    struct project project;
    struct document_set *set = compose_template(
        &project, TEMPLATE("local s = d:strong('twice') local f = d:show(isms.departments[1], 'name')"
                           " d:paragraph { 'a', nil, s, false, { ja = '日', en = 'E' }, s, 7, f, f, 'x\\ny ' }"));
    const struct node *paragraph = find(set, "own", "ja")->root->first;
    assert_string_equal(node_plain_text(paragraph, project.arena), "atwice日twice7総務部総務部x y ");
    assert_no_reports(&project);
    project_free(&project);
}

/* An id stays with its name; names that hold commas do not stand in a row parted by commas. */
static void test_references(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "tekigo.yaml", MANIFEST "languages: [ja, en]\n");
    project_write(
        &project, "departments.yaml",
        "- {id: gen, name: {ja: 総務部, en: General}}\n- {id: buy, name: {ja: 購買、倉庫, en: 'Buying, storage'}}\n"
        "- {id: dev, name: {ja: 設計部, en: Development}}\n");
    project_write(&project, "templates/own.lua",
                  TEMPLATE("local gen, buy, dev = isms.departments[1], isms.departments[2], isms.departments[3]"
                           " local function refs(list) d:paragraph { d:refs(list, { form = 'both' }) } end"
                           " refs { gen, dev } refs { gen, buy }"));
    struct document_set *set = compose(&project, false);
    const struct node *paragraph = find(set, "own", "ja")->root->first;
    assert_string_equal(node_plain_text(paragraph, project.arena), "gen\xC2\xA0総務部、dev\xC2\xA0設計部");
    assert_string_equal(node_plain_text(paragraph->next, project.arena), "gen\xC2\xA0総務部 buy\xC2\xA0購買、倉庫");
    paragraph = find(set, "own", "en")->root->first;
    assert_string_equal(node_plain_text(paragraph, project.arena), "gen\xC2\xA0General, dev\xC2\xA0"
                                                                   "Development");
    assert_string_equal(node_plain_text(paragraph->next, project.arena), "gen\xC2\xA0General; buy\xC2\xA0"
                                                                         "Buying, storage");
    project_free(&project);
}

/* A failing template is reported with its line; what it made stands, and so do the other documents. */
static void test_template_fails(void **state)
{
    (void)state;
    static const struct {
        const char *body, *words;
    } cases[] = {
        {"d:paragraph('before')\n error('deliberate')", "deliberate"},
        {"\n d:table({ 1 }, { { function() return function() end end } })", "function cannot stand in a text"},
        {"\n d:list { function() end }", "function cannot stand in a text"},
        {"\n d:table(isms.departments, { 'nonsense' })", "no field \"nonsense\""},
        {"\n d:callout('purple', 'x')", "no tone \"purple\""},
        {"\n local t = {} t[1] = t d:paragraph(t)", "nested too deeply"},
        {"\n d:section('a', function() d:callout('low', function() d:section('b') end) end)",
         "cannot stand in a callout"},
        {"\n d:drawing { width = 1, height = 1, alt = 'x', shapes = { { 'blob' } } }", "no shape or role \"blob\""},
        {"\n local c = {} for i = 1, 70 do c[i] = { 'id' } end d:table(isms.departments, c)", "too many columns"},
        {"\n local function deep() d:callout('low', deep) end deep()", "nested too deeply"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct project project;
        char text[600];
        snprintf(text, sizeof text, TEMPLATE("%s"), cases[i].body);
        struct document_set *set = compose_template(&project, text);
        assert_report(&project, "lua-error", "templates/own.lua", 2, cases[i].words);
        find(set, "dashboard", "ja");
        assert_non_null(find(set, "dashboard", "ja")->root->first);
        project_free(&project);
    }
}

static void test_no_template(void **state)
{
    (void)state;
    struct project project;
    compose_template(&project, "return 7");
    assert_report(&project, "template-wrong", "templates/own.lua", 0, "document");
    project_free(&project);
    compose_template(&project, "return document 'own' { title = 'x' }");
    assert_report(&project, "template-wrong", "templates/own.lua", 0, "body");
    project_free(&project);
    project_new(&project);
    project_write(&project, "tekigo.yaml", MANIFEST);
    project_write(&project, "templates/a.lua", TEMPLATE(""));
    project_write(&project, "templates/b.lua", TEMPLATE(""));
    compose(&project, false);
    assert_int_equal(project_count(&project, "document-twice"), 1);
    project_free(&project);
    project_new(&project); /* a project that breaks the library ends no process */
    project_write(&project, "tekigo.yaml", MANIFEST);
    project_write(&project, "lua/lib/document.lua", "return 5");
    assert_int_equal(compose(&project, false)->count, 0);
    assert_true(diag_count_level(project.diag, DIAG_ERROR) > 0);
    project_free(&project);
    project_new(&project);
    project_write(&project, "tekigo.yaml", MANIFEST);
    project_write(&project, "lua/lib/document.lua", "local build = ...\nbuild.load 'lua/lib/nothing.lua'");
    assert_int_equal(compose(&project, false)->count, 0);
    assert_report(&project, "template-library", "lua/lib/nothing.lua", 0, "nothing.lua");
    project_free(&project);
}

static const char policy[] =
    "---\nid: A-01\ntitle: {ja: 方針, en: Policy}\nlevel: policy\nversion: \"2.0\"\nauthor: P-1\napprover: P-2\n---\n"
    "# 一\n\n部門は{{ #isms.departments }}です。{{ here.version }}版。{{ isms.nothing }}{{ d:strong('強') }}\n\n"
    "- {{ nil + 1 }}\n\n```tekigo\nd:table(isms.departments, { 'id' })\n```\n\n脚注[^1]。\n\n[^1]: 注\n\n"
    "```tekigo\nlocal x = 1\nerror('block')\n```\n";

static void test_live_text(void **state)
{
    (void)state;
    struct project project;
    for (int draft = 0; draft < 2; draft++) {
        project_new(&project);
        project_write(&project, "tekigo.yaml", MANIFEST "languages: [ja, en]\n");
        project_write(&project, "people.yaml", people);
        project_write(&project, "departments.yaml", departments);
        project_write(&project, "policies/a.md", policy);
        struct document_set *set = compose(&project, draft);
        const char *ja = dump(&project, find(set, "A-01", "ja")), *en = dump(&project, find(set, "A-01", "en"));
        assert_contains(ja, "\"2\"");
        assert_contains(ja, "\"2.0\"");
        assert_contains(ja, "\"強\"");
        assert_contains(ja, "\"gen\"");
        assert_contains(en, "\"gen\""); /* the body was copied, not moved */
        assert_contains(ja, draft ? "nil + 1" : "未記入");
        if (!draft)
            assert_lacks(ja, "nil + 1");
        assert_report(&project, "live-nothing", "policies/a.md", 11, "isms.nothing");
        assert_report(&project, "lua-error", "policies/a.md", 13, "");
        assert_report(&project, "lua-error", "policies/a.md", 25, "block");
        assert_string_equal(find(set, "A-01", "en")->title, "Policy");
        assert_string_equal(find(set, "A-01", "en")->path, "policies/a.md");
        project_free(&project);
    }
}

/* Boxes are filled by approvals of this version alone. */
static void test_approvals(void **state)
{
    (void)state;
    static const char approvals[] =
        "- {id: 1, document: A-01, version: \"1.0\", role: approver, person: P-2, date: 2025-01-01}\n"
        "- {id: 2, document: A-01, version: \"2.0\", role: author, person: P-1, date: 2026-01-01}\n";
    struct project project;
    project_new(&project);
    project_write(&project, "tekigo.yaml", MANIFEST);
    project_write(&project, "people.yaml", people);
    project_write(&project, "policies/a.md", policy);
    project_write(&project, "approvals.yaml", approvals);
    struct document_set *set = compose(&project, false);
    const struct node *boxes = find(set, "A-01", "ja")->root->first->last;
    assert_int_equal(boxes->type, NODE_SIGNATURES);
    assert_string_equal(boxes->first->as.signature.role, "承認");
    assert_string_equal(boxes->first->text, "");
    assert_null(boxes->first->as.signature.date);
    assert_string_equal(boxes->last->as.signature.role, "作成");
    assert_string_equal(boxes->last->text, "山田");
    assert_string_equal(boxes->last->as.signature.date, "2026-01-01");
    project_free(&project);
}

/* Every built-in document of the tree that `init` writes is made without a report. */
static void test_minimal(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    for (size_t i = 0; i < embedded_count; i++)
        if (strncmp(embedded_files[i].path, "examples/minimal/", 17) == 0)
            project_write(&project, embedded_files[i].path + 17, embedded_files[i].data);
    compose(&project, false);
    assert_int_equal(project_count(&project, "lua-error"), 0);
    assert_int_equal(project_count(&project, "live-nothing"), 0);
    project_free(&project);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_metadata),   cmocka_unit_test(test_table_of_records), cmocka_unit_test(test_inlines),
        cmocka_unit_test(test_references), cmocka_unit_test(test_template_fails),   cmocka_unit_test(test_no_template),
        cmocka_unit_test(test_live_text),  cmocka_unit_test(test_approvals),        cmocka_unit_test(test_minimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
