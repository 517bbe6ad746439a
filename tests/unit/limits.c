/* The limits that hold, by what was asked for and by the size of the input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include "publish/limits.h"

#include <cmocka.h>

static struct limits settled(struct limits asked)
{
    assert_true(limits_settle(&asked));
    return asked;
}

static void test_defaults(void **state)
{
    (void)state;
    struct limits limits = settled((struct limits){.seconds = LIMIT_UNSET, .megabytes = LIMIT_UNSET});
    assert_int_equal(limits.seconds, LIMIT_SECONDS);
    assert_int_equal(limits.clock_seconds, LIMIT_SECONDS * LIMIT_CLOCK_TIMES);
    assert_true(limits.megabytes <= LIMIT_MEGABYTES && limits.megabytes <= limits.megabytes_most);
    assert_int_equal(limits_for_input(&limits, 0, 0), limits.megabytes);
    assert_int_equal(limits_for_input(&limits, UINT64_C(200000) << 26, UINT64_C(200000) << 26), limits.megabytes_most);
}

static void test_input(void **state)
{
    (void)state;
    struct limits limits = {.megabytes = 512, .megabytes_most = 4000};
    assert_int_equal(limits_for_input(&limits, 2 << 20, 0), 512 + 2 * LIMIT_TIMES_TEXT);
    assert_int_equal(limits_for_input(&limits, 0, 10 << 20), 512 + 10 * LIMIT_TIMES_OTHER);
    assert_int_equal(limits_for_input(&limits, 100 << 20, 0), 4000);
}

static void test_untrusted(void **state)
{
    (void)state;
    struct limits limits =
        settled((struct limits){.seconds = LIMIT_UNSET, .megabytes = LIMIT_UNSET, .untrusted = true});
    assert_int_equal(limits.seconds, LIMIT_UNTRUSTED_SECONDS);
    assert_int_equal(limits.megabytes, LIMIT_UNTRUSTED_MEGABYTES);
    assert_int_equal(limits_for_input(&limits, 100 << 20, 100 << 20), LIMIT_UNTRUSTED_MEGABYTES);
    struct limits lifted = {.seconds = 0, .megabytes = LIMIT_UNSET, .untrusted = true};
    assert_false(limits_settle(&lifted));
    lifted = (struct limits){.seconds = LIMIT_UNSET, .megabytes = 0, .untrusted = true};
    assert_false(limits_settle(&lifted));
}

static void test_asked(void **state)
{
    (void)state;
    struct limits limits = settled((struct limits){.seconds = 1, .megabytes = 300});
    assert_int_equal(limits.clock_seconds, LIMIT_CLOCK_LEAST_SECONDS);
    assert_int_equal(limits_for_input(&limits, 100 << 20, 0), 300);
    limits = settled((struct limits){.seconds = 0, .megabytes = 0});
    assert_int_equal(limits.clock_seconds, 0);
    assert_int_equal(limits.megabytes_most, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_defaults), cmocka_unit_test(test_input),
                                       cmocka_unit_test(test_untrusted), cmocka_unit_test(test_asked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
