#include "pdf/fonts.h"

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pdf/font_find.h"
#include "pdf/subset.h"
#include "pdf/image.h"
#include "pdf/svg.h"

#define FONT_MAX 32
#define CHARACTERS 0x110000
#define LEAF_SIZE 256
#define PLANE_SIZE 0x10000

/* A table from characters to numbers, filled as they are asked for. Every thread finds the same number for a character,
 * so it does not matter who writes an entry; leaves are put in by compare and exchange. */
struct leaf {
    _Atomic uint32_t entries[LEAF_SIZE];
};

struct plane {
    _Atomic(struct leaf *) leaves[PLANE_SIZE / LEAF_SIZE];
};

struct table {
    _Atomic(struct plane *) planes[CHARACTERS / PLANE_SIZE];
};

/* Entries of a font's table. An advance takes 15 bits. */
#define KNOWN 0x80000000u
#define ADVANCE_MAX 0x7FFF
#define PACK(glyph, advance) (KNOWN | (uint32_t)(advance) << 16 | (glyph))

struct font {
    const char *name; /* as in the theme */
    hb_face_t *face;  /* NULL when it could not be opened */
    hb_face_t *subset_source;
    hb_font_t *font;
    unsigned glyph_count, units;
    struct font_facts facts;
    struct table *glyphs;
};

struct chain {
    int fonts[FONT_MAX];
    int count, latin_count; /* the first latin_count take European characters only */
    struct table *fonts_of_characters;
};

/* The chains as documents of one kind of language see them. */
struct view {
    struct fonts *fonts;
    bool japanese;
    struct chain chains[FACE_COUNT];
};

struct fonts {
    struct arena *arena;
    struct diag *diag;
    const struct theme *theme;
    image_bytes_fn bytes;
    void *context;
    struct svg *svg;
    struct image_store *image_store;
    struct font items[FONT_MAX];
    int count;
    struct view views[2]; /* Japanese, others */
};

/* — tables — */

static void *allocate(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        arena_out_of_memory();
    return memory;
}

static struct table *table_new(void)
{
    return allocate(sizeof(struct table));
}

static void plane_free(struct plane *plane)
{
    for (size_t i = 0; plane && i < PLANE_SIZE / LEAF_SIZE; i++)
        free(atomic_load_explicit(&plane->leaves[i], memory_order_relaxed));
    free(plane);
}

static void table_free(struct table *table)
{
    for (size_t i = 0; table && i < CHARACTERS / PLANE_SIZE; i++)
        plane_free(atomic_load_explicit(&table->planes[i], memory_order_relaxed));
    free(table);
}

static struct plane *table_plane(struct table *table, uint32_t character)
{
    _Atomic(struct plane *) *place = &table->planes[character / PLANE_SIZE];
    struct plane *plane = atomic_load_explicit(place, memory_order_acquire);
    if (plane)
        return plane;
    struct plane *fresh = allocate(sizeof *fresh);
    if (atomic_compare_exchange_strong(place, &plane, fresh))
        return fresh;
    free(fresh);
    return plane;
}

/* The entry of a character below CHARACTERS. */
static _Atomic uint32_t *table_entry(struct table *table, uint32_t character)
{
    struct plane *plane = table_plane(table, character);
    _Atomic(struct leaf *) *place = &plane->leaves[character % PLANE_SIZE / LEAF_SIZE];
    struct leaf *leaf = atomic_load_explicit(place, memory_order_acquire);
    if (!leaf) {
        struct leaf *fresh = allocate(sizeof *fresh);
        if (atomic_compare_exchange_strong(place, &leaf, fresh))
            leaf = fresh;
        else
            free(fresh);
    }
    return &leaf->entries[character % LEAF_SIZE];
}

/* — facts — */

static int to_thousandths(const struct font *font, int units)
{
    int64_t scaled = (int64_t)units * 1000;
    int64_t half = font->units / 2;
    return (int)((scaled >= 0 ? scaled + half : scaled - half) / (int64_t)font->units);
}

static int signed_16(const unsigned char *bytes)
{
    return (int16_t)(bytes[0] << 8 | bytes[1]);
}

/* The first `length` bytes of a table, zeros when it is missing or shorter. */
static void read_table(hb_face_t *face, hb_tag_t tag, unsigned char *bytes, size_t length)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned available;
    const char *data = hb_blob_get_data(blob, &available);
    memset(bytes, 0, length);
    if (available >= length)
        memcpy(bytes, data, length);
    hb_blob_destroy(blob);
}

static void read_name(hb_face_t *face, char *name, size_t size)
{
    char text[128] = "";
    unsigned length = sizeof text;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, text);
    size_t used = 0;
    for (const char *byte = text; *byte && used + 1 < size; byte++)
        if ((*byte >= 'a' && *byte <= 'z') || (*byte >= 'A' && *byte <= 'Z') || (*byte >= '0' && *byte <= '9') ||
            *byte == '-')
            name[used++] = *byte;
    name[used] = '\0';
    if (used == 0)
        strcpy(name, "Font");
}

static int metric(const struct font *font, hb_ot_metrics_tag_t tag, int otherwise)
{
    hb_position_t position;
    if (!hb_ot_metrics_get_position(font->font, tag, &position))
        return otherwise;
    return to_thousandths(font, position);
}

static void read_facts(struct font *font)
{
    struct font_facts *facts = &font->facts;
    unsigned char head[54], post[16], os2[64];
    read_table(font->face, HB_TAG('h', 'e', 'a', 'd'), head, sizeof head);
    read_table(font->face, HB_TAG('p', 'o', 's', 't'), post, sizeof post);
    read_table(font->face, HB_TAG('O', 'S', '/', '2'), os2, sizeof os2);
    read_name(font->face, facts->name, sizeof facts->name);
    for (int i = 0; i < 4; i++)
        facts->box[i] = to_thousandths(font, signed_16(head + 36 + 2 * i));
    facts->ascent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 880);
    facts->descent = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -120);
    facts->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, facts->ascent);
    facts->italic_angle = signed_16(post + 4);
    facts->fixed_pitch = (post[12] | post[13] | post[14] | post[15]) != 0;
    facts->bold = signed_16(os2 + 4) >= 600;
    facts->stem = facts->bold ? 140 : 80;
}

/* Does the font's licence entry (OS/2 fsType) let a subset of it stand in a document? */
static bool may_embed(hb_face_t *face)
{
    unsigned char os2[10];
    read_table(face, HB_TAG('O', 'S', '/', '2'), os2, sizeof os2);
    int rights = os2[8] << 8 | os2[9];
    return (rights & 0x000E) != 0x0002 && !(rights & 0x0300);
}

/* — opening — */

/* "name.ttc#1" → "name.ttc" and 1; the number is the font of a collection, from 0. */
static const char *split_index(struct fonts *fonts, const char *name, unsigned *index)
{
    const char *mark = strrchr(name, '#');
    *index = 0;
    if (!mark || !mark[1] || strlen(mark + 1) > 4 || strspn(mark + 1, "0123456789") != strlen(mark + 1))
        return name;
    *index = (unsigned)strtoul(mark + 1, NULL, 10);
    return arena_strndup(fonts->arena, name, (size_t)(mark - name));
}

struct mapping {
    void *bytes;
    size_t length;
};

static void unmap(void *context)
{
    struct mapping *mapping = context;
    munmap(mapping->bytes, mapping->length);
    free(mapping);
}

/* A file of the system; NULL when it cannot be read. */
static hb_blob_t *map_file(const char *path)
{
    struct mapping *mapping = allocate(sizeof *mapping);
    int file = font_open(path, &mapping->length);
    if (file >= 0 && mapping->length > 0 && mapping->length <= UINT32_MAX / 2) {
        mapping->bytes = mmap(NULL, mapping->length, PROT_READ, MAP_PRIVATE, file, 0);
        if (mapping->bytes == MAP_FAILED)
            arena_out_of_memory();
    }
    if (file >= 0)
        close(file);
    if (!mapping->bytes) {
        free(mapping);
        return NULL;
    }
    return hb_blob_create(mapping->bytes, (unsigned)mapping->length, HB_MEMORY_MODE_READONLY, mapping, unmap);
}

/* Fonts that are only tried are not searched for through the folders of the system. */
static enum font_place open_blob(struct fonts *fonts, const char *name, bool required, hb_blob_t **blob)
{
    size_t length = 0;
    const unsigned char *bytes = NULL;
    const char *path;
    *blob = NULL;
    if (fonts->bytes && name[0] != '/') {
        path = strchr(name, '/') ? name : arena_printf(fonts->arena, "fonts/%s", name);
        bytes = fonts->bytes(fonts->context, path, &length);
    }
    if (bytes && length <= UINT32_MAX / 2) {
        *blob = hb_blob_create((const char *)bytes, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
        return FONT_THERE;
    }
    enum font_place place = font_find(name, required, fonts->arena, &path);
    if (place == FONT_THERE)
        *blob = map_file(path);
    return place == FONT_THERE && !*blob ? FONT_ABSENT : place;
}

static void report_missing(struct fonts *fonts, const char *name, struct source source)
{
    const char *package = font_package(name);
    if (package)
        diag_report(fonts->diag, MESSAGE_FONT_MISSING, source, name, package, NULL);
    else
        diag_report(fonts->diag, MESSAGE_FONT_UNKNOWN, source, name, NULL);
}

static bool open_face(struct fonts *fonts, struct font *font, bool required)
{
    unsigned index;
    const char *file = split_index(fonts, font->name, &index);
    struct source source = theme_font_source(fonts->theme, font->name);
    hb_blob_t *blob;
    enum font_place place = open_blob(fonts, file, required, &blob);
    if (place == FONT_REFUSED)
        diag_report(fonts->diag, MESSAGE_FONT_REFUSED, source, file, NULL);
    else if (place == FONT_ABSENT && required)
        report_missing(fonts, file, source);
    if (place != FONT_THERE)
        return false;
    if (index > 0 && index >= hb_face_count(blob)) {
        diag_report(fonts->diag, MESSAGE_FONT_NOT_IN_COLLECTION, source, font->name, NULL);
        hb_blob_destroy(blob);
        return false;
    }
    font->face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    font->glyph_count = hb_face_get_glyph_count(font->face);
    font->units = hb_face_get_upem(font->face);
    if (font->units == 0 || font->glyph_count < 2 || font->glyph_count > 65535) {
        diag_report(fonts->diag, MESSAGE_FONT_DAMAGED, source, font->name, NULL);
        return false;
    }
    if (!may_embed(font->face)) {
        diag_report(fonts->diag, MESSAGE_FONT_NOT_EMBEDDABLE, source, font->name, NULL);
        return false;
    }
    return true;
}

/* Index of the font of this name, opened now if it was not; -1 when it cannot be used. */
static int font_of_name(struct fonts *fonts, const char *name, bool required)
{
    for (int i = 0; i < fonts->count; i++)
        if (strcmp(fonts->items[i].name, name) == 0)
            return fonts->items[i].glyphs ? i : -1;
    if (fonts->count == FONT_MAX)
        return -1;
    struct font *font = &fonts->items[fonts->count++];
    font->name = name;
    if (!open_face(fonts, font, required))
        return -1;
    hb_face_make_immutable(font->face);
    font->font = hb_font_create(font->face);
    hb_font_set_scale(font->font, (int)font->units, (int)font->units);
    hb_font_make_immutable(font->font);
    font->subset_source = subset_source(font->face);
    font->glyphs = table_new();
    read_facts(font);
    return fonts->count - 1;
}

static void chain_add(struct fonts *fonts, struct chain *chain, const char *const *names, bool required)
{
    for (int i = 0; names && names[i]; i++) {
        int font = font_of_name(fonts, names[i], required && i == 0);
        bool there = font < 0 || chain->count == FONT_MAX;
        for (int k = chain->latin_count; k < chain->count && !there; k++)
            there = chain->fonts[k] == font;
        if (!there)
            chain->fonts[chain->count++] = font;
    }
}

/* What the system may have for characters that the theme's fonts lack: rare kanji, symbols. */
static const char *const fallback_regular[] = {"ipaexm.ttf", "ipamjm.ttf", "DejaVuSans.ttf", "NotoSansCJK-Regular.ttc",
                                               NULL};
static const char *const fallback_bold[] = {"DejaVuSans-Bold.ttf", NULL};

/* `western`: there are documents in other languages than Japanese, which miss the fonts for them. */
static void open_chains(struct fonts *fonts, const struct theme *theme, bool western, struct view *view)
{
    struct chain *regular = &view->chains[FACE_REGULAR], *bold = &view->chains[FACE_BOLD];
    bool japanese = view->japanese;
    chain_add(fonts, regular, japanese ? theme->fonts_latin : theme->fonts_western, japanese || western);
    regular->latin_count = regular->count;
    chain_add(fonts, bold, japanese ? theme->fonts_latin_bold : theme->fonts_western_bold, japanese || western);
    bold->latin_count = bold->count;
    chain_add(fonts, regular, theme->fonts_regular, true);
    chain_add(fonts, bold, theme->fonts_bold, true);
    chain_add(fonts, bold, fallback_bold, false);
    chain_add(fonts, bold, theme->fonts_regular, false);
    chain_add(fonts, &view->chains[FACE_MONO], theme->fonts_mono, true);
    chain_add(fonts, &view->chains[FACE_MONO], theme->fonts_regular, false);
    for (int face = 0; face < FACE_COUNT; face++) {
        chain_add(fonts, &view->chains[face], fallback_regular, false);
        view->chains[face].fonts_of_characters = table_new();
    }
}

static bool is_japanese(const char *language)
{
    return strcmp(language, "ja") == 0;
}

static bool has_western(const struct document_set *set)
{
    bool western = !set;
    for (size_t i = 0; set && i < set->count; i++)
        western |= !is_japanese(set->items[i]->language);
    return western;
}

struct fonts *fonts_open(const struct theme *theme, const struct document_set *set, image_bytes_fn bytes, void *context,
                         struct diag *diag)
{
    struct arena *arena = arena_new();
    struct fonts *fonts = arena_alloc(arena, sizeof *fonts);
    fonts->arena = arena;
    fonts->diag = diag;
    fonts->theme = theme;
    fonts->bytes = bytes;
    fonts->context = context;
    fonts->svg = svg_open(theme);
    fonts->image_store = image_store_new(arena);
    for (int i = 0; i < 2; i++) {
        fonts->views[i].fonts = fonts;
        fonts->views[i].japanese = i == 0;
        open_chains(fonts, theme, has_western(set), &fonts->views[i]);
    }
    return fonts;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (int i = 0; i < fonts->count; i++) {
        struct font *font = &fonts->items[i];
        table_free(font->glyphs);
        hb_font_destroy(font->font);
        hb_face_destroy(font->subset_source);
        hb_face_destroy(font->face);
    }
    for (int i = 0; i < 2; i++)
        for (int face = 0; face < FACE_COUNT; face++)
            table_free(fonts->views[i].chains[face].fonts_of_characters);
    svg_close(fonts->svg);
    arena_free(fonts->arena);
}

bool fonts_usable(const struct fonts *fonts)
{
    for (int face = 0; face < FACE_COUNT; face++)
        if (fonts->views[0].chains[face].count == 0)
            return false;
    return true;
}

int fonts_count(const struct fonts *fonts)
{
    return fonts->count;
}

/* — characters — */

/* European letters and signs. In Japanese text the signs that JIS X 0208 has too are wide, and so are Greek and
 * Cyrillic, dashes and quotation marks: they stay with the Japanese font there. */
static bool is_latin(uint32_t character, bool japanese)
{
    if (character < 0x7F)
        return true;
    if (character < 0xA0)
        return false;
    if (character < 0x250) {
        static const char wide[] = "\xA7\xA8\xB0\xB1\xB4\xB6\xD7\xF7";
        return !japanese || character > 0xFF || !strchr(wide, (int)character);
    }
    if ((character >= 0x1E00 && character < 0x1F00) || character == 0x2013 || character == 0x20AC ||
        character == 0x2122)
        return true;
    return !japanese && ((character >= 0x0370 && character < 0x0530) || (character >= 0x2000 && character < 0x2150));
}

static uint32_t glyph_entry(struct font *font, uint32_t character)
{
    _Atomic uint32_t *place = table_entry(font->glyphs, character);
    uint32_t entry = atomic_load_explicit(place, memory_order_relaxed);
    if (entry)
        return entry;
    hb_codepoint_t glyph = 0;
    int advance = 0;
    if (hb_font_get_nominal_glyph(font->font, character, &glyph) && glyph < font->glyph_count)
        advance = to_thousandths(font, hb_font_get_glyph_h_advance(font->font, glyph));
    else
        glyph = 0;
    advance = advance < 0 ? 0 : advance > ADVANCE_MAX ? ADVANCE_MAX : advance;
    entry = PACK(glyph, advance);
    atomic_store_explicit(place, entry, memory_order_relaxed);
    return entry;
}

static bool variation_glyph(struct font *font, uint32_t character, uint32_t selector, struct font_glyph *glyph)
{
    hb_codepoint_t id;
    if (!hb_font_get_variation_glyph(font->font, character, selector, &id) || id == 0 || id >= font->glyph_count)
        return false;
    int advance = to_thousandths(font, hb_font_get_glyph_h_advance(font->font, id));
    *glyph = (struct font_glyph){(uint16_t)id, advance < 0 ? 0 : advance};
    return true;
}

bool fonts_glyph(struct fonts *fonts, int font, uint32_t character, uint32_t selector, struct font_glyph *glyph)
{
    *glyph = (struct font_glyph){0};
    if (font < 0 || font >= fonts->count || !fonts->items[font].glyphs || character >= CHARACTERS)
        return false;
    struct font *item = &fonts->items[font];
    if (selector && selector < CHARACTERS && variation_glyph(item, character, selector, glyph))
        return true;
    uint32_t entry = glyph_entry(item, character);
    *glyph = (struct font_glyph){(uint16_t)entry, (int)(entry >> 16 & ADVANCE_MAX)};
    return glyph->id != 0;
}

static int search_chain(struct view *view, const struct chain *chain, uint32_t character, uint32_t selector)
{
    struct font_glyph glyph;
    for (int i = is_latin(character, view->japanese) ? 0 : chain->latin_count; i < chain->count; i++) {
        struct font *font = &view->fonts->items[chain->fonts[i]];
        bool has =
            selector ? variation_glyph(font, character, selector, &glyph) : (uint16_t)glyph_entry(font, character) != 0;
        if (has)
            return chain->fonts[i];
    }
    return -1;
}

static int metrics_font(void *context, enum face face, uint32_t character, uint32_t selector)
{
    struct view *view = context;
    if (character >= CHARACTERS || selector >= CHARACTERS)
        return -1;
    struct chain *chain = &view->chains[face];
    if (selector)
        return search_chain(view, chain, character, selector);
    _Atomic uint32_t *place = table_entry(chain->fonts_of_characters, character);
    uint32_t entry = atomic_load_explicit(place, memory_order_relaxed);
    if (!entry) {
        entry = (uint32_t)(search_chain(view, chain, character, 0) + 2);
        atomic_store_explicit(place, entry, memory_order_relaxed);
    }
    return (int)entry - 2;
}

static int metrics_advance(void *context, int font, uint32_t character)
{
    struct view *view = context;
    struct font_glyph glyph;
    fonts_glyph(view->fonts, font, character, 0, &glyph);
    return glyph.advance;
}

struct metrics fonts_metrics(struct fonts *fonts, const char *language)
{
    struct view *view = &fonts->views[is_japanese(language) ? 0 : 1];
    return (struct metrics){.font = metrics_font, .advance = metrics_advance, .context = view};
}

const struct font_facts *fonts_facts(const struct fonts *fonts, int font)
{
    return &fonts->items[font].facts;
}

struct hb_face_t *fonts_subset_source(const struct fonts *fonts, int font)
{
    return fonts->items[font].subset_source;
}

struct svg *fonts_svg(const struct fonts *fonts)
{
    return fonts->svg;
}

struct image_store *fonts_image_store(const struct fonts *fonts)
{
    return fonts->image_store;
}
