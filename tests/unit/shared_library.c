/* What the loader says: loaded, missing, there but unusable. */
#include "setup.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/shared_library.h"

struct table {
    double (*cos)(double angle);
};

static enum shared_library_state load(const char *library, const char *function, char *words)
{
    const struct shared_function functions[] = {{0, function, offsetof(struct table, cos)}};
    struct table table;
    return shared_library_load(&library, 1, functions, 1, &table, words);
}

static void tells_states_apart(void **state)
{
    (void)state;
    char words[SHARED_LIBRARY_WORDS], file[] = "shared-library-XXXXXX", path[64];
    int descriptor = mkstemp(file);
    assert_true(descriptor >= 0 && write(descriptor, "text\n", 5) == 5 && close(descriptor) == 0);
    snprintf(path, sizeof path, "./%s", file);
    assert_int_equal(load("libm.so.6", "cos", words), SHARED_LIBRARY_LOADED);
    assert_int_equal(load("libtekigo-none.so.1", "cos", words), SHARED_LIBRARY_MISSING);
    assert_int_equal(load("./no/segment: memory/lib.so", "cos", words), SHARED_LIBRARY_MISSING);
    assert_int_equal(load("libm.so.6", "tekigo_none", words), SHARED_LIBRARY_UNUSABLE);
    assert_non_null(strstr(words, "tekigo_none"));
    assert_int_equal(load(path, "cos", words), SHARED_LIBRARY_UNUSABLE);
    assert_non_null(strstr(words, file));
    unlink(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(tells_states_apart, set_up, tear_down)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
