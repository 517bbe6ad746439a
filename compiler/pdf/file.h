/* A PDF file: numbered objects, streams and pages, written through libharu, which is seen by file.c alone.
 *
 * Objects are dictionaries given as the text between `<<` and `>>`, in PDF syntax. Texts are not copied: they must live
 * until the file is saved. After a failure nothing more happens, ids are 0 and pdf_file_save() gives false. */
#ifndef TEKIGO_PDF_FILE_H
#define TEKIGO_PDF_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

struct pdf_file;

/* `archive`: in the form of PDF 1.4, each object on its own. */
struct pdf_file *pdf_file_new(bool archive);
void pdf_file_free(struct pdf_file *file);

/* A new dictionary; its number. Without entries (NULL) they are given later. */
int pdf_file_object(struct pdf_file *file, const char *entries);
void pdf_file_set(struct pdf_file *file, int id, const char *entries);

/* Outlines of glyphs hardly shrink more when more time is spent on them; tables of numbers and text do. What the caller
 * encoded as runs (pdf/runs.h) is compressed fast. */
enum compression { COMPRESSION_NONE, COMPRESSION_FAST, COMPRESSION_SMALL, COMPRESSION_RUNS };

/* A new stream; `entries` must not speak of the length, nor of the filter when it is compressed. The bytes are
 * copied. */
int pdf_file_stream(struct pdf_file *file, const char *entries, const void *bytes, size_t length,
                    enum compression compression);

/* The same in two steps, for bytes that go into many files: compresses them into the arena; makes a stream of what was
 * compressed (and must live until then only). */
struct packed {
    const void *bytes;
    size_t length;
};
struct packed pdf_file_pack(struct pdf_file *file, const void *bytes, size_t length, struct arena *arena);
int pdf_file_packed(struct pdf_file *file, const char *entries, struct packed packed);

/* A new page at the end, or before the page `before`; its number. The lengths are in 1/1000 pt. */
struct pdf_page {
    int before;         /* number of a page, or 0 */
    int struct_parents; /* key of the page in the structure tree */
    int32_t width, height;
    struct packed content; /* copied */
    int addition;          /* number of a stream that goes on after the content, or 0 */
    int resources;         /* number of the dictionary */
    const int *annotations;
    size_t annotation_count;
};
int pdf_file_page(struct pdf_file *file, const struct pdf_page *page);

/* More entries of the catalog; all entries of the information dictionary. */
void pdf_file_catalog(struct pdf_file *file, const char *entries);
void pdf_file_information(struct pdf_file *file, const char *entries);

/* Many small objects, of any kind, after all others: reserves `count` numbers and gives the first. Then as many objects
 * are added, in their order. */
int pdf_file_bulk(struct pdf_file *file, int count);
void pdf_file_bulk_add(struct pdf_file *file, const struct buffer *object);

/* Writes the whole file to `bytes`. Its identifier is a digest of all it holds. */
bool pdf_file_save(struct pdf_file *file, struct buffer *bytes);

/* The library's code of the failure, 0 for none. */
unsigned long pdf_file_error(const struct pdf_file *file);

#endif
