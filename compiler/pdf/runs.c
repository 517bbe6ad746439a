#include "pdf/runs.h"

enum { LONGEST = 128, END = 128 };

static void write_waiting(struct runs *runs)
{
    if (runs->waiting_count == 0)
        return;
    buffer_add_char(&runs->bytes, (char)(runs->waiting_count - 1));
    buffer_add(&runs->bytes, runs->waiting, runs->waiting_count);
    runs->waiting_count = 0;
}

void runs_add_byte(struct runs *runs, unsigned char byte)
{
    if (runs->waiting_count == LONGEST)
        write_waiting(runs);
    runs->waiting[runs->waiting_count++] = byte;
}

void runs_add_zeros(struct runs *runs, size_t count)
{
    if (count > 2)
        write_waiting(runs);
    for (size_t part; count > 2; count -= part) {
        part = count < LONGEST ? count : LONGEST;
        buffer_add_char(&runs->bytes, (char)(257 - part));
        buffer_add_char(&runs->bytes, '\0');
    }
    for (; count > 0; count--)
        runs_add_byte(runs, 0);
}

void runs_end(struct runs *runs)
{
    write_waiting(runs);
    buffer_add_char(&runs->bytes, (char)END);
}
