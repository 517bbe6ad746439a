#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/map.h"

static void memory_is_zeroed_and_aligned(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *memory = arena_alloc(arena, size);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xAA, size);
    }
    unsigned char *large = arena_alloc(arena, 5000000);
    assert_int_equal(large[4999999], 0);
    assert_true(arena_size(arena) > 5000000);
    arena_free(arena);
    arena_free(NULL);
}

static void large_blocks_leave_the_current_chunk_in_use(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    char *before = arena_alloc(arena, 16);
    arena_alloc(arena, 3000000);
    char *after = arena_alloc(arena, 16);
    assert_ptr_equal(after, before + 16);
    arena_free(arena);
}

static void texts_are_copied(void **state)
{
    struct arena *arena = arena_new();
    (void)state;
    assert_string_equal(arena_strdup(arena, "適合"), "適合");
    assert_string_equal(arena_strndup(arena, "abcdef", 3), "abc");
    assert_string_equal(arena_strndup(arena, "", 0), "");
    assert_string_equal(arena_printf(arena, "%s-%03d", "A", 12), "A-012");
    arena_free(arena);
}

static void buffers_grow(void **state)
{
    struct buffer buffer = {0};
    (void)state;
    for (int i = 0; i < 1000; i++)
        buffer_printf(&buffer, "%d,", i);
    buffer_add_char(&buffer, '!');
    assert_int_equal(buffer.length, 3891);
    assert_int_equal(strlen(buffer.data), buffer.length);
    char *long_text = malloc(5001);
    memset(long_text, 'y', 5000);
    long_text[5000] = '\0';
    buffer_clear(&buffer);
    buffer_printf(&buffer, "%s", long_text);
    assert_string_equal(buffer.data, long_text);
    buffer_free(&buffer);
    assert_null(buffer.data);
    free(long_text);
}

static void maps_keep_the_order_of_insertion(void **state)
{
    struct arena *arena = arena_new();
    struct map *map = map_new(arena);
    static int values[2000];
    (void)state;
    assert_null(map_get(map, "nothing"));
    for (int i = 0; i < 2000; i++)
        map_set(map, arena_printf(arena, "key-%d", i * 7919 % 2000), &values[i]);
    assert_int_equal(map_count(map), 2000);
    for (int i = 0; i < 2000; i++) {
        assert_string_equal(map_key(map, (size_t)i), arena_printf(arena, "key-%d", i * 7919 % 2000));
        assert_ptr_equal(map_get(map, map_key(map, (size_t)i)), &values[i]);
    }
    map_set(map, "key-0", NULL);
    assert_int_equal(map_count(map), 2000);
    assert_true(map_has(map, "key-0"));
    assert_null(map_get(map, "key-0"));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(large_blocks_leave_the_current_chunk_in_use),
        cmocka_unit_test(texts_are_copied),
        cmocka_unit_test(buffers_grow),
        cmocka_unit_test(maps_keep_the_order_of_insertion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
