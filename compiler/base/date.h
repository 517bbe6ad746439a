/* Dates of the Gregorian calendar, as days from 1970-01-01, without any time of day. */
#ifndef TEKIGO_BASE_DATE_H
#define TEKIGO_BASE_DATE_H

#include <stdbool.h>

#define DATE_SIZE 11 /* "2026-04-01" and its NUL */

/* Reads exactly `YYYY-MM-DD`, a day that exists, from the year 1 on; false (and no change) otherwise. */
bool date_parse(const char *text, int *days);

/* Writes `YYYY-MM-DD`. Days outside the years 1 to 9999 are held at the nearest of them. */
void date_format(int days, char text[DATE_SIZE]);

/* Year, month from 1, day from 1. */
void date_split(int days, int *year, int *month, int *day);

/* The day of these, false when it does not exist. */
bool date_join(int year, int month, int day, int *days);

int date_add_days(int days, int more);

/* The same day of the month `months` later (or earlier), or the last of the month when it is shorter. */
int date_add_months(int days, int months);

/* From 1, Monday, to 7, Sunday, as ISO 8601 counts. */
int date_weekday(int days);

/* Number of days of a month. */
int date_month_length(int year, int month);

#endif
