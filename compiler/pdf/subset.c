#include "pdf/subset.h"

#include <harfbuzz/hb-subset.h>

#include "base/arena.h"
#include "pdf/cff.h"
#include "pdf/subset_check.h"

#define GLYF HB_TAG('g', 'l', 'y', 'f')
#define CFF HB_TAG('C', 'F', 'F', ' ')

struct hb_face_t *subset_source(struct hb_face_t *face)
{
    static const hb_tag_t needed[] = {GLYF,
                                      HB_TAG('l', 'o', 'c', 'a'),
                                      CFF,
                                      HB_TAG('h', 'e', 'a', 'd'),
                                      HB_TAG('h', 'h', 'e', 'a'),
                                      HB_TAG('h', 'm', 't', 'x'),
                                      HB_TAG('m', 'a', 'x', 'p')};
    hb_face_t *source = hb_face_builder_create();
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        hb_blob_t *table = hb_face_reference_table(face, needed[i]);
        if (hb_blob_get_length(table))
            hb_face_builder_add_table(source, needed[i], table);
        hb_blob_destroy(table);
    }
    hb_face_set_glyph_count(source, hb_face_get_glyph_count(face));
    hb_face_set_upem(source, hb_face_get_upem(face));
    hb_face_make_immutable(source);
    return source;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

static hb_subset_plan_t *make_plan(hb_face_t *source, const uint16_t *glyphs, size_t count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *set = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(set, glyphs[i]);
    if (!hb_set_allocation_successful(set))
        arena_out_of_memory();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(source, input);
    hb_subset_input_destroy(input);
    return plan;
}

static bool take_cff(hb_face_t *face, struct subset *subset)
{
    hb_blob_t *table = hb_face_reference_table(face, CFF);
    unsigned length;
    const char *data = hb_blob_get_data(table, &length);
    buffer_add(&subset->bytes, data, length);
    hb_blob_destroy(table);
    subset->cff = true;
    return cff_number_glyphs(&subset->bytes, subset->glyph_count);
}

/* The file as it will be read, not the tables it was made of, is what is checked. */
static bool take_bytes(hb_face_t *face, struct subset *subset)
{
    hb_blob_t *blob = hb_face_reference_blob(face);
    hb_face_t *written = hb_face_create(blob, 0);
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    bool whole = subset_check_tables(written, subset->glyph_count);
    buffer_add(&subset->bytes, data, length);
    hb_face_destroy(written);
    hb_blob_destroy(blob);
    return whole;
}

/* False when a glyph was left out. */
static bool renumber(const hb_map_t *map, const uint16_t *glyphs, size_t count, uint16_t *renumbered)
{
    bool whole = true;
    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t glyph = hb_map_get(map, glyphs[i]);
        whole = whole && glyph != HB_MAP_VALUE_INVALID;
        renumbered[i] = (uint16_t)glyph;
    }
    return whole;
}

bool subset_make(struct hb_face_t *source, const uint16_t *glyphs, size_t count, uint16_t *renumbered,
                 struct subset *subset)
{
    *subset = (struct subset){0};
    hb_subset_plan_t *plan = make_plan(source, glyphs, count);
    hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool made = false;
    if (face) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        if (!hb_map_allocation_successful(map))
            arena_out_of_memory();
        subset->glyph_count = hb_map_get_population(map);
        made = renumber(map, glyphs, count, renumbered) &&
               subset_check_outlines(source, face, glyphs, renumbered, count) &&
               (has_table(face, GLYF) ? take_bytes(face, subset) : take_cff(face, subset));
        hb_face_destroy(face);
    }
    hb_subset_plan_destroy(plan);
    return made;
}
