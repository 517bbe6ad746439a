/* The file as bytes and as objects, before what they mean. */
#include <stdio.h>
#include <string.h>

#include "conform.h"

#define NAME_MOST 127
#define STRING_MOST 32767
#define OBJECTS_MOST 8388607

static void check_head(struct conform *conform, const unsigned char *bytes, size_t length)
{
    bool head = length > 14 && memcmp(bytes, "%PDF-1.", 7) == 0 && bytes[7] >= '0' && bytes[7] <= '7';
    if (!head || (bytes[8] != '\n' && bytes[8] != '\r')) {
        fault(conform, CHECK_FILE_HEADER, 0, 0, "the file does not begin with %%PDF-1.n and an end of line");
        return;
    }
    size_t at = 9 + (bytes[8] == '\r' && bytes[9] == '\n');
    bool binary = bytes[at] == '%';
    for (size_t i = 1; i <= 4; i++)
        binary = binary && at + i < length && bytes[at + i] > 127;
    if (!binary)
        fault(conform, CHECK_FILE_HEADER, 0, 0, "no comment of four bytes above 127 follows the first line");
}

static void check_tail(struct conform *conform, const unsigned char *bytes, size_t length)
{
    size_t end = length;
    if (end > 0 && bytes[end - 1] == '\n')
        end--;
    if (end > 0 && bytes[end - 1] == '\r')
        end--;
    if (end < 5 || memcmp(bytes + end - 5, "%%EOF", 5) != 0)
        fault(conform, CHECK_FILE_END, 0, 0, "bytes follow the last %%%%EOF");
}

void check_file(struct conform *conform)
{
    fz_buffer *buffer = fz_read_file(conform->context, conform->file);
    unsigned char *bytes, *copy;
    conform->length = fz_buffer_storage(conform->context, buffer, &bytes);
    conform->bytes = copy = pool_alloc(conform, conform->length + 1);
    memcpy(copy, bytes, conform->length);
    fz_drop_buffer(conform->context, buffer);
    check_head(conform, conform->bytes, conform->length);
    check_tail(conform, conform->bytes, conform->length);
}

/* — how objects stand in the file — */

static bool is_line_end(unsigned char byte)
{
    return byte == '\n' || byte == '\r';
}

static size_t skip_number(const struct conform *conform, size_t at)
{
    while (at < conform->length && conform->bytes[at] >= '0' && conform->bytes[at] <= '9')
        at++;
    return at;
}

static bool stands_at(const struct conform *conform, size_t at, const char *word)
{
    size_t length = strlen(word);
    return at + length <= conform->length && memcmp(conform->bytes + at, word, length) == 0;
}

/* Whether `N N obj` stands on a line of its own, with single spaces, and `endobj` too. */
static bool stands_alone(const struct conform *conform, size_t at, size_t end)
{
    size_t first = skip_number(conform, at), second = skip_number(conform, first + 1);
    if (at == 0 || !is_line_end(conform->bytes[at - 1]) || !stands_at(conform, first, " ") ||
        !stands_at(conform, second, " obj") || !is_line_end(conform->bytes[second + 4]))
        return false;
    const unsigned char *found = memmem(conform->bytes + end, conform->length - end, "endobj", 6);
    return found && is_line_end(found[-1]) && is_line_end(found[6]);
}

static bool length_fits(const struct conform *conform, size_t at, int64_t length)
{
    size_t end = at + (size_t)length;
    if (length < 0 || at < 7 || end >= conform->length)
        return false;
    bool begins = stands_at(conform, at - 7, "stream\n") || (at > 7 && stands_at(conform, at - 8, "stream\r\n"));
    end += stands_at(conform, end, "\r\n") ? 2 : is_line_end(conform->bytes[end]);
    return begins && end > at + (size_t)length && stands_at(conform, end, "endstream");
}

static void check_places(struct conform *conform)
{
    fz_context *context = conform->context;
    for (int number = 1; number < conform->object_count; number++) {
        pdf_xref_entry *entry = pdf_cache_object(context, conform->document, number);
        if (entry->type != 'n' || entry->ofs <= 0 || (size_t)entry->ofs >= conform->length)
            continue;
        size_t end = (size_t)(entry->stm_ofs > 0 ? entry->stm_ofs : entry->ofs);
        int64_t length = pdf_to_int64(context, get(conform, entry->obj, "Length"));
        if (entry->stm_ofs > 0 && !length_fits(conform, end, length))
            fault(conform, CHECK_STREAM_LENGTH, 0, number, "the stream is not as long as its /Length");
        else if (!stands_alone(conform, (size_t)entry->ofs, entry->stm_ofs > 0 ? end + (size_t)length : end))
            fault(conform, CHECK_OBJECT_SYNTAX, 0, number, "obj or endobj does not stand on a line of its own");
    }
}

/* — objects — */

/* What is still to be looked at: the objects that hang from those seen. */
struct walk {
    pdf_obj **waiting;
    int count, capacity;
    bool *reached; /* by object number */
};

static void add_waiting(struct conform *conform, struct walk *walk, pdf_obj *object)
{
    walk->waiting = grow(conform, walk->waiting, walk->count, &walk->capacity, sizeof *walk->waiting);
    walk->waiting[walk->count++] = object;
}

static void check_action(struct conform *conform, pdf_obj *action, int number)
{
    static const char *const allowed[] = {"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"};
    const char *type = pdf_to_name(conform->context, get(conform, action, "S"));
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (strcmp(type, allowed[i]) == 0)
            return;
    fault(conform, CHECK_ACTION, 0, number, "/%s is no action of an archive", type);
}

static void check_filter(struct conform *conform, pdf_obj *filter, int number)
{
    static const char *const allowed[] = {"FlateDecode",     "DCTDecode",      "ASCIIHexDecode", "ASCII85Decode",
                                          "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode",    "JPXDecode"};
    const char *name = pdf_to_name(conform->context, filter);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (strcmp(name, allowed[i]) == 0)
            return;
    fault(conform, CHECK_STREAM_FILTER, 0, number, "the filter /%s", name);
}

static void check_stream(struct conform *conform, pdf_obj *stream, int number)
{
    pdf_obj *filter = get(conform, stream, "Filter");
    if (pdf_is_name(conform->context, filter))
        check_filter(conform, filter, number);
    for (int i = 0; i < pdf_array_len(conform->context, filter); i++)
        check_filter(conform, pdf_array_get(conform->context, filter, i), number);
    if (has(conform, stream, "F") || has(conform, stream, "FFilter") || has(conform, stream, "FDecodeParms"))
        fault(conform, CHECK_STREAM_EXTERNAL, 0, number, "the stream is in another file");
}

static void check_name(struct conform *conform, pdf_obj *name, int number)
{
    if (strlen(pdf_to_name(conform->context, name)) > NAME_MOST)
        fault(conform, CHECK_OBJECT_LIMIT, 0, number, "a name of more than %d bytes", NAME_MOST);
}

/* Adds the values of a dictionary; those that are actions are looked at. */
static void walk_dictionary(struct conform *conform, struct walk *walk, pdf_obj *dictionary, int number)
{
    fz_context *context = conform->context;
    for (int i = 0; i < pdf_dict_len(context, dictionary); i++) {
        const char *key = pdf_to_name(context, pdf_dict_get_key(context, dictionary, i));
        pdf_obj *value = pdf_dict_get_val(context, dictionary, i);
        check_name(conform, pdf_dict_get_key(context, dictionary, i), number);
        if (strcmp(key, "AA") == 0)
            fault(conform, CHECK_ACTION, 0, number, "additional actions");
        if ((strcmp(key, "A") == 0 || strcmp(key, "OpenAction") == 0 || strcmp(key, "Next") == 0) &&
            pdf_is_name(context, get(conform, value, "S")))
            check_action(conform, value, number);
        add_waiting(conform, walk, value);
    }
}

static void walk_value(struct conform *conform, struct walk *walk, pdf_obj *object, int number)
{
    fz_context *context = conform->context;
    if (pdf_is_name(context, object))
        check_name(conform, object, number);
    else if (pdf_is_string(context, object) && pdf_to_str_len(context, object) > STRING_MOST)
        fault(conform, CHECK_OBJECT_LIMIT, 0, number, "a string of more than %d bytes", STRING_MOST);
    else if (pdf_is_int(context, object) && pdf_to_int64(context, object) != (int32_t)pdf_to_int64(context, object))
        fault(conform, CHECK_OBJECT_LIMIT, 0, number, "an integer beyond 32 bits");
    else if (pdf_is_dict(context, object))
        walk_dictionary(conform, walk, object, number);
    for (int i = 0; pdf_is_array(context, object) && i < pdf_array_len(context, object); i++)
        add_waiting(conform, walk, pdf_array_get(context, object, i));
}

static void walk_object(struct conform *conform, struct walk *walk, pdf_obj *object)
{
    fz_context *context = conform->context;
    int number = 0;
    if (pdf_is_indirect(context, object)) {
        number = pdf_to_num(context, object);
        if (number <= 0 || number >= conform->object_count || walk->reached[number])
            return;
        walk->reached[number] = true;
        if (pdf_obj_num_is_stream(context, conform->document, number))
            check_stream(conform, object, number);
    }
    walk_value(conform, walk, pdf_resolve_indirect(context, object), number);
}

static void check_unreferenced(struct conform *conform, const struct walk *walk)
{
    fz_context *context = conform->context;
    for (int number = 1; number < conform->object_count; number++) {
        pdf_xref_entry *entry = pdf_get_xref_entry(context, conform->document, number);
        if (walk->reached[number] || (entry->type != 'n' && entry->type != 'o'))
            continue;
        pdf_obj *object = pdf_load_object(context, conform->document, number);
        if (!entry_is(conform, object, "Type", "ObjStm") && !entry_is(conform, object, "Type", "XRef"))
            fault(conform, CHECK_OBJECT_UNREFERENCED, 0, number, "nothing refers to it");
        pdf_drop_obj(context, object);
    }
}

void check_objects(struct conform *conform)
{
    fz_context *context = conform->context;
    struct walk walk = {.reached = pool_alloc(conform, (size_t)conform->object_count)};
    pdf_obj *identifiers = get(conform, conform->trailer, "ID");
    bool two = pdf_array_len(context, identifiers) == 2;
    for (int i = 0; i < 2 && two; i++)
        two = pdf_to_str_len(context, pdf_array_get(context, identifiers, i)) >= 16;
    if (!two)
        fault(conform, CHECK_FILE_ID, 0, 0, "the trailer has no two identifiers");
    if (has(conform, conform->trailer, "Encrypt"))
        fault(conform, CHECK_FILE_ENCRYPTED, 0, 0, "the file is encrypted");
    if (conform->object_count > OBJECTS_MOST)
        fault(conform, CHECK_OBJECT_LIMIT, 0, 0, "%d objects", conform->object_count);
    check_places(conform);
    walk_value(conform, &walk, conform->trailer, 0);
    while (walk.count > 0)
        walk_object(conform, &walk, walk.waiting[--walk.count]);
    check_unreferenced(conform, &walk);
}
