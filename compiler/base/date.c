#include "base/date.h"

#include <stddef.h>
#include <stdio.h>

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */

static int clamp(long long days)
{
    return days < FIRST_DAY ? FIRST_DAY : days > LAST_DAY ? LAST_DAY : (int)days;
}

int date_month_length(int year, int month)
{
    static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month < 1 || month > 12)
        return 0;
    return month == 2 && leap ? 29 : lengths[month - 1];
}

/* Years run from March here, so that the leap day is the last of its year; eras are of 400 years. */
bool date_join(int year, int month, int day, int *days)
{
    if (year < 1 || year > 9999 || day < 1 || day > date_month_length(year, month))
        return false;
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400, year_of_era = shifted % 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    *days = era * 146097 + day_of_era - 719468;
    return true;
}

void date_split(int days, int *year, int *month, int *day)
{
    int shifted = clamp(days) + 719468;
    int era = shifted / 146097, day_of_era = shifted % 146097;
    int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month_from_march = (5 * day_of_year + 2) / 153;
    *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    *month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    *year = era * 400 + year_of_era + (*month <= 2);
}

static bool read_digits(const char *text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *number = *number * 10 + (text[i] - '0');
    }
    return true;
}

bool date_parse(const char *text, int *days)
{
    int year, month, day;
    if (!read_digits(text, 4, &year) || text[4] != '-' || !read_digits(text + 5, 2, &month) || text[7] != '-' ||
        !read_digits(text + 8, 2, &day) || text[10] != '\0')
        return false;
    return date_join(year, month, day, days);
}

void date_format(int days, char text[DATE_SIZE])
{
    int year, month, day;
    date_split(days, &year, &month, &day);
    snprintf(text, DATE_SIZE, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100, (unsigned)day % 100);
}

int date_add_days(int days, int more)
{
    return clamp((long long)days + more);
}

int date_add_months(int days, int months)
{
    int year, month, day, result;
    date_split(days, &year, &month, &day);
    long long index = (long long)year * 12 + month - 1 + months;
    if (index < 12)
        return FIRST_DAY;
    if (index >= 10000LL * 12)
        return LAST_DAY;
    year = (int)(index / 12);
    month = (int)(index % 12) + 1;
    int length = date_month_length(year, month);
    return date_join(year, month, day < length ? day : length, &result) ? result : days;
}

int date_weekday(int days)
{
    int remainder = (days + 3) % 7; /* 1970-01-01 was a Thursday */
    return (remainder < 0 ? remainder + 7 : remainder) + 1;
}
