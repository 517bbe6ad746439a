#include "pdf/form_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/map.h"
#include "pdf/syntax.h"

enum { DEEPEST_VALUE = 400, SMALLEST_PLACES = 12 };

/* What is used of qpdf/qpdf-c.h. An object is a number that lives as long as its file; 0 is none. */
typedef unsigned handle;
enum { TYPE_NULL = 2, TYPE_NAME = 7, TYPE_ARRAY = 8, TYPE_DICTIONARY = 9, TYPE_STREAM = 10 };
enum { DECODE_NOTHING = 0, SUCCESS = 0 };

struct library {
    void *(*qpdf_init)(void);
    void (*qpdf_cleanup)(void **file);
    void (*qpdf_silence_errors)(void *file);
    void (*qpdf_set_suppress_warnings)(void *file, int value);
    int (*qpdf_read_memory)(void *file, const char *name, const char *bytes, unsigned long long length,
                            const char *password);
    int (*qpdf_has_error)(void *file);
    void *(*qpdf_get_error)(void *file);
    int (*qpdf_get_num_pages)(void *file);
    handle (*qpdf_get_page_n)(void *file, size_t index);
    int (*qpdf_oh_get_type_code)(void *file, handle object);
    int (*qpdf_oh_is_indirect)(void *file, handle object);
    int (*qpdf_oh_get_object_id)(void *file, handle object);
    int (*qpdf_oh_is_name_and_equals)(void *file, handle object, const char *name);
    int (*qpdf_oh_is_dictionary_of_type)(void *file, handle object, const char *type, const char *subtype);
    const char *(*qpdf_oh_get_name)(void *file, handle object);
    double (*qpdf_oh_get_numeric_value)(void *file, handle object);
    const char *(*qpdf_oh_unparse_resolved)(void *file, handle object);
    int (*qpdf_oh_get_array_n_items)(void *file, handle object);
    handle (*qpdf_oh_get_array_item)(void *file, handle object, int index);
    void (*qpdf_oh_begin_dict_key_iter)(void *file, handle object);
    int (*qpdf_oh_dict_more_keys)(void *file);
    const char *(*qpdf_oh_dict_next_key)(void *file);
    int (*qpdf_oh_has_key)(void *file, handle object, const char *key);
    handle (*qpdf_oh_get_key)(void *file, handle object, const char *key);
    handle (*qpdf_oh_get_dict)(void *file, handle object);
    int (*qpdf_oh_get_stream_data)(void *file, handle object, int level, int *filtered, unsigned char **bytes,
                                   size_t *length);
    handle (*qpdf_oh_new_null)(void *file);
    handle (*qpdf_oh_new_name)(void *file, const char *name);
    handle (*qpdf_oh_new_stream)(void *file);
    void (*qpdf_oh_replace_stream_data)(void *file, handle object, const unsigned char *bytes, size_t length,
                                        handle filter, handle parameters);
    void (*qpdf_oh_replace_key)(void *file, handle object, const char *key, handle value);
};

/* To add one: its line here and above. */
static const struct shared_function functions[] = {
#define FUNCTION(function)                                                                                             \
    {                                                                                                                  \
        0, #function, offsetof(struct library, function)                                                               \
    }
    FUNCTION(qpdf_init),
    FUNCTION(qpdf_cleanup),
    FUNCTION(qpdf_silence_errors),
    FUNCTION(qpdf_set_suppress_warnings),
    FUNCTION(qpdf_read_memory),
    FUNCTION(qpdf_has_error),
    FUNCTION(qpdf_get_error),
    FUNCTION(qpdf_get_num_pages),
    FUNCTION(qpdf_get_page_n),
    FUNCTION(qpdf_oh_get_type_code),
    FUNCTION(qpdf_oh_is_indirect),
    FUNCTION(qpdf_oh_get_object_id),
    FUNCTION(qpdf_oh_is_name_and_equals),
    FUNCTION(qpdf_oh_is_dictionary_of_type),
    FUNCTION(qpdf_oh_get_name),
    FUNCTION(qpdf_oh_get_numeric_value),
    FUNCTION(qpdf_oh_unparse_resolved),
    FUNCTION(qpdf_oh_get_array_n_items),
    FUNCTION(qpdf_oh_get_array_item),
    FUNCTION(qpdf_oh_begin_dict_key_iter),
    FUNCTION(qpdf_oh_dict_more_keys),
    FUNCTION(qpdf_oh_dict_next_key),
    FUNCTION(qpdf_oh_has_key),
    FUNCTION(qpdf_oh_get_key),
    FUNCTION(qpdf_oh_get_dict),
    FUNCTION(qpdf_oh_get_stream_data),
    FUNCTION(qpdf_oh_new_null),
    FUNCTION(qpdf_oh_new_name),
    FUNCTION(qpdf_oh_new_stream),
    FUNCTION(qpdf_oh_replace_stream_data),
    FUNCTION(qpdf_oh_replace_key),
#undef FUNCTION
};

struct form_reader {
    struct library library;
};

/* A file being read: objects are added after those that they refer to. */
struct reading {
    const struct library *library;
    void *file;
    struct arena *arena;
    struct map *places; /* by the object's number in the file; UNFINISHED on the way to it */
    struct form_object *objects;
    int count, capacity, depth;
    bool archivable, failed;
};

struct place {
    int index;
};

enum { UNFINISHED = -1 };

struct form_reader *form_reader_open(enum shared_library_state *state, char *words)
{
    static const char *const libraries[] = {"libqpdf.so.29"};
    struct form_reader *reader = calloc(1, sizeof *reader);
    if (!reader)
        arena_out_of_memory();
    *state = shared_library_load(libraries, sizeof libraries / sizeof *libraries, functions,
                                 sizeof functions / sizeof *functions, &reader->library, words);
    if (*state == SHARED_LIBRARY_LOADED)
        return reader;
    free(reader);
    return NULL;
}

void form_reader_close(struct form_reader *reader)
{
    free(reader);
}

static void add_value(struct reading *reading, struct buffer *text, handle value);

static bool is_name(const struct reading *reading, handle value, const char *name)
{
    return reading->library->qpdf_oh_is_name_and_equals(reading->file, value, name);
}

static bool is_font(const struct reading *reading, handle dictionary, const char *subtype)
{
    return reading->library->qpdf_oh_is_dictionary_of_type(reading->file, dictionary, "/Font", subtype);
}

static handle entry(const struct reading *reading, handle dictionary, const char *key)
{
    return reading->library->qpdf_oh_get_key(reading->file, dictionary, key);
}

static int add_object(struct reading *reading, struct form_object object)
{
    if (reading->count == reading->capacity) {
        int capacity = reading->capacity ? reading->capacity * 2 : 32;
        struct form_object *objects = arena_alloc(reading->arena, (size_t)capacity * sizeof *objects);
        if (reading->count)
            memcpy(objects, reading->objects, (size_t)reading->count * sizeof *objects);
        reading->objects = objects;
        reading->capacity = capacity;
    }
    reading->objects[reading->count] = object;
    return reading->count++;
}

/* — what PDF/A asks — */

/* The glyphs that a subset has: all up to the last one whose width is given. */
static void add_cid_set(struct reading *reading, handle font)
{
    const struct library *library = reading->library;
    handle widths = entry(reading, font, "/W"), descriptor = entry(reading, font, "/FontDescriptor");
    handle run = library->qpdf_oh_get_array_item(reading->file, widths, 1);
    if (library->qpdf_oh_get_array_n_items(reading->file, widths) != 2 ||
        library->qpdf_oh_get_type_code(reading->file, run) != TYPE_ARRAY ||
        library->qpdf_oh_get_type_code(reading->file, descriptor) != TYPE_DICTIONARY) {
        reading->failed = true;
        return;
    }
    size_t count = (size_t)library->qpdf_oh_get_array_n_items(reading->file, run);
    unsigned char *bits = arena_alloc(reading->arena, count / 8 + 1);
    for (size_t i = 0; i < count; i++)
        bits[i / 8] |= (unsigned char)(0x80 >> i % 8);
    handle stream = library->qpdf_oh_new_stream(reading->file), none = library->qpdf_oh_new_null(reading->file);
    library->qpdf_oh_replace_stream_data(reading->file, stream, bits, (count + 7) / 8, none, none);
    library->qpdf_oh_replace_key(reading->file, descriptor, "/CIDSet", stream);
}

/* The name of a composite font of PostScript outlines names the map of its codes, too (ISO 32000-1, 9.7.6.1). */
static void name_after_map(struct reading *reading, handle font)
{
    const struct library *library = reading->library;
    handle descendants = entry(reading, font, "/DescendantFonts");
    if (library->qpdf_oh_get_type_code(reading->file, descendants) != TYPE_ARRAY ||
        !is_font(reading, library->qpdf_oh_get_array_item(reading->file, descendants, 0), "/CIDFontType0"))
        return;
    const char *name = library->qpdf_oh_get_name(reading->file, entry(reading, font, "/BaseFont"));
    name = arena_printf(reading->arena, "%s-Identity-H", name);
    library->qpdf_oh_replace_key(reading->file, font, "/BaseFont", library->qpdf_oh_new_name(reading->file, name));
}

/* Fonts of Type 3, and programs of Type 1 that are not CFF, come from fonts that no document is set in: such a drawing
 * becomes dots. Simple fonts of other kinds than TrueType would need more for PDF/A-1b than is there. */
static void complete_font(struct reading *reading, handle font)
{
    if (is_font(reading, font, "/Type3") ||
        (is_font(reading, font, "/Type1") &&
         !reading->library->qpdf_oh_has_key(reading->file, entry(reading, font, "/FontDescriptor"), "/FontFile3")))
        reading->failed = true;
    if (is_font(reading, font, "/Type0"))
        name_after_map(reading, font);
    bool outlines = is_font(reading, font, "/CIDFontType2");
    if (outlines || is_font(reading, font, "/CIDFontType0"))
        add_cid_set(reading, font);
    if (outlines)
        reading->library->qpdf_oh_replace_key(reading->file, font, "/CIDToGIDMap",
                                              reading->library->qpdf_oh_new_name(reading->file, "/Identity"));
    if (is_font(reading, font, "/Type1"))
        reading->archivable = false;
}

/* Could this entry make something shine through? */
static bool is_transparent(const struct reading *reading, const char *key, handle value)
{
    if (strcmp(key, "/SMask") == 0)
        return !is_name(reading, value, "/None");
    if (strcmp(key, "/BM") == 0)
        return !is_name(reading, value, "/Normal");
    if (strcmp(key, "/ca") == 0 || strcmp(key, "/CA") == 0)
        return reading->library->qpdf_oh_get_numeric_value(reading->file, value) != 1;
    return strcmp(key, "/Group") == 0;
}

/* — values — */

/* The library knows one dictionary at a time, so that the keys are taken before the values. */
static char **keys_of(struct reading *reading, handle dictionary, size_t *count)
{
    const struct library *library = reading->library;
    size_t capacity = 0;
    char **keys = NULL;
    *count = 0;
    library->qpdf_oh_begin_dict_key_iter(reading->file, dictionary);
    while (library->qpdf_oh_dict_more_keys(reading->file)) {
        const char *key = library->qpdf_oh_dict_next_key(reading->file);
        if (*count == capacity) {
            capacity = capacity ? capacity * 2 : 16;
            char **more = arena_alloc(reading->arena, capacity * sizeof *more);
            if (*count)
                memcpy(more, keys, *count * sizeof *more);
            keys = more;
        }
        keys[(*count)++] = arena_strdup(reading->arena, key);
    }
    return keys;
}

/* The length of a stream is said by who writes it; smoothing of dots is what PDF/A forbids. */
static void add_entries(struct reading *reading, struct buffer *text, handle dictionary)
{
    const struct library *library = reading->library;
    size_t count;
    if (is_font(reading, dictionary, ""))
        complete_font(reading, dictionary);
    char **keys = keys_of(reading, dictionary, &count);
    for (size_t i = 0; i < count; i++) {
        handle value = entry(reading, dictionary, keys[i]);
        if (strcmp(keys[i], "/Length") == 0 || strcmp(keys[i], "/Interpolate") == 0)
            continue;
        if (is_transparent(reading, keys[i], value))
            reading->archivable = false;
        handle key = library->qpdf_oh_new_name(reading->file, keys[i]);
        buffer_add_text(text, library->qpdf_oh_unparse_resolved(reading->file, key));
        buffer_add_char(text, ' ');
        add_value(reading, text, value);
        buffer_add_char(text, '\n');
    }
}

/* Data that lie outside of the file are taken from nowhere. */
static void take_stream(struct reading *reading, handle stream, struct form_object *object)
{
    handle dictionary = reading->library->qpdf_oh_get_dict(reading->file, stream);
    unsigned char *bytes = NULL;
    object->stream = true;
    if (reading->library->qpdf_oh_has_key(reading->file, dictionary, "/F") ||
        reading->library->qpdf_oh_get_stream_data(reading->file, stream, DECODE_NOTHING, NULL, &bytes,
                                                  &object->length) != SUCCESS)
        reading->failed = true;
    else
        object->bytes = arena_strndup(reading->arena, (const char *)bytes, object->length);
    free(bytes);
}

static int read_object(struct reading *reading, handle value)
{
    struct form_object object = {0};
    struct buffer text = {0};
    bool stream = reading->library->qpdf_oh_get_type_code(reading->file, value) == TYPE_STREAM;
    add_entries(reading, &text, stream ? reading->library->qpdf_oh_get_dict(reading->file, value) : value);
    if (stream)
        take_stream(reading, value, &object);
    object.entries = arena_strndup(reading->arena, text.length ? text.data : "", text.length);
    buffer_free(&text);
    return add_object(reading, object);
}

static void add_reference(struct reading *reading, struct buffer *text, handle value)
{
    const char *number =
        arena_printf(reading->arena, "%d", reading->library->qpdf_oh_get_object_id(reading->file, value));
    struct place *place = map_get(reading->places, number);
    if (!place) {
        place = arena_alloc(reading->arena, sizeof *place);
        place->index = UNFINISHED;
        map_set(reading->places, number, place);
        place->index = read_object(reading, value);
    }
    if (place->index == UNFINISHED)
        reading->failed = true;
    buffer_printf(text, "%c%d ", FORM_REFERENCE, place->index);
}

static void add_array(struct reading *reading, struct buffer *text, handle array)
{
    int count = reading->library->qpdf_oh_get_array_n_items(reading->file, array);
    buffer_add_char(text, '[');
    for (int i = 0; i < count; i++) {
        add_value(reading, text, reading->library->qpdf_oh_get_array_item(reading->file, array, i));
        buffer_add_char(text, i % 16 == 15 ? '\n' : ' ');
    }
    buffer_add_char(text, ']');
}

static void add_value(struct reading *reading, struct buffer *text, handle value)
{
    const struct library *library = reading->library;
    int type = library->qpdf_oh_get_type_code(reading->file, value);
    if (reading->failed || reading->depth >= DEEPEST_VALUE || type < TYPE_NULL || type > TYPE_STREAM) {
        reading->failed = true;
        return;
    }
    reading->depth++;
    if (type == TYPE_STREAM || (type == TYPE_DICTIONARY && library->qpdf_oh_is_indirect(reading->file, value))) {
        add_reference(reading, text, value);
    } else if (type == TYPE_DICTIONARY) {
        buffer_add_text(text, "<< ");
        add_entries(reading, text, value);
        buffer_add_text(text, ">>");
    } else if (type == TYPE_ARRAY) {
        add_array(reading, text, value);
    } else {
        buffer_add_text(text, library->qpdf_oh_unparse_resolved(reading->file, value));
    }
    reading->depth--;
}

/* — the page — */

static void add_scale(struct buffer *text, int size)
{
    int64_t one = 1;
    for (int i = 0; i < SMALLEST_PLACES; i++)
        one *= 10;
    syntax_add_decimal(text, (one + size / 2) / size, SMALLEST_PLACES);
}

/* The content of the page becomes that of the form. What shines through does so among itself, then on the page. */
static void read_page(struct reading *reading, handle page, int width, int height)
{
    const struct library *library = reading->library;
    struct form_object object = {0};
    struct buffer text = {0};
    handle contents = entry(reading, page, "/Contents");
    /* Marks for a structure of its own would be taken for ours. */
    if (library->qpdf_oh_get_type_code(reading->file, contents) != TYPE_STREAM ||
        library->qpdf_oh_has_key(reading->file, page, "/StructParents")) {
        reading->failed = true;
        return;
    }
    buffer_printf(&text, "/Type /XObject\n/Subtype /Form\n/BBox [0 0 %d %d]\n/Matrix [", width, height);
    add_scale(&text, width);
    buffer_add_text(&text, " 0 0 ");
    add_scale(&text, height);
    buffer_add_text(&text, " 0 0]\n/Resources ");
    add_value(reading, &text, entry(reading, page, "/Resources"));
    buffer_add_char(&text, '\n');
    if (!reading->archivable)
        buffer_add_text(&text, "/Group << /S /Transparency /I true /CS /DeviceRGB >>\n");
    add_entries(reading, &text, library->qpdf_oh_get_dict(reading->file, contents));
    take_stream(reading, contents, &object);
    object.entries = arena_strndup(reading->arena, text.data, text.length);
    buffer_free(&text);
    add_object(reading, object);
}

const struct form *form_read(const struct form_reader *reader, const void *bytes, size_t length, int width, int height,
                             struct arena *arena)
{
    const struct library *library = &reader->library;
    struct reading reading = {.library = library, .arena = arena, .places = map_new(arena), .archivable = true};
    struct form *form = NULL;
    reading.file = library->qpdf_init();
    library->qpdf_silence_errors(reading.file);
    library->qpdf_set_suppress_warnings(reading.file, true);
    if (library->qpdf_read_memory(reading.file, "", bytes, length, NULL) == SUCCESS &&
        library->qpdf_get_num_pages(reading.file) == 1) {
        read_page(&reading, library->qpdf_get_page_n(reading.file, 0), width, height);
        if (!reading.failed && !library->qpdf_has_error(reading.file)) {
            form = arena_alloc(arena, sizeof *form);
            *form = (struct form){.objects = reading.objects, .count = reading.count, .archivable = reading.archivable};
        }
    }
    /* An error that nobody asks for would be printed. */
    library->qpdf_get_error(reading.file);
    library->qpdf_cleanup(&reading.file);
    return form;
}
