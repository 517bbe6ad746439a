#include "font_program.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_CID_H
#include <stdlib.h>

#define CIDS 65536

struct font_program {
    FT_Library library;
    FT_Face face;
    unsigned short *glyphs; /* by CID; NULL when CIDs are glyphs */
};

/* Fonts keyed by CID say of each glyph which one it is. */
static void read_cids(struct font_program *program)
{
    FT_Bool keyed = 0;
    if (FT_Get_CID_Is_Internally_CID_Keyed(program->face, &keyed) != 0 || !keyed)
        return;
    program->glyphs = calloc(CIDS, sizeof *program->glyphs);
    for (FT_Long glyph = 0; program->glyphs && glyph < program->face->num_glyphs; glyph++) {
        FT_UInt cid;
        if (FT_Get_CID_From_Glyph_Index(program->face, (FT_UInt)glyph, &cid) == 0 && cid < CIDS)
            program->glyphs[cid] = (unsigned short)glyph;
    }
}

struct font_program *font_program_open(const unsigned char *bytes, size_t length)
{
    struct font_program *program = calloc(1, sizeof *program);
    if (!program)
        return NULL;
    if (FT_Init_FreeType(&program->library) != 0 ||
        FT_New_Memory_Face(program->library, bytes, (FT_Long)length, 0, &program->face) != 0) {
        font_program_close(program);
        return NULL;
    }
    read_cids(program);
    return program;
}

void font_program_close(struct font_program *program)
{
    if (!program)
        return;
    if (program->face)
        FT_Done_Face(program->face);
    if (program->library)
        FT_Done_FreeType(program->library);
    free(program->glyphs);
    free(program);
}

int font_program_glyph_count(const struct font_program *program)
{
    return (int)program->face->num_glyphs;
}

int font_program_glyph(const struct font_program *program, int cid)
{
    return cid < 0 || cid >= CIDS ? 0 : program->glyphs ? program->glyphs[cid] : cid;
}

bool font_program_has_unicode(const struct font_program *program)
{
    FT_CharMap map = program->face->charmap;
    return map && map->platform_id == 3 && map->encoding_id == 1;
}

int font_program_glyph_of_character(const struct font_program *program, int character)
{
    return font_program_has_unicode(program) ? (int)FT_Get_Char_Index(program->face, (FT_ULong)character) : 0;
}

int font_program_glyph_of_name(const struct font_program *program, const char *name)
{
    return (int)FT_Get_Name_Index(program->face, name);
}

double font_program_advance(const struct font_program *program, int glyph)
{
    FT_Fixed advance;
    if (FT_Get_Advance(program->face, (FT_UInt)glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return -1;
    return (double)advance * 1000 / (program->face->units_per_EM ? program->face->units_per_EM : 1000);
}

bool font_program_is_blank(const struct font_program *program, int glyph)
{
    return FT_Load_Glyph(program->face, (FT_UInt)glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0 ||
           program->face->glyph->outline.n_points == 0;
}
