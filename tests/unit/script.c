/* Lua in the build: what scripts see, what they may not do, and how their errors are told. */
#include "project.h"

static const char people[] = "- {id: yamada, name: {ja: 山田 太郎, en: Taro Yamada}}\n"
                             "- {id: sato, name: 佐藤 花子}\n";
static const char assets[] =
    "- {id: A-001, name: 顧客台帳, owner: yamada, department: gen, confidentiality: 3, integrity: 2, availability: 1}\n"
    "- {id: A-002, name: 図面, owner: sato, department: gen, confidentiality: 2, integrity: 3, availability: 1}\n";
static const char risks[] = "- id: R-001\n  assets: [A-001, A-002]\n  source: 外部者\n  event: 漏えい\n"
                            "  consequence: 信用の低下\n  first: {threat: 2, vulnerability: 3}\n  status: 済み\n"
                            "  lost: [confidentiality, 完全性]\n";

static void start(struct project *project)
{
    project_new(project);
    project_write(project, "people.yaml", people);
    project_write(project, "departments.yaml", "- {id: gen, name: 総務部}\n");
    project_write(project, "assets.yaml", assets);
    project_write(project, "risks.yaml", risks);
    project_load(project);
}

/* Runs assertions written in Lua. */
static void check(const char *text)
{
    struct project project;
    start(&project);
    assert_no_reports(&project);
    assert_true(project_run(&project, text, 0) || (assert_no_reports(&project), false));
    assert_int_equal(lua_gettop(script_state(project.script)), 0);
    project_free(&project);
}

static void test_records(void **state)
{
    (void)state;
    check(
        "local risk = isms:find('R-001')\n"
        "assert(risk.assets[1] == isms.assets[1] and risk.assets[1].name == '顧客台帳')\n"
        "assert(risk.assets[2].owner.name == '佐藤 花子' and #risk.assets == 2)\n"
        "assert(isms.assets[1]:refs('risk')[1] == risk and #isms.assets[1]:refs() == 1)\n"
        "assert(#isms.people[1]:refs('asset') == 1 and #isms.people[1]:refs('risk') == 0)\n"
        "assert(risk.first.threat == 2 and risk.second == nil and risk.option == nil)\n"
        "assert(risk.status == 'done' and risk:label('status').ja == '済み' and risk:label('status', 'en') == 'Done')\n"
        "assert(risk:tone('status') == 'good' and risk:tone('option') == 'none')\n"
        "assert(risk:label('lost', 'en')[2] == 'Integrity' and risk.lost[2] == 'integrity')\n"
        "assert(risk.kind == 'risk' and risk.path == 'risks.yaml' and risk.name_text == '漏えい')\n"
        "assert(isms.people[1].name.en == 'Taro Yamada' and text(isms.people[1], 'en') == 'Taro Yamada')\n"
        "assert(isms:find('R-001', 'asset') == nil and isms:find('x') == nil and isms.manifest == nil)\n"
        "assert(isms.date == '2026-10-15' and isms.languages[1] == 'ja' and #isms.clauses > 20)\n"
        "assert(tostring(risk) == 'risk R-001' and risk:has_body() == false)\n"
        "assert(isms:find('4.1').catalog.id == '4.1' and isms.controls[1] == nil)\n"
        "local kinds = {} for _, k in ipairs(isms.kinds) do kinds[k.name] = k end\n"
        "assert(kinds.asset.fields[1].name == 'id' and kinds.risk.title.en == 'Risk')\n");
}

/* Markdown documents and files. */
static void test_documents(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "people.yaml", people);
    project_write(
        &project, "policies/p.md",
        "---\nid: P-1\ntitle: 方針\nlevel: 方針\nversion: 1.10\nauthor: yamada\n---\n\n# 目的\n\n守る **情報** を。\n");
    project_write(&project, "policies/q.md",
                  "---\nid: P-2\ntitle: 規程\nlevel: standard\nversion: 2\nauthor: sato\n---\n");
    project_write(&project, "evidence.yaml",
                  "- {id: E-1, title: a, date: 2026-01-01, file: evidence/a.txt}\n"
                  "- {id: E-2, title: b, date: 2026-01-01, file: evidence/b.txt}\n");
    project_write(&project, "evidence/a.txt", "abc");
    project_load(&project);
    assert_int_equal(project_count(&project, "file-missing"), 1);
    assert_true(
        project_run(&project,
                    "local p, q = isms:find('P-1'), isms:find('P-2')\n"
                    "assert(p:has_body() and not q:has_body() and p:body_text():find('守る 情報 を。', 1, true))\n"
                    "assert(p.version == '1.10' and q.version == '2' and p.author == isms.people[1])\n"
                    "local e = isms.evidence\n"
                    "assert(e[1]:file_exists('file') and not e[2]:file_exists('file') and e[2]:sha256('file') == nil)\n"
                    "assert(e[1]:sha256('file') == "
                    "'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')\n"
                    "assert(#list(nil) == 0 and list(p)[1] == p and isms.scopes[1] == nil)",
                    0) ||
        (assert_no_reports(&project), false));
    project_free(&project);
}

static void test_lists(void **state)
{
    (void)state;
    check(
        "local a = isms.assets\n"
        "assert(a:count() == 2 and a:count(function(x) return x.confidentiality == 3 end) == 1)\n"
        "assert(a:where(function(x) return x.integrity == 3 end)[1].id == 'A-002' and a:first().id == 'A-001')\n"
        "assert(a:sum('integrity') == 5 and table.concat(a:map('id'), ',') == 'A-001,A-002')\n"
        "local s = a:sort(function(x, y) return x.integrity > y.integrity end)\n"
        "assert(s[1].id == 'A-002' and a[1].id == 'A-001')\n"
        "local n = 0 for owner, list in a:group('owner') do n = n + 1 assert(owner.id and list[1].owner == owner) end\n"
        "assert(n == 2)\n"
        "for word, list in isms.risks:group('status') do assert(word.id == 'done' and word.title.ja == '済み' and "
        "#list == 1) end\n"
        "for key in isms.risks:group('option') do assert(key == '') end\n"
        "for key in isms.risks:group('first.threat') do assert(key == 2) end\n"
        "local t = {} for i = 1, 100 do t[i] = {i % 7, i} end\n"
        "t = list(t):sort(function(x, y) return x[1] < y[1] end)\n"
        "for i = 2, 100 do assert(t[i-1][1] < t[i][1] or (t[i-1][1] == t[i][1] and t[i-1][2] < t[i][2])) end\n"
        "local keys = {} for k in pairs({ b = 1, a = 2, [2] = 3, [1] = 4 }) do keys[#keys + 1] = tostring(k) end\n"
        "assert(table.concat(keys) == '12ab' and next({}) == nil and next({ x = 1 }) == 'x')\n");
}

static void test_helpers(void **state)
{
    (void)state;
    check(
        "assert(present('x') and not present(' 　') and not present(nil) and not present({}) and present(0))\n"
        "assert(text({ en = 'a' }, 'ja') == 'a' and text(nil, 'ja') == '' and text(3, 'ja') == '3')\n"
        "assert(has_language({ ja = 'あ' }, 'ja') and not has_language({ ja = 'あ' }, 'en') and has_language('x', "
        "'en'))\n"
        "assert(days('2026-02-28', '2026-03-01') == 1 and add_months('2026-01-31', 1) == '2026-02-28')\n"
        "assert(add_days('2026-12-31', 1) == '2027-01-01' and year('2026-10-15') == 2026 and day('2026-10-15') == 15)\n"
        "assert(format_date('2026-10-05', 'ja') == '2026年10月5日' and format_date('2026-10-05', 'en') == '5 October "
        "2026')\n"
        "assert(trim(' 　a b　') == 'a b' and width('aあ') == 3 and #split('a,b,,c', ',') == 4)\n"
        "assert(contains({ 1, 2 }, 2) and not contains(nil, 1) and setting('x', 5) == 5)\n"
        "assert(#catalog('lua/catalogs/annex-a.yaml').controls == 93)\n"
        "assert(string.format('%s %d', {}, 3) == 'table 3' and tostring({}) == 'table')\n");
}

/* What cannot be changed reads as before; what a script made itself stays its own. */
static void test_read_only(void **state)
{
    (void)state;
    check("local a, first = isms.assets, isms.risks[1].first\n"
          "assert(rawlen(a) == 2 and rawget(a, 2) == a[2] and rawget(a, 3) == nil and select('#', table.unpack(a)) == "
          "2)\n"
          "assert(rawget(first, 'threat') == 2 and next(first) == 'threat' and #first == 0 and next(isms.incidents) == "
          "nil)\n"
          "local n = 0 for k, v in pairs(first) do n = n + v assert(first[k] == v) end assert(n == 5)\n"
          "n = 0 for i, v in ipairs(a) do n = n + 1 assert(a[i] == v) end assert(n == 2)\n"
          "n = 0 for k in sorted(a) do n = n + k end assert(n == 3)\n"
          "assert(table.concat(isms.risks[1].lost, ' ') == 'confidentiality integrity' and a == isms.assets)\n"
          "assert(contains(isms.risks[1].lost, 'integrity') and find_any('x integrity', isms.risks[1].lost))\n"
          "assert(present(first) and not present(isms.incidents) and ('threat'):gsub('%a+', first) == '2')\n"
          "assert(getmetatable(a) == 'list' and getmetatable(first) == 'table' and tostring(a) == 'table' and list(a) "
          "== a)\n"
          "local moved = table.move(a, 1, 2, 2, { 0 }) assert(#moved == 3 and moved[3] == a[2])\n");
    check("local kept = isms.assets:where(function() return true end)\n"
          "kept[1] = kept[2] kept.own = 1 table.insert(kept, 3) table.remove(kept) assert(#kept == 2 and kept[1] == "
          "kept[2])\n"
          "local sorted = isms.assets:sort('id') sorted[1] = nil\n"
          "local refs = isms.people[1]:refs() refs[1] = nil\n"
          "local label = isms.risks[1]:label('lost') label[1] = nil\n"
          "for _, group in isms.assets:group('owner') do group[1] = nil end\n"
          "local own = { 3, 1, x = { 2 } } own[1] = 2 own.x[1] = nil table.sort(own) assert(own[1] == 1 and not "
          "own.x[1])\n"
          "assert(#isms.assets == 2 and isms.assets[1].id == 'A-001' and #isms.people[1]:refs() == 1)\n");
    check("local inner = { 1, 2 }\n"
          "local ring = { inner, inner, list { 3 }, isms.assets[1], f = text }\n"
          "ring.ring = ring\n"
          "local t = read_only(ring)\n"
          "assert(t.ring == t and t[1] == t[2] and t[1] ~= inner and t[3]:sum() == 3 and t[4] == isms.assets[1])\n"
          "inner[1] = 9 ring[1] = nil assert(t[1][1] == 1 and t.f == text and read_only(t) == t and #t == 4)\n"
          "local again = list(t[1]) again[1] = 5 assert(again:count() == 2 and t[1][1] == 1)\n"
          "assert(text(read_only { ja = '語' }, 'ja') == '語' and not present(read_only {}))\n");
}

/* A metatable is read when it is set. */
static void test_metatables(void **state)
{
    (void)state;
    check("local class = {} class.__index = class\n"
          "class.__tostring = function(o) return 'o' .. o.n end class.__len = function() return 7 end\n"
          "class.__call = function(o, x) return o.n + x end class.__eq = function() return true end\n"
          "local o = setmetatable({ n = 1 }, class)\n"
          "function class:twice() return 2 * self.n end\n"
          "assert(o:twice() == 2 and tostring(o) == 'o1' and #o == 7 and o(2) == 3 and o == setmetatable({}, class))\n"
          "assert(getmetatable(o) == class and getmetatable({}) == nil and getmetatable(setmetatable(o, nil)) == nil)\n"
          "assert(not pcall(setmetatable, setmetatable({}, { __metatable = 'no' }), {}))\n"
          "local m = {} local weak = setmetatable({ {} }, m) m.__mode = 'v'\n"
          "for i = 1, 300000 do local t = { i } end\n"
          "assert(weak[1] and not pcall(setmetatable, weak, m))\n");
}

/* Each line of Lua and the words of the report it must give. */
static void test_refusals(void **state)
{
    static const struct {
        const char *text, *slug, *words;
    } cases[] = {
        {"x = 1", "lua-error", "cannot assign to the global `x`"},
        {"string.rep = 1", "lua-error", "libraries cannot be changed"},
        {"_G.x = 1", "lua-error", "cannot assign to the global `x`"},
        {"io.open('/etc/passwd')", "lua-error", "`io` is not available"},
        {"os.exit()", "lua-error", "`os` is not available"},
        {"load('return 1')", "lua-error", "`load` is not available"},
        {"rawset(_G, 'x', 1)", "lua-error", "`rawset` is not available"},
        {"return asets", "lua-error", "no variable or function `asets`"},
        {"math.random()", "lua-error", "attempt to call a nil value (field 'random')"},
        {"string.dump(function() end)", "lua-error", "attempt to call a nil value (field 'dump')"},
        {"setmetatable({}, { __gc = function() end })", "lua-error", "`__gc` is not allowed"},
        {"setmetatable('', {})", "lua-error", "table expected"},
        {"getmetatable('').__index = nil", "lua-error", "attempt to index a string value"},
        {"isms.x = 1", "lua-error", "isms cannot be changed"},
        {"isms.assets[1].name = 'x'", "lua-error", "records cannot be changed (assignment to `name`)"},
        {"table.sort(isms.assets, function() end)", "lua-error", "this table cannot be changed"},
        {"table.insert(isms.risks[1].assets, 1)", "lua-error", "this table cannot be changed"},
        {"isms.risks[1].first.x = 1", "lua-error", "this table cannot be changed"},
        {"isms.risks[1].first.threat = 1", "lua-error", "this table cannot be changed"},
        {"isms.risks[1] = nil", "lua-error", "this table cannot be changed"},
        {"isms.risks[1].assets[1] = nil", "lua-error", "this table cannot be changed"},
        {"isms.kinds[1].title.ja = 'x'", "lua-error", "this table cannot be changed"},
        {"isms.languages[1] = 'en'", "lua-error", "this table cannot be changed"},
        {"isms.people[1].name.en = 'x'", "lua-error", "this table cannot be changed"},
        {"isms:find('4.1').catalog.title = nil", "lua-error", "this table cannot be changed"},
        {"catalog('lua/catalogs/annex-a.yaml').controls[1].id = 1", "lua-error", "this table cannot be changed"},
        {"table.remove(isms.incidents)", "lua-error", "this table cannot be changed"},
        {"table.move({}, 1, 0, 1, isms.assets)", "lua-error", "this table cannot be changed"},
        {"read_only({ a = { 1 } }).a[1] = 2", "lua-error", "this table cannot be changed"},
        {"setmetatable(isms.assets, nil)", "lua-error", "the metatable of this value cannot be changed"},
        {"string.format('%p', {})", "lua-error", "%p"},
        {"for k in pairs({ [{}] = 1 }) do end", "lua-error", "no order for pairs"},
        {"local s = string.rep('x', 1 << 40)", "lua-error", "resulting string too large"},
        {"local function f() return 1 + f() end f()", "lua-error", "stack overflow"},
        {"error({})", "lua-error", "error(table)"},
        {"days('2026-02-30', isms.date)", "lua-error", "\"2026-02-30\" is not a date"},
        {"return isms.risks[1].owner.name", "lua-error", "attempt to index a nil value (field 'owner')"},
        {"return = 1", "lua-syntax", "unexpected symbol near '='"},
    };
    (void)state;
    struct project project;
    start(&project);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, "\n%s", cases[i].text);
        size_t before = diag_count(project.diag);
        assert_false(project_run(&project, text, 0));
        assert_int_equal(diag_count(project.diag), before + 1);
        assert_report(&project, cases[i].slug, "test.lua", 2, cases[i].words);
        assert_int_equal(lua_gettop(script_state(project.script)), 0);
    }
    assert_false(project_run(&project, "\x1bLua", 0)); /* precompiled */
    assert_true(project_run(&project, "assert(#isms.assets == 2)", 0));
    project_free(&project);
}

/* What the scripts told when they could not go on. */
struct stopped {
    jmp_buf back;
    enum script_stop why;
    struct source place;
};

static void stop(void *context, enum script_stop why, struct source place)
{
    struct stopped *stopped = context;
    stopped->why = why;
    stopped->place = place;
    longjmp(stopped->back, 1);
}

/* Memory that runs out is nothing that a script could catch, and names the line. */
static void test_memory(void **state)
{
    static const char *const texts[] = {
        "\nlocal s = string.rep('x', 1 << 30)",
        "\nlocal t = {} while true do t[#t + 1] = string.rep('x', 1 << 20) .. #t end",
        "\npcall(string.rep, 'x', 1 << 30)",
        "\nwhile true do pcall(function() return string.rep('x', 1 << 30) end) end",
        "\nlocal t = {} for i = 1, 1 << 30 do t[i] = i end",
        "\nlocal t = {} for i = 1, 1 << 30 do t[i] = 'x' end return table.concat(t)",
        "\nlocal s = 'x' while true do s = s .. s end",
        "\nreturn list({}):map(string.rep('x', 1 << 29))",
        "\nerror(string.rep('x', 1 << 29))",
        "\nreturn (string.rep('x', 1 << 24):gsub('x', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'))",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct project project;
        struct stopped stopped = {.why = SCRIPT_OUT_OF_TIME};
        start(&project);
        script_close(project.script);
        struct script_files files = {.file = project_file, .list = project_list, .context = &project};
        struct script_watch watch = {.stop = stop, .context = &stopped, .memory = 64 << 20};
        project.script = script_open(&files, &watch, project.arena, project.diag);
        script_start(project.script);
        script_set_model(project.script, project.model, "2026-10-15");
        if (setjmp(stopped.back) == 0) {
            project_run(&project, texts[i], 0);
            fail();
        }
        assert_int_equal(stopped.why, SCRIPT_OUT_OF_MEMORY);
        assert_string_equal(stopped.place.file, "test.lua");
        assert_int_equal(stopped.place.line, 2);
        assert_int_equal(diag_count(project.diag), 0);
        project_free(&project);
    }
}

/* A collection makes room: what is not held any more does not count. */
static void test_garbage(void **state)
{
    (void)state;
    struct project project;
    start(&project);
    script_close(project.script);
    struct script_files files = {.file = project_file, .list = project_list, .context = &project};
    struct script_watch watch = {.memory = 64 << 20};
    project.script = script_open(&files, &watch, project.arena, project.diag);
    script_start(project.script);
    script_set_model(project.script, project.model, "2026-10-15");
    assert_true(project_run(&project, "for i = 1, 400 do local s = string.rep('x', 1 << 20) .. i end", 0));
    assert_false(project_run(&project, "error('not enough memory')", 0)); /* so says a script */
    assert_report(&project, "lua-error", "test.lua", 1, "not enough memory");
    project_free(&project);
}

static void test_data(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "data.lua", "return { print }");
    project_write(&project, "text.lua", "return 'x'");
    project_write(&project, "list.lua", "return { 3, { 2 }, 1 }");
    project_open(&project);
    assert_null(script_data(project.script, "data.lua")); /* print is not there */
    assert_report(&project, "lua-error", "data.lua", 1, "`print` is not available");
    const struct value *value = script_data(project.script, "list.lua");
    assert_int_equal(value->kind, VALUE_LIST);
    assert_int_equal(value->first->as.integer, 3);
    assert_null(script_data(project.script, "text.lua"));
    assert_report(&project, "lua-no-table", "text.lua", 0, "not string");
    assert_null(script_data(project.script, "none.lua"));
    project_free(&project);
}

static void test_data_order(void **state)
{
    (void)state;
    struct project project;
    project_new(&project);
    project_write(&project, "data.lua", "return { 'a', 'b', z = 1.5, c = true, g = function() end, t = {} }");
    project_open(&project);
    const struct value *value = script_data(project.script, "data.lua");
    assert_int_equal(value->kind, VALUE_MAP);
    const char *keys[] = {"1", "2", "c", "t", "z"};
    const struct value *entry = value->first;
    for (size_t i = 0; i < 5; i++, entry = entry->next)
        assert_string_equal(entry->key, keys[i]);
    assert_null(entry);
    assert_int_equal(value_get(value, "t")->kind, VALUE_LIST);
    project_free(&project);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records),  cmocka_unit_test(test_documents), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_helpers),  cmocka_unit_test(test_read_only), cmocka_unit_test(test_metatables),
        cmocka_unit_test(test_refusals), cmocka_unit_test(test_memory),    cmocka_unit_test(test_garbage),
        cmocka_unit_test(test_data),     cmocka_unit_test(test_data_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
