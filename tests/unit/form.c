/* Pages of other files as forms: what is taken along, what is refused, damaged files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "pdf/form_read.h"

enum { WIDTH = 200, HEIGHT = 300 };

struct press {
    struct arena *arena;
    struct form_reader *reader;
};

static int set_up(void **state)
{
    struct press *press = calloc(1, sizeof *press);
    press->arena = arena_new();
    enum shared_library_state state_of_library;
    char words[SHARED_LIBRARY_WORDS];
    press->reader = form_reader_open(&state_of_library, words);
    assert_int_equal(state_of_library, SHARED_LIBRARY_LOADED);
    *state = press;
    return 0;
}

static int tear_down(void **state)
{
    struct press *press = *state;
    form_reader_close(press->reader);
    arena_free(press->arena);
    free(press);
    return 0;
}

/* A file of a page whose resources are these; `objects` are 4, 5 and so on, NULL at the end. */
static struct buffer make_file(const char *page, const char *resources, const char *const *objects)
{
    struct buffer file = {0};
    size_t places[16], count = 3;
    buffer_add_text(&file, "%PDF-1.4\n");
    places[0] = file.length;
    buffer_add_text(&file, "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    places[1] = file.length;
    buffer_add_text(&file, "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n");
    places[2] = file.length;
    buffer_printf(&file, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]%s/Resources<<%s>>>>\nendobj\n", page,
                  resources);
    for (; *objects; objects++) {
        places[count++] = file.length;
        buffer_printf(&file, "%zu 0 obj\n%s\nendobj\n", count, *objects);
    }
    size_t start = file.length;
    buffer_printf(&file, "xref\n0 %zu\n0000000000 65535 f \n", count + 1);
    for (size_t i = 0; i < count; i++)
        buffer_printf(&file, "%010zu 00000 n \n", places[i]);
    buffer_printf(&file, "trailer\n<</Size %zu/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", count + 1, start);
    return file;
}

static const struct form *read_page(struct press *press, const char *page, const char *resources,
                                    const char *const *objects)
{
    if (!press->reader)
        skip();
    struct buffer file = make_file(page, resources, objects);
    const struct form *form = form_read(press->reader, file.data, file.length, WIDTH, HEIGHT, press->arena);
    buffer_free(&file);
    return form;
}

#define CONTENTS "/Contents 4 0 R"
#define CONTENT "<</Length 12>>stream\n0 0 9 9 re f\nendstream"

static const struct form *read_resources(struct press *press, const char *resources, const char *object)
{
    return read_page(press, CONTENTS, resources, (const char *const[]){CONTENT, object, NULL});
}

static void takes_a_page(void **state)
{
    struct press *press = *state;
    const struct form *form =
        read_page(press, CONTENTS "/Group<</S/Transparency>>",
                  "/ExtGState<</a 5 0 R/b 5 0 R/c<</ca 1/BM/Normal/SMask/None>>>>/P[1 .5 (\\))/A#20b]",
                  (const char *const[]){CONTENT, "<</CA 1.0>>", NULL});
    assert_non_null(form);
    assert_true(form->archivable);
    assert_int_equal(form->count, 2);
    assert_false(form->objects[0].stream);
    assert_string_equal(form->objects[0].entries, "/CA 1.0\n");
    const struct form_object *last = &form->objects[1];
    assert_true(last->stream);
    assert_int_equal(last->length, 12);
    assert_memory_equal(last->bytes, "0 0 9 9 re f", 12);
    assert_non_null(
        strstr(last->entries, "/Subtype /Form\n/BBox [0 0 200 300]\n/Matrix [0.005 0 0 0.003333333333 0 0]\n"));
    assert_non_null(strstr(last->entries, "/a \x01"
                                          "0 \n/b \x01"
                                          "0 \n/c <<"));
    assert_non_null(strstr(last->entries, "/P [1 .5 (\\)) /A#20b ]"));
    assert_null(strstr(last->entries, "/Group"));
    assert_null(strstr(last->entries, "/Length"));
}

static void tells_what_shines_through(void **state)
{
    static const char *const resources[] = {
        "/ExtGState<</a<</ca .5>>>>",       "/ExtGState<</a<</CA 0>>>>",
        "/ExtGState<</a<</BM/Multiply>>>>", "/ExtGState<</a<</SMask<<>>>>>>",
        "/XObject<</a<</Group<<>>>>>>",     "/Font<</a<</Type/Font/Subtype/Type1/FontDescriptor<</FontFile3 0>>>>>>",
    };
    struct press *press = *state;
    for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
        const struct form *form = read_resources(press, resources[i], "null");
        assert_non_null(form);
        assert_false(form->archivable);
        assert_non_null(strstr(form->objects[form->count - 1].entries, "/Group << /S /Transparency"));
    }
}

static void completes_fonts(void **state)
{
    struct press *press = *state;
    const struct form *form = read_resources(press,
                                             "/Font<</f<</Type/Font/Subtype/CIDFontType2/FontDescriptor 5 0 R"
                                             "/W[0[9 9 9 9 9 9 9 9 9 9]]>>>>",
                                             "<</Flags 4>>");
    assert_non_null(form);
    assert_int_equal(form->count, 3);
    assert_int_equal(form->objects[0].length, 2);
    assert_memory_equal(form->objects[0].bytes, "\xFF\xC0", 2);
    assert_string_equal(form->objects[1].entries, "/CIDSet \x01"
                                                  "0 \n/Flags 4\n");
    assert_non_null(strstr(form->objects[2].entries, "/CIDToGIDMap /Identity"));
    assert_null(read_resources(press, "/Font<</f<</Type/Font/Subtype/CIDFontType2/W 5>>>>", "null"));
    form = read_resources(press, "/Font<</f<</Type/Font/Subtype/Type0/BaseFont/A/DescendantFonts[5 0 R]>>>>",
                          "<</Type/Font/Subtype/CIDFontType0/BaseFont/A/FontDescriptor<<>>/W[0[9]]>>");
    assert_non_null(form);
    assert_non_null(strstr(form->objects[form->count - 1].entries, "/BaseFont /A-Identity-H"));
}

static void refuses_what_no_form_can_be(void **state)
{
    struct press *press = *state;
    const char *const content[] = {CONTENT, NULL};
    assert_non_null(read_page(press, CONTENTS, "", content));
    assert_null(read_page(press, "", "", content));
    assert_null(read_page(press, "/Contents[4 0 R]", "", content));
    assert_null(read_page(press, CONTENTS "/StructParents 0", "", content));
    assert_null(read_resources(press, "/X 5 0 R", "<</Self 5 0 R>>"));
    assert_null(read_resources(press, "/X 5 0 R", "<</F(/etc/hostname)/Length 0>>stream\n\nendstream"));
    assert_null(read_resources(press, "/Font<</a<</Type/Font/Subtype/Type3>>>>", "null"));
    assert_null(
        read_resources(press, "/Font<</a<</Type/Font/Subtype/Type1/FontDescriptor<</FontFile 5 0 R>>>>>>", "null"));
    struct buffer deep = {0};
    for (int i = 0; i < 450; i++)
        buffer_add_char(&deep, '[');
    for (int i = 0; i < 450; i++)
        buffer_add_char(&deep, ']');
    assert_null(read_resources(press, "/X 5 0 R", deep.data));
    buffer_free(&deep);
}

static void survives_damaged_files(void **state)
{
    struct press *press = *state;
    struct buffer good =
        make_file(CONTENTS,
                  "/A[(b)<<>>5 0 R]/Font<</f<</Type/Font/Subtype/CIDFontType0/FontDescriptor 5 0 R"
                  "/W[0[9 9 9]]>>>>",
                  (const char *const[]){CONTENT, "<</X 6 0 R>>", "<</Length 2>>stream\nab\nendstream", NULL});
    unsigned random = 7;
    int whole = 0;
    char *bytes = malloc(good.length);
    for (int round = 0; round < 2000; round++) {
        size_t length = good.length;
        memcpy(bytes, good.data, length);
        random = random * 1664525u + 1013904223u;
        bytes[(random >> 8) % length] = (char)(random >> 3);
        if (round % 8 == 0)
            length = (random >> 8) % length;
        const struct form *form = form_read(press->reader, bytes, length, WIDTH, HEIGHT, press->arena);
        if (form)
            whole++;
        assert_true(!form || form->count > 0);
    }
    assert_true(whole > 100);
    assert_null(form_read(press->reader, "", 0, WIDTH, HEIGHT, press->arena));
    free(bytes);
    buffer_free(&good);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_what_shines_through, set_up, tear_down),
        cmocka_unit_test_setup_teardown(completes_fonts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_no_form_can_be, set_up, tear_down),
        cmocka_unit_test_setup_teardown(survives_damaged_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
