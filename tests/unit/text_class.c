/* Classes of characters and the prohibitions between them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pdf/text_class.h"

static uint8_t between(uint32_t before, uint32_t after)
{
    return text_break_penalty(text_class(before), text_class(after), before);
}

static void test_classes(void **state)
{
    (void)state;
    assert_int_equal(text_class(0x3042), CLASS_HIRAGANA);
    assert_int_equal(text_class(0x3041), CLASS_SMALL_KANA);
    assert_int_equal(text_class(0x30F6), CLASS_SMALL_KANA);
    assert_int_equal(text_class(0x30FC), CLASS_PROLONGED);
    assert_int_equal(text_class(0xFF70), CLASS_PROLONGED);
    assert_int_equal(text_class(0x6F22), CLASS_IDEOGRAPH);
    assert_int_equal(text_class(0x20BB7), CLASS_IDEOGRAPH);
    assert_int_equal(text_class(0x1F600), CLASS_IDEOGRAPH);
    assert_int_equal(text_class(0xE0100), CLASS_COMBINING);
    assert_int_equal(text_class(0x3099), CLASS_COMBINING);
    assert_int_equal(text_class('A'), CLASS_LETTER);
    assert_int_equal(text_class(0x00E9), CLASS_LETTER);
    assert_int_equal(text_class('7'), CLASS_DIGIT);
    assert_int_equal(text_class(0x10FFFF), CLASS_IDEOGRAPH);
}

static void test_line_start_prohibition(void **state)
{
    static const uint32_t prohibited[] = {0x3001, 0x3002, 0xFF0C, 0xFF0E, 0x300D, 0xFF09, 0x3011, 0x30FB,
                                          0xFF1A, 0xFF01, 0xFF1F, 0x30FC, 0x3063, 0x30A3, 0x3005, 0x301C,
                                          0xFF5E, 0xFF0F, ')',    ',',    '.',    '%',    0xFF05, 0x2103,
                                          0xFF61, 0xFF63, 0xFF9E, 0x30A1, 0x31F0, 0x303B};
    (void)state;
    for (size_t i = 0; i < sizeof prohibited / sizeof *prohibited; i++)
        assert_int_equal(between(0x6F22, prohibited[i]), BREAK_NEVER);
}

static void test_line_end_prohibition(void **state)
{
    static const uint32_t prohibited[] = {0x300C, 0xFF08, 0x3010, '(', '[', 0xFF62, 0xFFE5, '$', 0x2116};
    (void)state;
    for (size_t i = 0; i < sizeof prohibited / sizeof *prohibited; i++)
        assert_int_equal(between(prohibited[i], 0x6F22), BREAK_NEVER);
}

static void test_inseparable(void **state)
{
    (void)state;
    assert_int_equal(between(0x2026, 0x2026), BREAK_NEVER);
    assert_int_equal(between(0x2015, 0x2015), BREAK_NEVER);
    assert_int_equal(between('R', '-'), BREAK_NEVER);
    assert_int_equal(between('-', '0'), BREAK_NEVER);
    assert_int_equal(between('5', '.'), BREAK_NEVER);
    assert_int_equal(between('.', '1'), BREAK_NEVER);
    assert_int_equal(between('C', '/'), BREAK_NEVER);
    assert_int_equal(between(0xFF12, 0xFF10), BREAK_NEVER);
    assert_int_equal(between(0x845B, 0xE0100), BREAK_NEVER);
    assert_int_equal(between(0x3000, 0x3001), BREAK_NEVER);
    assert_int_not_equal(between('A', 0x6F22), BREAK_NEVER);
    assert_int_not_equal(between(0x6F22, 'A'), BREAK_NEVER);
    assert_int_not_equal(between(' ', 'A'), BREAK_NEVER);
}

static void test_blank_is_that_of_the_font(void **state)
{
    (void)state;
    assert_int_equal(text_class_blank(CLASS_COMMA, 1000).after, 500);
    assert_int_equal(text_class_blank(CLASS_OPEN, 1000).before, 500);
    assert_int_equal(text_class_blank(CLASS_CLOSE, 480).after, 0);
    assert_int_equal(text_class_blank(CLASS_MIDDLE_DOT, 1000).before, 250);
    assert_int_equal(text_class_blank(CLASS_IDEOGRAPH, 1000).after, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_line_start_prohibition),
        cmocka_unit_test(test_line_end_prohibition),
        cmocka_unit_test(test_inseparable),
        cmocka_unit_test(test_blank_is_that_of_the_font),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
