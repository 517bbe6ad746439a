#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <limits.h>

#include <cmocka.h>

#include "base/date.h"

static int day(const char *text)
{
    int days = INT_MIN;
    assert_true(date_parse(text, &days));
    return days;
}

static void known_days(void **state)
{
    (void)state;
    assert_int_equal(day("1970-01-01"), 0);
    assert_int_equal(day("2000-03-01"), 11017);
    assert_int_equal(day("1969-12-31"), -1);
    assert_int_equal(day("0001-01-01"), -719162);
    assert_int_equal(day("9999-12-31"), 2932896);
}

static void only_days_that_exist_are_read(void **state)
{
    static const char *const bad[] = {"2026-02-29", "2026-13-01",  "2026-00-10",  "2026-04-31",     "1900-02-29",
                                      "2026-1-01",  "2026-01-01 ", " 2026-01-01", "2026/01/01",     "20260101",
                                      "",           "0000-01-01",  "2026-01",     "２０２６-01-01", "+026-01-01"};
    int days = 42;
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(date_parse(bad[i], &days));
    assert_int_equal(days, 42);
    day("2024-02-29");
    day("2000-02-29");
}

static void every_day_survives(void **state)
{
    char text[DATE_SIZE];
    (void)state;
    for (int days = -719162; days <= 2932896; days += 13) {
        date_format(days, text);
        assert_int_equal(day(text), days);
    }
}

static void months_are_added_by_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(date_add_months(day("2026-01-31"), 1), day("2026-02-28"));
    assert_int_equal(date_add_months(day("2024-01-31"), 1), day("2024-02-29"));
    assert_int_equal(date_add_months(day("2026-11-15"), 14), day("2028-01-15"));
    assert_int_equal(date_add_months(day("2026-01-31"), -2), day("2025-11-30"));
    assert_int_equal(date_add_months(day("2026-01-31"), INT_MAX), day("9999-12-31"));
    assert_int_equal(date_add_months(day("2026-01-31"), INT_MIN), day("0001-01-01"));
    assert_int_equal(date_add_days(day("2026-12-31"), 1), day("2027-01-01"));
    assert_int_equal(date_add_days(day("2026-12-31"), INT_MAX), day("9999-12-31"));
}

static void weekdays_are_those_of_iso_8601(void **state)
{
    (void)state;
    assert_int_equal(date_weekday(day("1970-01-01")), 4);
    assert_int_equal(date_weekday(day("2026-11-20")), 5);
    assert_int_equal(date_weekday(day("2026-11-22")), 7);
    assert_int_equal(date_weekday(day("0001-01-01")), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days),
        cmocka_unit_test(only_days_that_exist_are_read),
        cmocka_unit_test(every_day_survives),
        cmocka_unit_test(months_are_added_by_the_calendar),
        cmocka_unit_test(weekdays_are_those_of_iso_8601),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
