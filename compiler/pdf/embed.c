#include "pdf/embed.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/subset.h"
#include "pdf/syntax.h"

#define ENTRIES_PER_BLOCK 100 /* the most a CMap allows */
#define TAG_LENGTH 6

/* A font on its way into the file. The CIDs of a TrueType font are the codes of the pages; those of a CFF font are the
 * glyphs of the subset, and an own CMap leads there from the codes. */
struct embedding {
    struct pdf_file *file;
    struct arena *arena;
    const struct font_facts *facts;
    const struct used_font *used;
    struct subset subset;
    uint16_t *renumbered; /* of each used glyph: its number in the subset */
    const char *name;     /* tag and PostScript name */
    struct buffer text;   /* scratch */
};

/* The text gathered in the scratch buffer, kept. */
static const char *take_text(struct embedding *embedding)
{
    const char *text = arena_strndup(embedding->arena, embedding->text.data, embedding->text.length);
    buffer_clear(&embedding->text);
    return text;
}

static unsigned cid_of(const struct embedding *embedding, size_t index)
{
    return embedding->subset.cff ? embedding->renumbered[index] : embedding->used->glyphs[index].code;
}

/* The tag tells subsets of one font apart: it depends on the glyphs alone. */
static const char *tagged_name(struct embedding *embedding)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < embedding->used->count; i++)
        hash = (hash ^ embedding->used->glyphs[i].glyph) * 1099511628211u;
    char tag[TAG_LENGTH + 1] = "";
    for (int i = 0; i < TAG_LENGTH; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return arena_printf(embedding->arena, "%s+%s", tag, embedding->facts->name);
}

/* — CMaps — */

static void cmap_start(struct buffer *text, const char *name, const char *ordering, int type)
{
    buffer_printf(text,
                  "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                  "/CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 0 >> def\n"
                  "/CMapName /%s def\n/CMapType %d def\n"
                  "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
                  ordering, name, type);
}

static void cmap_end(struct buffer *text)
{
    buffer_add_text(text, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static void add_code(struct buffer *text, unsigned code)
{
    buffer_add_char(text, '<');
    syntax_add_utf16(text, code);
    buffer_add_char(text, '>');
}

/* From codes to the characters of the source. */
static void add_characters(struct buffer *text, const struct used_glyph *glyph)
{
    add_code(text, glyph->code);
    buffer_add_char(text, '<');
    syntax_add_utf16(text, glyph->character);
    if (glyph->selector)
        syntax_add_utf16(text, glyph->selector);
    buffer_add_text(text, ">\n");
}

static int to_unicode(struct embedding *embedding)
{
    struct buffer *text = &embedding->text;
    size_t count = embedding->used->count;
    cmap_start(text, "Adobe-Identity-UCS", "UCS", 2);
    for (size_t i = 0; i < count; i++) {
        if (i % ENTRIES_PER_BLOCK == 0)
            buffer_printf(text, "%zu beginbfchar\n", count - i < ENTRIES_PER_BLOCK ? count - i : ENTRIES_PER_BLOCK);
        add_characters(text, &embedding->used->glyphs[i]);
        if (i % ENTRIES_PER_BLOCK == ENTRIES_PER_BLOCK - 1 || i + 1 == count)
            buffer_add_text(text, "endbfchar\n");
    }
    cmap_end(text);
    int id = pdf_file_stream(embedding->file, NULL, text->data, text->length, COMPRESSION_FAST);
    buffer_clear(text);
    return id;
}

/* From codes to the glyphs of a CFF subset. */
static const char *encoding(struct embedding *embedding)
{
    if (!embedding->subset.cff)
        return "/Identity-H";
    struct buffer *text = &embedding->text;
    size_t count = embedding->used->count;
    cmap_start(text, "Tekigo-Codes", "Identity", 1);
    for (size_t i = 0; i < count; i++) {
        if (i % ENTRIES_PER_BLOCK == 0)
            buffer_printf(text, "%zu begincidchar\n", count - i < ENTRIES_PER_BLOCK ? count - i : ENTRIES_PER_BLOCK);
        add_code(text, embedding->used->glyphs[i].code);
        buffer_printf(text, " %u\n", cid_of(embedding, i));
        if (i % ENTRIES_PER_BLOCK == ENTRIES_PER_BLOCK - 1 || i + 1 == count)
            buffer_add_text(text, "endcidchar\n");
    }
    cmap_end(text);
    static const char entries[] = "/Type /CMap\n/CMapName /Tekigo-Codes\n/WMode 0\n"
                                  "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n";
    int id = pdf_file_stream(embedding->file, entries, text->data, text->length, COMPRESSION_FAST);
    buffer_clear(text);
    return arena_printf(embedding->arena, "%d 0 R", id);
}

/* — the descendant font — */

/* Advances by CID; `highest` is the last CID. Unused CIDs are -1. */
static int *advances_by_cid(const struct embedding *embedding, unsigned *highest)
{
    *highest = 0;
    for (size_t i = 0; i < embedding->used->count; i++)
        if (cid_of(embedding, i) > *highest)
            *highest = cid_of(embedding, i);
    int *advances = arena_alloc(embedding->arena, (*highest + 1) * sizeof *advances);
    for (unsigned cid = 0; cid <= *highest; cid++)
        advances[cid] = -1;
    for (size_t i = 0; i < embedding->used->count; i++)
        advances[cid_of(embedding, i)] = embedding->used->glyphs[i].advance;
    return advances;
}

static int commonest_advance(const struct used_font *used)
{
    enum { LIMIT = 2048 };
    unsigned counts[LIMIT] = {0};
    int best = 1000;
    for (size_t i = 0; i < used->count; i++) {
        int advance = used->glyphs[i].advance;
        if (advance < LIMIT && ++counts[advance] > counts[best])
            best = advance;
    }
    return best;
}

/* `/DW` and `/W`: runs of neighbours that differ from the default. */
static void add_widths(struct embedding *embedding)
{
    struct buffer *text = &embedding->text;
    unsigned highest;
    const int *advances = advances_by_cid(embedding, &highest);
    int usual = commonest_advance(embedding->used);
    buffer_printf(text, "/DW %d\n/W [", usual);
    bool open = false;
    for (unsigned cid = 0; cid <= highest; cid++) {
        bool listed = advances[cid] >= 0 && advances[cid] != usual;
        if (listed && !open)
            buffer_printf(text, "%u [", cid);
        else if (!listed && open)
            buffer_add_text(text, "]\n");
        if (listed)
            buffer_printf(text, "%d ", advances[cid]);
        open = listed;
    }
    buffer_add_text(text, open ? "]]\n" : "]\n");
}

static int glyph_map(struct embedding *embedding)
{
    const struct used_font *used = embedding->used;
    size_t length = 2 * ((size_t)used->glyphs[used->count - 1].code + 1);
    unsigned char *bytes = arena_alloc(embedding->arena, length);
    for (size_t i = 0; i < used->count; i++) {
        bytes[2 * used->glyphs[i].code] = (unsigned char)(embedding->renumbered[i] >> 8);
        bytes[2 * used->glyphs[i].code + 1] = (unsigned char)embedding->renumbered[i];
    }
    return pdf_file_stream(embedding->file, NULL, bytes, length, COMPRESSION_FAST);
}

static int cid_set(struct embedding *embedding)
{
    size_t highest = 0;
    for (size_t i = 0; i < embedding->used->count; i++)
        if (cid_of(embedding, i) > highest)
            highest = cid_of(embedding, i);
    unsigned char *bits = arena_alloc(embedding->arena, highest / 8 + 1);
    bits[0] = 0x80; /* the missing glyph is always there */
    for (size_t i = 0; i < embedding->used->count; i++)
        bits[cid_of(embedding, i) / 8] |= (unsigned char)(0x80 >> cid_of(embedding, i) % 8);
    return pdf_file_stream(embedding->file, NULL, bits, highest / 8 + 1, COMPRESSION_FAST);
}

static int descriptor(struct embedding *embedding)
{
    const struct font_facts *facts = embedding->facts;
    const struct subset *subset = &embedding->subset;
    const char *entries = subset->cff ? "/Subtype /CIDFontType0C\n"
                                      : arena_printf(embedding->arena, "/Length1 %zu\n", subset->bytes.length);
    int program = pdf_file_stream(embedding->file, entries, subset->bytes.data, subset->bytes.length, COMPRESSION_FAST);
    enum { FIXED_PITCH = 1, SYMBOLIC = 4, FORCE_BOLD = 1 << 18 };
    int flags = SYMBOLIC | (facts->fixed_pitch ? FIXED_PITCH : 0) | (facts->bold ? FORCE_BOLD : 0);
    return pdf_file_object(
        embedding->file,
        arena_printf(embedding->arena,
                     "/Type /FontDescriptor\n/FontName /%s\n/Flags %d\n/FontBBox [%d %d %d %d]\n/ItalicAngle %d\n"
                     "/Ascent %d\n/Descent %d\n/CapHeight %d\n/StemV %d\n/CIDSet %d 0 R\n/%s %d 0 R\n",
                     embedding->name, flags, facts->box[0], facts->box[1], facts->box[2], facts->box[3],
                     facts->italic_angle, facts->ascent, facts->descent, facts->cap_height, facts->stem,
                     cid_set(embedding), subset->cff ? "FontFile3" : "FontFile2", program));
}

static int descendant(struct embedding *embedding)
{
    bool cff = embedding->subset.cff;
    int font_descriptor = descriptor(embedding);
    const char *map = cff ? "" : arena_printf(embedding->arena, "/CIDToGIDMap %d 0 R\n", glyph_map(embedding));
    buffer_printf(&embedding->text,
                  "/Type /Font\n/Subtype /%s\n/BaseFont /%s\n"
                  "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
                  "/FontDescriptor %d 0 R\n%s",
                  cff ? "CIDFontType0" : "CIDFontType2", embedding->name, font_descriptor, map);
    add_widths(embedding);
    return pdf_file_object(embedding->file, take_text(embedding));
}

static bool make_subset(struct embedding *embedding, struct hb_face_t *source)
{
    size_t count = embedding->used->count;
    uint16_t *glyphs = arena_alloc(embedding->arena, count * sizeof *glyphs);
    embedding->renumbered = arena_alloc(embedding->arena, count * sizeof *glyphs);
    for (size_t i = 0; i < count; i++)
        glyphs[i] = embedding->used->glyphs[i].glyph;
    return subset_make(source, glyphs, count, embedding->renumbered, &embedding->subset);
}

int embed_font(struct pdf_file *file, struct fonts *fonts, int font, const struct used_font *used, struct arena *arena)
{
    struct embedding embedding = {.file = file, .arena = arena, .facts = fonts_facts(fonts, font), .used = used};
    int id = 0;
    if (make_subset(&embedding, fonts_subset_source(fonts, font))) {
        embedding.name = tagged_name(&embedding);
        int inner = descendant(&embedding);
        const char *codes = encoding(&embedding);
        int characters = to_unicode(&embedding);
        id = pdf_file_object(file, arena_printf(arena,
                                                "/Type /Font\n/Subtype /Type0\n/BaseFont /%s%s\n/Encoding %s\n"
                                                "/DescendantFonts [%d 0 R]\n/ToUnicode %d 0 R\n",
                                                embedding.name, embedding.subset.cff ? "-Tekigo-Codes" : "", codes,
                                                inner, characters));
    }
    buffer_free(&embedding.subset.bytes);
    buffer_free(&embedding.text);
    return id;
}
