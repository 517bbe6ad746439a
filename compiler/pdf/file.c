#include "pdf/file.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_doc.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"

#define COMPRESSION_LEVEL 6
#define ID_SIZE 16

struct pdf_file {
    HPDF_Doc document;
    struct libdeflate_compressor *compressor;
    struct buffer compressed; /* scratch */
    struct digest digest;
};

/* The library keeps the error of its first failure in the document; it is asked for at the end. */
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *context)
{
    (void)error;
    (void)detail;
    (void)context;
}

struct pdf_file *pdf_file_new(void)
{
    struct pdf_file *file = calloc(1, sizeof *file);
    if (!file)
        arena_out_of_memory();
    file->document = HPDF_New(ignore_error, NULL);
    file->compressor = libdeflate_alloc_compressor(COMPRESSION_LEVEL);
    if (!file->document || !file->compressor)
        arena_out_of_memory();
    digest_start(&file->digest);
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (!file)
        return;
    HPDF_Free(file->document);
    libdeflate_free_compressor(file->compressor);
    buffer_free(&file->compressed);
    free(file);
}

static bool sound(const struct pdf_file *file)
{
    return HPDF_GetError(file->document) == HPDF_OK;
}

unsigned long pdf_file_error(const struct pdf_file *file)
{
    return HPDF_GetError(file->document);
}

/* — dictionaries written as they are given — */

static HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream)
{
    return dictionary->attr ? HPDF_Stream_WriteStr(stream, dictionary->attr) : HPDF_OK;
}

/* The library would drop an entry of this name, as it does not know that the bytes are compressed. */
static HPDF_STATUS write_filter(HPDF_Dict dictionary, HPDF_Stream stream)
{
    (void)dictionary;
    return HPDF_Stream_WriteStr(stream, "/Filter /FlateDecode\n");
}

static HPDF_STATUS write_compressed(HPDF_Dict dictionary, HPDF_Stream stream)
{
    HPDF_STATUS status = write_filter(dictionary, stream);
    return status == HPDF_OK ? write_entries(dictionary, stream) : status;
}

static void set_entries(struct pdf_file *file, HPDF_Dict dictionary, const char *entries)
{
    if (entries)
        digest_add(&file->digest, entries, strlen(entries));
    dictionary->attr = (void *)entries;
    dictionary->write_fn = write_entries;
}

static int number_of(void *object)
{
    return (int)(((HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF);
}

static void *object_of(struct pdf_file *file, int id)
{
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(file->document->xref, (HPDF_UINT)id);
    return entry ? entry->obj : NULL;
}

int pdf_file_object(struct pdf_file *file, const char *entries)
{
    if (!sound(file))
        return 0;
    HPDF_Dict dictionary = HPDF_Dict_New(file->document->mmgr);
    if (!dictionary || HPDF_Xref_Add(file->document->xref, dictionary) != HPDF_OK)
        return 0;
    set_entries(file, dictionary, entries);
    return number_of(dictionary);
}

void pdf_file_set(struct pdf_file *file, int id, const char *entries)
{
    HPDF_Dict dictionary = id && sound(file) ? object_of(file, id) : NULL;
    if (dictionary)
        set_entries(file, dictionary, entries);
}

/* — streams — */

static void compress(struct pdf_file *file, const void *bytes, size_t length)
{
    struct buffer *scratch = &file->compressed;
    size_t bound = libdeflate_zlib_compress_bound(file->compressor, length);
    if (scratch->capacity < bound) {
        buffer_free(scratch);
        scratch->data = malloc(bound);
        if (!scratch->data)
            arena_out_of_memory();
        scratch->capacity = bound;
    }
    scratch->length = libdeflate_zlib_compress(file->compressor, bytes, length, scratch->data, bound);
}

static void fill_stream(struct pdf_file *file, HPDF_Stream stream, const void *bytes, size_t length)
{
    digest_add(&file->digest, bytes, length);
    if (length)
        HPDF_Stream_Write(stream, bytes, (HPDF_UINT)length);
}

int pdf_file_stream(struct pdf_file *file, const char *entries, const void *bytes, size_t length, bool compressed)
{
    if (!sound(file))
        return 0;
    HPDF_Dict dictionary = HPDF_DictStream_New(file->document->mmgr, file->document->xref);
    if (!dictionary)
        return 0;
    set_entries(file, dictionary, entries);
    if (compressed) {
        compress(file, bytes, length);
        dictionary->write_fn = write_compressed;
        bytes = file->compressed.data;
        length = file->compressed.length;
    }
    fill_stream(file, dictionary->stream, bytes, length);
    return number_of(dictionary);
}

/* — pages — */

static void add_annotations(struct pdf_file *file, HPDF_Page page, const struct pdf_page *source)
{
    HPDF_Array array = HPDF_Array_New(file->document->mmgr);
    if (!array || HPDF_Dict_Add(page, "Annots", array) != HPDF_OK)
        return;
    for (size_t i = 0; i < source->annotation_count; i++) {
        void *annotation = source->annotations[i] ? object_of(file, source->annotations[i]) : NULL;
        if (annotation)
            HPDF_Array_Add(array, annotation);
    }
}

int pdf_file_page(struct pdf_file *file, const struct pdf_page *source)
{
    HPDF_Page page = sound(file) ? HPDF_AddPage(file->document) : NULL;
    if (!page)
        return 0;
    HPDF_Page_SetWidth(page, (HPDF_REAL)source->width / 1000);
    HPDF_Page_SetHeight(page, (HPDF_REAL)source->height / 1000);
    HPDF_Dict_Add(page, "Resources", object_of(file, source->resources));
    compress(file, source->content->length ? source->content->data : "", source->content->length);
    HPDF_PageAttr attributes = page->attr;
    attributes->contents->write_fn = write_filter;
    fill_stream(file, attributes->stream, file->compressed.data, file->compressed.length);
    if (source->annotation_count)
        add_annotations(file, page, source);
    return sound(file) ? number_of(page) : 0;
}

/* — the file as a whole — */

void pdf_file_catalog(struct pdf_file *file, const char *entries)
{
    if (sound(file))
        set_entries(file, file->document->catalog, entries);
}

void pdf_file_information(struct pdf_file *file, const char *entries)
{
    if (!sound(file))
        return;
    HPDF_Dict_RemoveElement(file->document->info, "Producer");
    set_entries(file, file->document->info, entries);
}

static void add_identifier(struct pdf_file *file)
{
    unsigned char digest[DIGEST_SIZE];
    digest_end(&file->digest, digest);
    HPDF_Array array = HPDF_Array_New(file->document->mmgr);
    if (!array || HPDF_Dict_Add(file->document->trailer, "ID", array) != HPDF_OK)
        return;
    for (int i = 0; i < 2; i++) {
        HPDF_Binary identifier = HPDF_Binary_New(file->document->mmgr, digest, ID_SIZE);
        if (identifier)
            HPDF_Array_Add(array, identifier);
    }
}

bool pdf_file_save(struct pdf_file *file, struct buffer *bytes)
{
    if (!sound(file))
        return false;
    add_identifier(file);
    file->document->pdf_version = HPDF_VER_17; /* last: many functions of the library set it */
    if (!sound(file) || HPDF_SaveToStream(file->document) != HPDF_OK)
        return false;
    HPDF_Stream stream = file->document->stream;
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        HPDF_UINT length;
        const HPDF_BYTE *block = HPDF_MemStream_GetBufPtr(stream, i, &length);
        buffer_add(bytes, block, length);
    }
    return sound(file);
}
