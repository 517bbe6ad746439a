#include "pdf/file.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_doc.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "pdf/xref.h"

/* Levels of libdeflate, by enum compression. */
static const int levels[] = {0, 1, 4};

#define ID_SIZE 16
#define CHECKSUM_SIZE 4 /* at the end of what is compressed */

struct pdf_file {
    HPDF_Doc document;
    bool archive;         /* PDF 1.4: no object streams */
    struct buffer output; /* what is written already: streams come first */
    struct xref xref;
    struct object_stream objects; /* the one being filled */
    int bulk_number;              /* of the next bulk object; 0 before pdf_file_bulk() */
    int stream_number;            /* of the next object stream */
    struct libdeflate_compressor *compressors[COMPRESSION_SMALL + 1]; /* NULL until needed */
    struct buffer compressed;                                         /* scratch */
    struct digest digest;
};

/* The library keeps the error of its first failure in the document; it is asked for at the end. */
static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *context)
{
    (void)detail;
    (void)context;
    if (error == HPDF_FAILD_TO_ALLOC_MEM)
        arena_out_of_memory();
}

struct pdf_file *pdf_file_new(bool archive)
{
    struct pdf_file *file = calloc(1, sizeof *file);
    if (!file)
        arena_out_of_memory();
    file->archive = archive;
    /* The second line tells programs that the file is not text. */
    buffer_add_text(&file->output, archive ? "%PDF-1.4\n" : "%PDF-1.7\n");
    buffer_add_text(&file->output, "%\xB7\xBE\xAD\xAA\n");
    file->document = HPDF_New(on_error, NULL);
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
    buffer_free(&file->output);
    xref_free(&file->xref);
    object_stream_free(&file->objects);
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

static void set_entries(HPDF_Dict dictionary, const char *entries)
{
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
    set_entries(dictionary, entries);
    return number_of(dictionary);
}

void pdf_file_set(struct pdf_file *file, int id, const char *entries)
{
    HPDF_Dict dictionary = id && sound(file) ? object_of(file, id) : NULL;
    if (dictionary)
        set_entries(dictionary, entries);
}

/* — streams — */

static void compress(struct pdf_file *file, const void *bytes, size_t length, enum compression compression)
{
    if (compression == COMPRESSION_RUNS)
        compression = COMPRESSION_FAST;
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

/* What is compressed enters the file's identifier by its length and checksum. */
static void add_to_digest(struct pdf_file *file, const void *compressed, size_t length)
{
    digest_add(&file->digest, &length, sizeof length);
    digest_add(&file->digest, (const char *)compressed + length - CHECKSUM_SIZE, CHECKSUM_SIZE);
}

/* Begins an object at the end of the file. */
static void start_object(struct pdf_file *file, int number)
{
    xref_set(&file->xref, number, (struct xref_entry){.place = (uint32_t)file->output.length});
    buffer_printf(&file->output, "%d 0 obj\n", number);
}

static void end_stream(struct pdf_file *file, struct packed content)
{
    buffer_add(&file->output, content.bytes, content.length);
    buffer_add_text(&file->output, "\nendstream\nendobj\n");
}

static void write_stream(struct pdf_file *file, int number, const char *entries, enum compression compression,
                         struct packed content)
{
    static const char *const filters[] = {[COMPRESSION_NONE] = "",
                                          [COMPRESSION_FAST] = "/Filter /FlateDecode\n",
                                          [COMPRESSION_SMALL] = "/Filter /FlateDecode\n",
                                          [COMPRESSION_RUNS] = "/Filter [/FlateDecode /RunLengthDecode]\n"};
    if (entries)
        digest_add(&file->digest, entries, strlen(entries));
    if (compression == COMPRESSION_NONE)
        digest_add(&file->digest, content.bytes, content.length);
    else
        add_to_digest(file, content.bytes, content.length);
    start_object(file, number);
    buffer_printf(&file->output, "<<\n%s%s/Length %zu\n>>\nstream\n", entries ? entries : "", filters[compression],
                  content.length);
    end_stream(file, content);
}

static struct packed compressed(const struct pdf_file *file)
{
    return (struct packed){file->compressed.data, file->compressed.length};
}

int pdf_file_stream(struct pdf_file *file, const char *entries, const void *bytes, size_t length,
                    enum compression compression)
{
    int number = pdf_file_object(file, NULL);
    if (number == 0)
        return 0;
    if (compression != COMPRESSION_NONE)
        compress(file, bytes, length, compression);
    struct packed content = compression == COMPRESSION_NONE ? (struct packed){bytes, length} : compressed(file);
    write_stream(file, number, entries, compression, content);
    return number;
}

struct packed pdf_file_pack(struct pdf_file *file, const void *bytes, size_t length, struct arena *arena)
{
    compress(file, bytes, length, COMPRESSION_SMALL);
    return (struct packed){arena_strndup(arena, file->compressed.data, file->compressed.length),
                           file->compressed.length};
}

int pdf_file_packed(struct pdf_file *file, const char *entries, struct packed packed)
{
    int number = pdf_file_object(file, NULL);
    if (number)
        write_stream(file, number, entries, COMPRESSION_SMALL, packed);
    return number;
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

/* The stream that the library made for a page, whose length is an object of its own. */
static void write_content(struct pdf_file *file, HPDF_Dict contents, struct packed content)
{
    HPDF_Number length = HPDF_Dict_GetItem(contents, "Length", HPDF_OCLASS_NUMBER);
    if (!length)
        return;
    length->value = (HPDF_INT32)content.length;
    add_to_digest(file, content.bytes, content.length);
    start_object(file, number_of(contents));
    buffer_printf(&file->output, "<<\n/Filter /FlateDecode\n/Length %d 0 R\n>>\nstream\n", number_of(length));
    end_stream(file, content);
}

/* Puts a stream behind the one that the page has. */
static void add_content(struct pdf_file *file, HPDF_Page page, int addition)
{
    HPDF_Array contents = HPDF_Array_New(file->document->mmgr);
    if (!contents)
        return;
    HPDF_Array_Add(contents, ((HPDF_PageAttr)page->attr)->contents);
    HPDF_Array_Add(contents, object_of(file, addition));
    HPDF_Dict_Add(page, "Contents", contents);
}

int pdf_file_page(struct pdf_file *file, const struct pdf_page *source)
{
    HPDF_Page before = source->before ? object_of(file, source->before) : NULL, page = NULL;
    if (sound(file))
        page = before ? HPDF_InsertPage(file->document, before) : HPDF_AddPage(file->document);
    if (!page)
        return 0;
    HPDF_Dict_AddNumber(page, "StructParents", source->struct_parents);
    HPDF_Page_SetWidth(page, (HPDF_REAL)source->width / 1000);
    HPDF_Page_SetHeight(page, (HPDF_REAL)source->height / 1000);
    HPDF_Dict_Add(page, "Resources", object_of(file, source->resources));
    write_content(file, ((HPDF_PageAttr)page->attr)->contents, source->content);
    if (source->addition)
        add_content(file, page, source->addition);
    if (source->annotation_count) {
        add_annotations(file, page, source);
        HPDF_Dict_AddName(page, "Tabs", "S");
    }
    return sound(file) ? number_of(page) : 0;
}

/* — the file as a whole — */

void pdf_file_catalog(struct pdf_file *file, const char *entries)
{
    if (sound(file))
        set_entries(file->document->catalog, entries);
}

void pdf_file_information(struct pdf_file *file, const char *entries)
{
    if (!sound(file))
        return;
    HPDF_Dict_RemoveElement(file->document->info, "Producer");
    set_entries(file->document->info, entries);
}

/* — writing — */

static HPDF_STATUS write_output(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT length)
{
    buffer_add(stream->attr, bytes, length);
    return HPDF_OK;
}

static void write_object_stream(struct pdf_file *file)
{
    char entries[80];
    if (file->objects.count == 0)
        return;
    object_stream_close(&file->objects);
    snprintf(entries, sizeof entries, "/Type /ObjStm\n/N %d\n/First %zu\n", file->objects.count,
             file->objects.head.length);
    compress(file, file->objects.whole.data, file->objects.whole.length, COMPRESSION_FAST);
    write_stream(file, file->stream_number++, entries, COMPRESSION_FAST, compressed(file));
    object_stream_clear(&file->objects);
}

/* Begins a small object; its text is to be added to the buffer it gives, then end_small() called. */
static struct buffer *start_small(struct pdf_file *file, int number)
{
    if (file->archive) {
        start_object(file, number);
        return &file->output;
    }
    uint16_t index = (uint16_t)object_stream_next(&file->objects, number);
    xref_set(&file->xref, number,
             (struct xref_entry){.place = (uint32_t)file->stream_number, .index = index, .packed = true});
    return &file->objects.body;
}

static void end_small(struct pdf_file *file, int number)
{
    size_t place = file->xref.entries[number].place;
    if (file->archive) {
        digest_add(&file->digest, file->output.data + place, file->output.length - place);
        buffer_add_text(&file->output, "\nendobj\n");
    } else if (object_stream_full(&file->objects)) {
        write_object_stream(file);
    }
}

int pdf_file_bulk(struct pdf_file *file, int count)
{
    file->bulk_number = (int)file->document->xref->entries->count;
    file->stream_number = file->bulk_number + count;
    return file->bulk_number;
}

void pdf_file_bulk_add(struct pdf_file *file, const struct buffer *object)
{
    int number = file->bulk_number++;
    buffer_add(start_small(file, number), object->data, object->length);
    end_small(file, number);
}

/* Writes the objects that were given to the library; streams are written already. */
static bool write_objects(struct pdf_file *file)
{
    HPDF_Xref table = file->document->xref;
    HPDF_Stream writer = HPDF_CallbackWriter_New(file->document->mmgr, write_output, NULL);
    bool good = writer != NULL;
    for (HPDF_UINT i = 1; good && i < table->entries->count; i++) {
        if (xref_has(&file->xref, (int)i))
            continue;
        writer->attr = start_small(file, (int)i);
        good = HPDF_Obj_WriteValue(HPDF_Xref_GetEntry(table, i)->obj, writer, NULL) == HPDF_OK;
        end_small(file, (int)i);
    }
    if (writer)
        HPDF_Stream_Free(writer);
    return good;
}

/* What the trailer says, wherever it stands. */
static void add_trailer(struct pdf_file *file, struct buffer *text)
{
    unsigned char digest[DIGEST_SIZE];
    digest_end(&file->digest, digest);
    buffer_printf(text, "/Root %d 0 R\n/Info %d 0 R\n/ID [", number_of(file->document->catalog),
                  number_of(file->document->info));
    for (int i = 0; i < 2; i++) {
        buffer_add_char(text, '<');
        for (int j = 0; j < ID_SIZE; j++)
            buffer_printf(text, "%02X", digest[j]);
        buffer_add_char(text, '>');
    }
    buffer_add_text(text, "]\n");
}

static void write_table(struct pdf_file *file)
{
    size_t start = file->output.length;
    xref_add_table(&file->xref, &file->output);
    buffer_printf(&file->output, "trailer\n<<\n/Size %zu\n", file->xref.count);
    add_trailer(file, &file->output);
    buffer_printf(&file->output, ">>\nstartxref\n%zu\n%%%%EOF\n", start);
}

static void write_table_stream(struct pdf_file *file)
{
    struct buffer entries = {0}, rows = {0};
    size_t start = file->output.length;
    int number = file->stream_number;
    xref_set(&file->xref, number, (struct xref_entry){.place = (uint32_t)start});
    buffer_printf(&entries, "/Type /XRef\n/Size %zu\n" XREF_STREAM_ENTRIES, file->xref.count);
    add_trailer(file, &entries);
    xref_add_rows(&file->xref, &rows);
    compress(file, rows.data, rows.length, COMPRESSION_FAST);
    write_stream(file, number, entries.data, COMPRESSION_FAST, compressed(file));
    buffer_printf(&file->output, "startxref\n%zu\n%%%%EOF\n", start);
    buffer_free(&entries);
    buffer_free(&rows);
}

bool pdf_file_save(struct pdf_file *file, struct buffer *bytes)
{
    if (!sound(file))
        return false;
    if (!file->bulk_number)
        pdf_file_bulk(file, 0);
    if (!write_objects(file))
        return false;
    if (file->archive) {
        write_table(file);
    } else {
        write_object_stream(file);
        write_table_stream(file);
    }
    buffer_free(bytes);
    *bytes = file->output;
    file->output = (struct buffer){0};
    return sound(file);
}
