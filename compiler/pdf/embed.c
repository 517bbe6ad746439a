#include "pdf/embed.h"

#include <stdlib.h>

#include "pdf/runs.h"
#include "pdf/subset.h"
#include "pdf/syntax.h"

#define ENTRIES_PER_BLOCK 100 /* the most a CMap allows */
#define TAG_LENGTH 6

struct cid {
    unsigned number;
    int advance;
};

/* A part of a font on its way into the file. The CIDs of a TrueType font are the codes of the pages; those of a CFF
 * font are the glyphs of the subset, and an own CMap leads there from the codes. */
struct embedding {
    struct pdf_file *file;
    struct arena *arena;
    const struct font_facts *facts;
    const struct used_font *used;
    struct subset subset;
    uint16_t *renumbered; /* of each used glyph: its number in the subset */
    struct cid *cids;
    size_t cid_count;
    const char *name;   /* tag and PostScript name */
    struct buffer text; /* scratch */
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
    uint64_t hash = 14695981039346656037u ^ embedding->used->part.plane ^ embedding->used->part.selector;
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

/* How many lines the block that begins with this glyph has. */
static size_t block_length(const struct used_font *used, size_t first)
{
    size_t left = used->count - first;
    return left < ENTRIES_PER_BLOCK ? left : ENTRIES_PER_BLOCK;
}

static void add_code(struct buffer *text, unsigned code)
{
    buffer_add_char(text, '<');
    syntax_add_utf16(text, code);
    buffer_add_char(text, '>');
}

/* Codes are characters of the basic plane: one line for all that share the upper byte, used or not. */
static void add_plain_characters(struct buffer *text, const struct used_font *used)
{
    struct buffer lines = {0};
    size_t count = 0;
    for (size_t i = 0, last; i < used->count; i = last + 1) {
        for (last = i; last + 1 < used->count && used->glyphs[last + 1].code >> 8 == used->glyphs[i].code >> 8;)
            last++;
        add_code(&lines, used->glyphs[i].code);
        add_code(&lines, used->glyphs[last].code);
        add_code(&lines, used->glyphs[i].code);
        buffer_add_char(&lines, '\n');
        count++;
        if (count == ENTRIES_PER_BLOCK || last + 1 == used->count) {
            buffer_printf(text, "%zu beginbfrange\n%sendbfrange\n", count, lines.data);
            buffer_clear(&lines);
            count = 0;
        }
    }
    buffer_free(&lines);
}

/* Characters of two units of UTF-16, or with their selector. */
static void add_rare_characters(struct buffer *text, const struct used_font *used)
{
    for (size_t i = 0; i < used->count; i++) {
        if (i % ENTRIES_PER_BLOCK == 0)
            buffer_printf(text, "%zu beginbfchar\n", block_length(used, i));
        add_code(text, used->glyphs[i].code);
        buffer_add_char(text, '<');
        syntax_add_utf16(text, used->glyphs[i].character);
        if (used->part.selector)
            syntax_add_utf16(text, used->part.selector);
        buffer_add_text(text, ">\n");
        if (i % ENTRIES_PER_BLOCK == ENTRIES_PER_BLOCK - 1 || i + 1 == used->count)
            buffer_add_text(text, "endbfchar\n");
    }
}

/* From codes to the characters of the source. */
static int to_unicode(struct embedding *embedding)
{
    struct buffer *text = &embedding->text;
    const struct used_font *used = embedding->used;
    cmap_start(text, "Adobe-Identity-UCS", "UCS", 2);
    if (used->part.plane || used->part.selector)
        add_rare_characters(text, used);
    else
        add_plain_characters(text, used);
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
            buffer_printf(text, "%zu begincidchar\n", block_length(embedding->used, i));
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

static int compare_cids(const void *left, const void *right)
{
    const struct cid *a = left, *b = right;
    return (a->number > b->number) - (a->number < b->number);
}

/* The CIDs in use, each once, in rising order. */
static void list_cids(struct embedding *embedding)
{
    const struct used_font *used = embedding->used;
    struct cid *cids = arena_alloc(embedding->arena, used->count * sizeof *cids);
    size_t count = 0;
    for (size_t i = 0; i < used->count; i++)
        cids[i] = (struct cid){cid_of(embedding, i), used->glyphs[i].advance};
    if (embedding->subset.cff)
        qsort(cids, used->count, sizeof *cids, compare_cids);
    for (size_t i = 0; i < used->count; i++)
        if (count == 0 || cids[i].number != cids[count - 1].number)
            cids[count++] = cids[i];
    embedding->cids = cids;
    embedding->cid_count = count;
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
    int usual = commonest_advance(embedding->used);
    unsigned next = 0; /* the CID that would go on with the open run */
    bool open = false;
    buffer_printf(text, "/DW %d\n/W [", usual);
    for (size_t i = 0; i < embedding->cid_count; i++) {
        struct cid cid = embedding->cids[i];
        if (cid.advance == usual)
            continue;
        if (open && cid.number != next)
            buffer_add_text(text, "]\n");
        if (!open || cid.number != next)
            buffer_printf(text, "%u [", cid.number);
        syntax_add_decimal(text, cid.advance, 0);
        buffer_add_char(text, ' ');
        next = cid.number + 1;
        open = true;
    }
    buffer_add_text(text, open ? "]]\n" : "]\n");
}

static int write_runs(struct embedding *embedding, struct runs *runs)
{
    runs_end(runs);
    int id = pdf_file_stream(embedding->file, NULL, runs->bytes.data, runs->bytes.length, COMPRESSION_RUNS);
    buffer_free(&runs->bytes);
    return id;
}

/* From CIDs to glyphs of the subset. */
static int glyph_map(struct embedding *embedding)
{
    const struct used_font *used = embedding->used;
    struct runs runs = {0};
    size_t next = 0;
    for (size_t i = 0; i < used->count; i++) {
        runs_add_zeros(&runs, 2 * (used->glyphs[i].code - next));
        runs_add_byte(&runs, (unsigned char)(embedding->renumbered[i] >> 8));
        runs_add_byte(&runs, (unsigned char)embedding->renumbered[i]);
        next = used->glyphs[i].code + 1u;
    }
    return write_runs(embedding, &runs);
}

/* A bit for each CID. */
static int cid_set(struct embedding *embedding)
{
    struct runs runs = {0};
    unsigned char bits = 0x80; /* the missing glyph is always there */
    size_t at = 0;
    for (size_t i = 0; i < embedding->cid_count; i++) {
        unsigned number = embedding->cids[i].number;
        if (number / 8 != at) {
            runs_add_byte(&runs, bits);
            runs_add_zeros(&runs, number / 8 - at - 1);
            bits = 0;
            at = number / 8;
        }
        bits |= (unsigned char)(0x80 >> number % 8);
    }
    runs_add_byte(&runs, bits);
    return write_runs(embedding, &runs);
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

int embed_font(struct pdf_file *file, struct fonts *fonts, const struct used_font *used, struct arena *arena)
{
    int font = used->part.font, id = 0;
    struct embedding embedding = {.file = file, .arena = arena, .facts = fonts_facts(fonts, font), .used = used};
    if (make_subset(&embedding, fonts_subset_source(fonts, font))) {
        list_cids(&embedding);
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
