#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static void every_code_point_survives(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x110010; code++) {
        char bytes[4];
        uint32_t decoded;
        size_t size = utf8_encode(code, bytes);
        if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
            assert_int_equal(size, 0);
            continue;
        }
        assert_int_equal(utf8_decode(bytes, size, &decoded), size);
        assert_int_equal(decoded, code);
        assert_int_equal(utf8_decode(bytes, size - 1, &decoded), 0);
    }
}

static void bad_bytes_are_found(void **state)
{
    static const char *const bad[] = {"\x80",
                                      "\xC0\x80",
                                      "\xC1\xBF",
                                      "\xE0\x80\x80",
                                      "\xED\xA0\x80",
                                      "\xF0\x80\x80\x80",
                                      "\xF4\x90\x80\x80",
                                      "\xF8\x88\x80\x80",
                                      "\xE3\x81",
                                      "\xFF"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char text[16] = "あ";
        strcat(text, bad[i]);
        assert_int_equal(utf8_check(text, strlen(text)), 3);
    }
    assert_int_equal(utf8_check("情報セキュリティ", strlen("情報セキュリティ")), strlen("情報セキュリティ"));
}

static void widths_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(utf8_width('a'), 1);
    assert_int_equal(utf8_width(0x3042), 2);  /* あ */
    assert_int_equal(utf8_width(0xFF71), 1);  /* ｱ */
    assert_int_equal(utf8_width(0xFF21), 2);  /* Ａ */
    assert_int_equal(utf8_width(0x3099), 0);  /* combining voiced sound mark */
    assert_int_equal(utf8_width(0x20BB7), 2); /* 𠮷 */
    assert_int_equal(utf8_width(0xE0100), 0); /* variation selector */
    assert_int_equal(utf8_width('\n'), 0);
    assert_int_equal(utf8_text_width("A資産", strlen("A資産")), 5);
    assert_int_equal(utf8_count("A資産\xFF", strlen("A資産\xFF")), 4);
}

static void scripts_without_spaces_are_known(void **state)
{
    (void)state;
    assert_true(utf8_is_cjk(0x3042));
    assert_true(utf8_is_cjk(0x3002)); /* 。 */
    assert_true(utf8_is_cjk(0x9069)); /* 適 */
    assert_false(utf8_is_cjk('a'));
    assert_false(utf8_is_cjk(0xAC00)); /* Hangul is written with spaces */
}

static void areas_for_private_use_are_known(void **state)
{
    (void)state;
    assert_false(utf8_is_private(0xDFFF));
    assert_true(utf8_is_private(0xE000));
    assert_false(utf8_is_private(0xF900));
    assert_false(utf8_is_private(0xEFFFF));
    assert_true(utf8_is_private(0x10FFFF));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives),       cmocka_unit_test(bad_bytes_are_found),
        cmocka_unit_test(widths_are_those_of_a_terminal),  cmocka_unit_test(scripts_without_spaces_are_known),
        cmocka_unit_test(areas_for_private_use_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
