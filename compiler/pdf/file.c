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

/* Levels of libdeflate, by enum compression. */
static const int levels[] = {0, 1, 6};

/* Compressed streams above this size enter the file's identifier by their length and checksum only. */
#define DIGEST_LIMIT 8192
#define ID_SIZE 16

struct pdf_file {
    HPDF_Doc document;
    struct libdeflate_compressor *compressors[COMPRESSION_SMALL + 1]; /* NULL until needed */
    struct buffer compressed;                                         /* scratch */
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
    if (!file->document)
        arena_out_of_memory();
    digest_start(&file->digest);
    return file;
}

void pdf_file_free(struct pdf_file *file)
{
    if (!file)
        return;
    HPDF_Free(file->document);
    for (int i = 0; i <= COMPRESSION_SMALL; i++)
        if (file->compressors[i])
            libdeflate_free_compressor(file->compressors[i]);
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

static void compress(struct pdf_file *file, const void *bytes, size_t length, enum compression compression)
{
    struct libdeflate_compressor **compressor = &file->compressors[compression];
    if (!*compressor)
        *compressor = libdeflate_alloc_compressor(levels[compression]);
    if (!*compressor)
        arena_out_of_memory();
    struct buffer *scratch = &file->compressed;
    size_t bound = libdeflate_zlib_compress_bound(*compressor, length);
    if (scratch->capacity < bound) {
        buffer_free(scratch);
        scratch->data = malloc(bound);
        if (!scratch->data)
            arena_out_of_memory();
        scratch->capacity = bound;
    }
    scratch->length = libdeflate_zlib_compress(*compressor, bytes, length, scratch->data, bound);
}

static void fill_compressed(struct pdf_file *file, HPDF_Stream stream)
{
    const char *data = file->compressed.data;
    size_t length = file->compressed.length;
    if (length > DIGEST_LIMIT) {
        digest_add(&file->digest, &length, sizeof length);
        digest_add(&file->digest, data + length - 4, 4);
    } else {
        digest_add(&file->digest, data, length);
    }
    HPDF_Stream_Write(stream, (const HPDF_BYTE *)data, (HPDF_UINT)length);
}

int pdf_file_stream(struct pdf_file *file, const char *entries, const void *bytes, size_t length,
                    enum compression compression)
{
    if (!sound(file))
        return 0;
    HPDF_Dict dictionary = HPDF_DictStream_New(file->document->mmgr, file->document->xref);
    if (!dictionary)
        return 0;
    set_entries(file, dictionary, entries);
    if (compression == COMPRESSION_NONE) {
        digest_add(&file->digest, bytes, length);
        if (length)
            HPDF_Stream_Write(dictionary->stream, bytes, (HPDF_UINT)length);
    } else {
        dictionary->write_fn = write_compressed;
        compress(file, bytes, length, compression);
        fill_compressed(file, dictionary->stream);
    }
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
    compress(file, source->content->length ? source->content->data : "", source->content->length, COMPRESSION_SMALL);
    HPDF_PageAttr attributes = page->attr;
    attributes->contents->write_fn = write_filter;
    fill_compressed(file, attributes->stream);
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
