#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "read/read.h"

struct setup {
    struct arena *arena;
    struct diag *diag;
    char directory[64];
};

static void put(const struct setup *setup, const char *path, const void *bytes, size_t length)
{
    FILE *stream = fopen(arena_printf(setup->arena, "%s/%s", setup->directory, path), "wb");
    assert_non_null(stream);
    fwrite(bytes, 1, length, stream);
    fclose(stream);
}

static void put_text(const struct setup *setup, const char *path, const char *text)
{
    put(setup, path, text, strlen(text));
}

static void make(const struct setup *setup, const char *path)
{
    assert_int_equal(mkdir(arena_printf(setup->arena, "%s/%s", setup->directory, path), 0755), 0);
}

static void link_to(const struct setup *setup, const char *path, const char *target)
{
    assert_int_equal(symlink(target, arena_printf(setup->arena, "%s/%s", setup->directory, path)), 0);
}

static int set_up(void **state)
{
    struct setup *setup = malloc(sizeof *setup);
    setup->arena = arena_new();
    setup->diag = diag_new(setup->arena);
    strcpy(setup->directory, "/tmp/tekigo-tree-XXXXXX");
    *state = setup;
    return mkdtemp(setup->directory) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct setup *setup = *state;
    int result = system(arena_printf(setup->arena, "rm -rf '%s'", setup->directory));
    arena_free(setup->arena);
    free(setup);
    return result;
}

static struct tree *open_tree(const struct setup *setup)
{
    struct tree *tree = tree_open(setup->directory, setup->arena, setup->diag);
    assert_non_null(tree);
    diag_sort(setup->diag);
    return tree;
}

/* Loads the file as text and gives the slug of the one report, "" when there is none. */
static const char *load(struct setup *setup, const char *path, struct file **file)
{
    setup->diag = diag_new(setup->arena);
    struct tree *tree = open_tree(setup);
    *file = tree_find(tree, path);
    assert_non_null(*file);
    bool loaded = tree_load(tree, *file);
    assert_true(tree_load(tree, *file) == loaded);
    assert_true(diag_count(setup->diag) < 2);
    return diag_count(setup->diag) ? diag_get(setup->diag, 0)->slug : "";
}

static void files_are_sorted_by_their_bytes(void **state)
{
    static const char *const expected[] = {"a-b.yaml", "a/out/kept.yaml", "a/x.yaml", "b.yaml", "規程.md"};
    struct setup *setup = *state;
    make(setup, "a");
    make(setup, "out");
    make(setup, "a/out");
    make(setup, ".git");
    put_text(setup, "b.yaml", "");
    put_text(setup, "規程.md", "");
    put_text(setup, "a/x.yaml", "");
    put_text(setup, "a-b.yaml", "");
    put_text(setup, "a/out/kept.yaml", "");
    put_text(setup, "out/left.yaml", "");
    put_text(setup, ".git/left", "");
    put_text(setup, "a/.left", "");
    struct tree *tree = open_tree(setup);
    assert_int_equal(tree_count(tree), 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(tree_file(tree, i)->path, expected[i]);
    assert_null(tree_find(tree, "../b.yaml"));
    assert_null(tree_find(tree, "out/left.yaml"));
    assert_string_equal(tree_directory(tree), setup->directory);
}

static void links_stay_inside(void **state)
{
    static const char *const expected[][2] = {
        {"absolute", "link-outside-tree"}, {"d/up", "link-loop"}, {"gone", "link-broken"},
        {"hidden", "link-outside-tree"},   {"self", "link-loop"}, {"whole", "link-loop"}};
    struct setup *setup = *state;
    make(setup, "d");
    put_text(setup, "d/x", "text");
    put_text(setup, ".secret", "");
    link_to(setup, "absolute", "/etc/passwd");
    link_to(setup, "gone", "nowhere");
    link_to(setup, "hidden", ".secret");
    link_to(setup, "inside", "d");
    link_to(setup, "d/up", "../d");
    link_to(setup, "self", "self");
    link_to(setup, "whole", ".");
    struct tree *tree = open_tree(setup);
    assert_int_equal(tree_count(tree), 2);
    struct file *file = tree_find(tree, "inside/x");
    assert_true(tree_load(tree, file));
    assert_string_equal(file->text, "text");
    size_t found = 0;
    for (size_t i = 0; i < diag_count(setup->diag); i++) {
        const struct diagnostic *diagnostic = diag_get(setup->diag, i);
        for (size_t j = 0; j < sizeof expected / sizeof *expected; j++)
            if (strcmp(diagnostic->source.file, expected[j][0]) == 0) {
                assert_string_equal(diagnostic->slug, expected[j][1]);
                found++;
            }
    }
    assert_int_equal(found, sizeof expected / sizeof *expected);
}

static void strange_things_are_passed_over(void **state)
{
    struct setup *setup = *state;
    assert_int_equal(mkfifo(arena_printf(setup->arena, "%s/pipe", setup->directory), 0600), 0);
    put_text(setup, "bad\xff.yaml", "");
    put_text(setup, "bad\n.yaml", "");
    struct tree *tree = open_tree(setup);
    assert_int_equal(tree_count(tree), 0);
    assert_true(diag_count_level(setup->diag, DIAG_ERROR) >= 2);
    assert_int_equal(tree_unread_count(tree), 3);
    assert_null(tree_open("/nowhere/at/all", setup->arena, setup->diag));
}

static void texts_are_made_uniform(void **state)
{
    struct setup *setup = *state;
    struct file *file;
    put_text(setup, "a.md", "\xEF\xBB\xBF一\r\n二\r三\n");
    assert_string_equal(load(setup, "a.md", &file), "");
    assert_string_equal(file->text, "一\n二\n三\n");
    assert_int_equal(file->length, strlen(file->text));
    put_text(setup, "empty.md", "");
    assert_string_equal(load(setup, "empty.md", &file), "");
    assert_string_equal(file->text, "");
    /* か + voicing mark, ハ + semi-voicing mark, e + acute; the compatibility ideograph 神 (U+FA19) stays itself */
    put_text(setup, "marks.md", "か\xE3\x82\x99き ハ\xE3\x82\x9A e\xCC\x81 \xEF\xA8\x99 \xE3\x82\x99\n");
    assert_string_equal(load(setup, "marks.md", &file), "");
    assert_string_equal(file->text, "がき パ \xC3\xA9 \xEF\xA8\x99 \xE3\x82\x99\n");
}

static void other_encodings_are_named(void **state)
{
    static const char shift_jis[] = "id,\x96\xBC\x8F\xCC\nA-1,\x95\x5C\x8E\xA6\x81\x60\n"; /* id,名称 A-1,表示～ */
    static const char euc_jp[] = "\xCC\xBE\xBE\xCE: \xA4\xA2\n";
    struct setup *setup = *state;
    struct file *file;
    put_text(setup, "a.csv", shift_jis);
    assert_string_equal(load(setup, "a.csv", &file), "csv-shift-jis");
    assert_string_equal(file->text, "id,名称\nA-1,表示～\n");
    put_text(setup, "a.yaml", shift_jis);
    assert_string_equal(load(setup, "a.yaml", &file), "file-shift-jis");
    put_text(setup, "e.yaml", euc_jp);
    assert_string_equal(load(setup, "e.yaml", &file), "file-not-utf8");
    put(setup, "w.yaml",
        "\xFF\xFE"
        "a\0",
        4);
    assert_string_equal(load(setup, "w.yaml", &file), "file-utf16");
}

static void bad_bytes_are_located(void **state)
{
    struct setup *setup = *state;
    struct file *file;
    put_text(setup, "a.yaml", "a: 1\n名: \xFFx\n");
    assert_string_equal(load(setup, "a.yaml", &file), "file-not-utf8");
    assert_int_equal(diag_get(setup->diag, 0)->source.line, 2);
    assert_int_equal(diag_get(setup->diag, 0)->source.column, 4);
    put(setup, "b.yaml", "a: 1\n\0", 6);
    assert_string_equal(load(setup, "b.yaml", &file), "file-nul");
    assert_int_equal(diag_get(setup->diag, 0)->source.line, 2);
}

static void bytes_are_given_as_they_are(void **state)
{
    struct setup *setup = *state;
    put(setup, "a.md",
        "\xEF\xBB\xBF"
        "a\r\n\xFF\0b",
        8);
    put_text(setup, "b.md", "b\r\n");
    struct tree *tree = open_tree(setup);
    struct file *file = tree_find(tree, "a.md"), *other = tree_find(tree, "b.md");
    assert_true(tree_load_bytes(tree, file));
    assert_int_equal(file->length, 8);
    assert_memory_equal(file->text,
                        "\xEF\xBB\xBF"
                        "a\r\n\xFF\0b",
                        8);
    assert_true(tree_load(tree, other));
    assert_string_equal(other->text, "b\n");
    assert_true(tree_load_bytes(tree, other));
    assert_string_equal(other->text, "b\r\n");
    assert_string_equal(tree_text(tree, "b.md"), "b\n");
    assert_null(tree_text(tree, "c.md"));
}

static void huge_files_are_refused(void **state)
{
    struct setup *setup = *state;
    struct file *file;
    put_text(setup, "a.yaml", "");
    assert_int_equal(truncate(arena_printf(setup->arena, "%s/a.yaml", setup->directory), 1L << 40), 0);
    assert_string_equal(load(setup, "a.yaml", &file), "file-too-large");
}

static void patterns_match_paths(void **state)
{
    static const struct {
        const char *pattern, *path;
        bool matches;
    } cases[] = {
        {"assets.yaml", "assets.yaml", true},
        {"assets.yaml", "assets.yaml2", false},
        {"assets/*.yaml", "assets/a.yaml", true},
        {"assets/*.yaml", "assets/a/b.yaml", false},
        {"assets/**.yaml", "assets/a/b.yaml", true},
        {"assets/**.yaml", "assets/a.yaml", true},
        {"policies/**/*.md", "policies/a.md", true},
        {"policies/**/*.md", "policies/a/b/c.md", true},
        {"policies/**/*.md", "policies/a/b/c.yaml", false},
        {"**", "a/b", true},
        {"**/x", "x", true},
        {"**/x", "ax", false},
        {"*", "", true},
        {"?", "あ", true},
        {"?", "/", false},
        {"a**b/*c", "a/x/b/b/yc", true},
        {"audits/*/plan.yaml", "audits/2026/plan.yaml", true},
        {"audits/*/plan.yaml", "audits/plan.yaml", false},
        {"", "", true},
        {"", "a", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (path_match(cases[i].pattern, cases[i].path) != cases[i].matches)
            fail_msg("%s %s", cases[i].pattern, cases[i].path);
    char path[5001];
    memset(path, 'a', 5000);
    path[5000] = '\0';
    assert_false(path_match("**a*a**a*a**a*a**a*a**b", path));
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(files_are_sorted_by_their_bytes), TEST(links_stay_inside),         TEST(strange_things_are_passed_over),
        TEST(texts_are_made_uniform),          TEST(other_encodings_are_named), TEST(bad_bytes_are_located),
        TEST(bytes_are_given_as_they_are),     TEST(huge_files_are_refused),    cmocka_unit_test(patterns_match_paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
