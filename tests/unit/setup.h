/* An arena and an empty list of reports for each test: cmocka_unit_test_setup_teardown(test, set_up, tear_down). */
#ifndef TEKIGO_TESTS_SETUP_H
#define TEKIGO_TESTS_SETUP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/diag.h"

struct setup {
    struct arena *arena;
    struct diag *diag;
};

static int set_up(void **state)
{
    struct setup *setup = malloc(sizeof *setup);
    setup->arena = arena_new();
    setup->diag = diag_new(setup->arena);
    *state = setup;
    return 0;
}

static int tear_down(void **state)
{
    struct setup *setup = *state;
    arena_free(setup->arena);
    free(setup);
    return 0;
}

#endif
