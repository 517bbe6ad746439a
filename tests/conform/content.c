/* Content streams: their operators, what may stand where, and the marked content around what is painted. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

enum place {
    PLACE_ANY,  /* not within a path */
    PLACE_PAGE, /* neither within text nor a path */
    PLACE_TEXT,
    PLACE_PATH_START,
    PLACE_PATH,
};

struct operation {
    const char *name, *operands;
    enum place place;
    void (*run)(struct reader *reader);
};

void complain(struct reader *reader, enum check check, const char *what, const char *name)
{
    fault(reader->conform, check, reader->page, reader->object, "%s%s", what, name);
}

pdf_obj *resource(struct reader *reader, const char *kind, const char *name)
{
    pdf_obj *found = get(reader->conform, get(reader->conform, reader->resources, kind), name);
    if (!found)
        fault(reader->conform, CHECK_RESOURCE, reader->page, reader->object, "/%s has no /%s", kind, name);
    return found;
}

static const char *name_operand(const struct reader *reader, int index)
{
    return reader->operands[index].name;
}

/* — painting — */

/* All that is painted is tagged or an artifact. */
void paint(struct reader *reader)
{
    if (reader->tagged == 0 && reader->artifacts == 0)
        complain(reader, CHECK_CONTENT_UNTAGGED, "something is painted that is neither tagged nor an artifact", "");
    reader->in_path = false;
}

static void end_path(struct reader *reader)
{
    reader->in_path = false;
}

static void start_path(struct reader *reader)
{
    reader->in_path = true;
}

static void show(struct reader *reader)
{
    const struct operand *operand = &reader->operands[reader->operand_count - 1];
    const struct graphics *state = &reader->states[reader->state];
    bool words = reader->worded > 0 || reader->artifacts > 0;
    paint(reader);
    if (state->font == 0)
        return;
    if (operand->type == OPERAND_STRING)
        font_use(reader->conform, state->font, reader->bytes + operand->offset, operand->length, reader->page,
                 state->render_mode != 3, words);
    for (size_t i = 0; operand->type == OPERAND_ARRAY && i < operand->strings; i++)
        font_use(reader->conform, state->font, reader->bytes + reader->strings[operand->string + i].offset,
                 reader->strings[operand->string + i].length, reader->page, state->render_mode != 3, words);
}

static void paint_shading(struct reader *reader)
{
    pdf_obj *shading = resource(reader, "Shading", name_operand(reader, 0));
    check_color_space(reader, get(reader->conform, shading, "ColorSpace"), 4);
    paint(reader);
}

/* — state — */

static void save(struct reader *reader)
{
    if (reader->state == STATES_MOST) {
        complain(reader, CHECK_STATE_NESTING, "more than 28 graphics states are saved", "");
        return;
    }
    reader->states[reader->state + 1] = reader->states[reader->state];
    reader->state++;
}

static void restore(struct reader *reader)
{
    if (reader->state > 0)
        reader->state--;
    else
        complain(reader, CHECK_STATE_NESTING, "a graphics state is restored that was not saved", "");
}

static void set_graphics_state(struct reader *reader)
{
    pdf_obj *state = resource(reader, "ExtGState", name_operand(reader, 0));
    check_graphics_state(reader, state);
    check_mask(reader, get(reader->conform, state, "SMask"));
}

static void set_intent(struct reader *reader)
{
    check_intent(reader, name_operand(reader, 0));
}

static void begin_text(struct reader *reader)
{
    reader->in_text = true;
}

static void end_text(struct reader *reader)
{
    reader->in_text = false;
}

static void set_font(struct reader *reader)
{
    pdf_obj *font = resource(reader, "Font", name_operand(reader, 0));
    reader->states[reader->state].font = font ? font_index(reader->conform, font, reader->page) : 0;
}

static void set_render_mode(struct reader *reader)
{
    reader->states[reader->state].render_mode = (int)reader->operands[0].number;
}

/* — colours — */

static void set_gray(struct reader *reader)
{
    check_device(reader, 1);
}

static void set_rgb(struct reader *reader)
{
    check_device(reader, 3);
}

static void set_cmyk(struct reader *reader)
{
    check_device(reader, 4);
}

static void set_color_space(struct reader *reader)
{
    static const struct {
        const char *name;
        int components;
    } devices[] = {{"DeviceGray", 1}, {"DeviceRGB", 3}, {"DeviceCMYK", 4}, {"Pattern", 0}};
    const char *name = name_operand(reader, 0);
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
        if (strcmp(devices[i].name, name) == 0) {
            if (devices[i].components)
                check_device(reader, devices[i].components);
            return;
        }
    check_color_space(reader, resource(reader, "ColorSpace", name), 4);
}

static void paint_named(struct reader *reader)
{
    paint_object(reader, resource(reader, "XObject", name_operand(reader, 0)));
}

static void set_pattern(struct reader *reader)
{
    const struct operand *last = &reader->operands[reader->operand_count - 1];
    if (last->type == OPERAND_NAME)
        check_pattern(reader, resource(reader, "Pattern", last->name));
}

/* — marked content — */

int add_content(struct conform *conform, pdf_obj *object, int page, const char *key)
{
    int number = pdf_to_num(conform->context, object);
    struct content content = {.object = number, .page = page, .key = integer_of(conform, object, key, -1)};
    conform->contents =
        grow(conform, conform->contents, conform->content_count, &conform->content_capacity, sizeof content);
    conform->contents[conform->content_count++] = content;
    if (number > 0 && number < conform->object_count)
        conform->content_of_object[number] = conform->content_count;
    return conform->content_count - 1;
}

static struct marked *marked_with(struct reader *reader, int number)
{
    struct content *content = &reader->conform->contents[reader->content];
    while (number >= content->marked_capacity)
        content->marked = grow(reader->conform, content->marked, content->marked_capacity, &content->marked_capacity,
                               sizeof *content->marked);
    if (number >= content->marked_count)
        content->marked_count = number + 1;
    return &content->marked[number];
}

static void note_number(struct reader *reader, int number)
{
    if (reader->content == CONTENT_NONE) {
        complain(reader, CHECK_FORM, "marked content with a number, where none belong to an element", "");
        return;
    }
    struct marked *marked = number < 0 || number > 1000000 ? NULL : marked_with(reader, number);
    if (!marked || marked->seen)
        fault(reader->conform, CHECK_MCID_TWICE, reader->page, reader->object, "MCID %d is negative or used twice",
              number);
    else
        marked->seen = true;
}

static void open_mark(struct reader *reader, enum mark mark, bool words)
{
    if (reader->mark_count == MARKS_MOST) {
        complain(reader, CHECK_MARK_NESTING, "marked content is nested too deep", "");
        return;
    }
    if (mark == MARK_ARTIFACT && reader->tagged > 0)
        complain(reader, CHECK_ARTIFACT_NESTING, "an artifact within tagged content", "");
    if (mark == MARK_TAGGED && reader->artifacts > 0)
        complain(reader, CHECK_ARTIFACT_NESTING, "tagged content within an artifact", "");
    if (mark == MARK_TAGGED && reader->tagged > 0)
        complain(reader, CHECK_MARK_NESTING, "tagged content within tagged content", "");
    reader->marks[reader->mark_count].mark = mark;
    reader->marks[reader->mark_count++].words = words;
    reader->tagged += mark == MARK_TAGGED;
    reader->artifacts += mark == MARK_ARTIFACT;
    reader->worded += words;
}

static void begin_mark(struct reader *reader)
{
    open_mark(reader, strcmp(name_operand(reader, 0), "Artifact") == 0 ? MARK_ARTIFACT : MARK_OTHER, false);
}

static void begin_mark_with_properties(struct reader *reader)
{
    struct conform *conform = reader->conform;
    const struct operand *operand = &reader->operands[1];
    pdf_obj *properties = operand->dictionary;
    bool artifact = strcmp(name_operand(reader, 0), "Artifact") == 0;
    if (operand->type == OPERAND_NAME)
        properties = resource(reader, "Properties", operand->name);
    if (strcmp(name_operand(reader, 0), "OC") == 0)
        complain(reader, CHECK_OPTIONAL_CONTENT, "content is optional, which this program does not judge", "");
    check_language(conform, properties, reader->page, reader->object);
    int number = integer_of(conform, properties, "MCID", -1);
    if (has(conform, properties, "MCID"))
        note_number(reader, number);
    open_mark(reader,
              artifact      ? MARK_ARTIFACT
              : number >= 0 ? MARK_TAGGED
                            : MARK_OTHER,
              has_words(conform, properties, "ActualText"));
}

static void end_mark(struct reader *reader)
{
    if (reader->mark_count == 0) {
        complain(reader, CHECK_MARK_NESTING, "marked content ends that did not begin", "");
        return;
    }
    reader->mark_count--;
    reader->tagged -= reader->marks[reader->mark_count].mark == MARK_TAGGED;
    reader->artifacts -= reader->marks[reader->mark_count].mark == MARK_ARTIFACT;
    reader->worded -= reader->marks[reader->mark_count].words;
}

/* An image within the stream cannot be skipped without reading it. */
static void refuse_image(struct reader *reader)
{
    fz_throw(reader->conform->context, FZ_ERROR_GENERIC, "an image within the content, which this program cannot read");
}

/* — operators — */

static void nothing(struct reader *reader)
{
    (void)reader;
}

/* Sorted by name. Operands: n number, N name, s string, a array, d name or dictionary, * any colour. */
static const struct operation operators[] = {
    {"\"", "nns", PLACE_TEXT, show},
    {"'", "s", PLACE_TEXT, show},
    {"B", "", PLACE_PATH, paint},
    {"B*", "", PLACE_PATH, paint},
    {"BDC", "Nd", PLACE_ANY, begin_mark_with_properties},
    {"BI", "", PLACE_PAGE, refuse_image},
    {"BMC", "N", PLACE_ANY, begin_mark},
    {"BT", "", PLACE_PAGE, begin_text},
    {"CS", "N", PLACE_ANY, set_color_space},
    {"DP", "Nd", PLACE_ANY, nothing},
    {"Do", "N", PLACE_PAGE, paint_named},
    {"EMC", "", PLACE_ANY, end_mark},
    {"ET", "", PLACE_TEXT, end_text},
    {"F", "", PLACE_PATH, paint},
    {"G", "n", PLACE_ANY, set_gray},
    {"J", "n", PLACE_ANY, nothing},
    {"K", "nnnn", PLACE_ANY, set_cmyk},
    {"M", "n", PLACE_ANY, nothing},
    {"MP", "N", PLACE_ANY, nothing},
    {"Q", "", PLACE_PAGE, restore},
    {"RG", "nnn", PLACE_ANY, set_rgb},
    {"S", "", PLACE_PATH, paint},
    {"SC", "*", PLACE_ANY, nothing},
    {"SCN", "*", PLACE_ANY, set_pattern},
    {"T*", "", PLACE_TEXT, nothing},
    {"TD", "nn", PLACE_TEXT, nothing},
    {"TJ", "a", PLACE_TEXT, show},
    {"TL", "n", PLACE_ANY, nothing},
    {"Tc", "n", PLACE_ANY, nothing},
    {"Td", "nn", PLACE_TEXT, nothing},
    {"Tf", "Nn", PLACE_ANY, set_font},
    {"Tj", "s", PLACE_TEXT, show},
    {"Tm", "nnnnnn", PLACE_TEXT, nothing},
    {"Tr", "n", PLACE_ANY, set_render_mode},
    {"Ts", "n", PLACE_ANY, nothing},
    {"Tw", "n", PLACE_ANY, nothing},
    {"Tz", "n", PLACE_ANY, nothing},
    {"W", "", PLACE_PATH, nothing},
    {"W*", "", PLACE_PATH, nothing},
    {"b", "", PLACE_PATH, paint},
    {"b*", "", PLACE_PATH, paint},
    {"c", "nnnnnn", PLACE_PATH, nothing},
    {"cm", "nnnnnn", PLACE_PAGE, nothing},
    {"cs", "N", PLACE_ANY, set_color_space},
    {"d", "an", PLACE_ANY, nothing},
    {"f", "", PLACE_PATH, paint},
    {"f*", "", PLACE_PATH, paint},
    {"g", "n", PLACE_ANY, set_gray},
    {"gs", "N", PLACE_ANY, set_graphics_state},
    {"h", "", PLACE_PATH, nothing},
    {"i", "n", PLACE_ANY, nothing},
    {"j", "n", PLACE_ANY, nothing},
    {"k", "nnnn", PLACE_ANY, set_cmyk},
    {"l", "nn", PLACE_PATH, nothing},
    {"m", "nn", PLACE_PATH_START, start_path},
    {"n", "", PLACE_PATH, end_path},
    {"q", "", PLACE_PAGE, save},
    {"re", "nnnn", PLACE_PATH_START, start_path},
    {"rg", "nnn", PLACE_ANY, set_rgb},
    {"ri", "N", PLACE_ANY, set_intent},
    {"s", "", PLACE_PATH, paint},
    {"sc", "*", PLACE_ANY, nothing},
    {"scn", "*", PLACE_ANY, set_pattern},
    {"sh", "N", PLACE_PAGE, paint_shading},
    {"v", "nnnn", PLACE_PATH, nothing},
    {"w", "n", PLACE_ANY, nothing},
    {"y", "nnnn", PLACE_PATH, nothing},
};

static int compare_operators(const void *name, const void *operation)
{
    return strcmp(name, ((const struct operation *)operation)->name);
}

static bool stands_right(const struct reader *reader, enum place place)
{
    switch (place) {
    case PLACE_ANY:
        return !reader->in_path;
    case PLACE_PAGE:
        return !reader->in_path && !reader->in_text;
    case PLACE_TEXT:
        return reader->in_text;
    case PLACE_PATH_START:
        return !reader->in_text;
    case PLACE_PATH:
        return reader->in_path;
    }
    return false;
}

static bool operands_fit(const struct reader *reader, const char *kinds)
{
    if (strcmp(kinds, "*") == 0)
        return reader->operand_count > 0 && !reader->overflow;
    if (strlen(kinds) != (size_t)reader->operand_count || reader->overflow)
        return false;
    for (int i = 0; kinds[i]; i++) {
        enum operand_type type = reader->operands[i].type;
        bool fits = kinds[i] == 'n'   ? type == OPERAND_NUMBER
                    : kinds[i] == 'N' ? type == OPERAND_NAME
                    : kinds[i] == 's' ? type == OPERAND_STRING
                    : kinds[i] == 'a' ? type == OPERAND_ARRAY
                                      : type == OPERAND_NAME || type == OPERAND_DICTIONARY;
        if (!fits)
            return false;
    }
    return true;
}

static void forget_operands(struct reader *reader)
{
    for (int i = 0; i < reader->operand_count; i++)
        pdf_drop_obj(reader->conform->context, reader->operands[i].dictionary);
    reader->operand_count = reader->string_count = 0;
    reader->byte_count = 0;
    reader->overflow = false;
}

static void run_operator(struct reader *reader, const char *name)
{
    const struct operation *found =
        bsearch(name, operators, sizeof operators / sizeof *operators, sizeof *operators, compare_operators);
    if (!found)
        complain(reader, CHECK_OPERATOR_UNKNOWN, "", name);
    else if (!operands_fit(reader, found->operands))
        complain(reader, CHECK_OPERAND, "wrong operands of ", name);
    else if (!stands_right(reader, found->place))
        complain(reader, CHECK_OPERATOR_PLACE, "this operator may not stand here: ", name);
    else
        found->run(reader);
    forget_operands(reader);
}

/* — operands — */

static void keep_string(struct reader *reader, const pdf_lexbuf *buffer, size_t *offset)
{
    while (reader->byte_count + buffer->len > reader->byte_capacity) {
        size_t capacity = reader->byte_capacity ? 2 * reader->byte_capacity : 4096;
        unsigned char *larger = pool_alloc(reader->conform, capacity);
        if (reader->byte_count)
            memcpy(larger, reader->bytes, reader->byte_count);
        reader->bytes = larger;
        reader->byte_capacity = capacity;
    }
    if (buffer->len)
        memcpy(reader->bytes + reader->byte_count, buffer->scratch, buffer->len);
    *offset = reader->byte_count;
    reader->byte_count += buffer->len;
}

static void add_array(struct reader *reader, fz_stream *stream, pdf_lexbuf *buffer, struct operand *operand)
{
    operand->string = (size_t)reader->string_count;
    for (;;) {
        pdf_token token = pdf_lex(reader->conform->context, stream, buffer);
        if (token == PDF_TOK_STRING) {
            reader->strings = grow(reader->conform, reader->strings, reader->string_count, &reader->string_capacity,
                                   sizeof *reader->strings);
            keep_string(reader, buffer, &reader->strings[reader->string_count].offset);
            reader->strings[reader->string_count++].length = buffer->len;
        } else if (token != PDF_TOK_INT && token != PDF_TOK_REAL) {
            if (token != PDF_TOK_CLOSE_ARRAY)
                complain(reader, CHECK_OPERAND, "an array of more than strings and numbers", "");
            break;
        }
    }
    operand->strings = (size_t)reader->string_count - operand->string;
}

static void add_operand(struct reader *reader, fz_stream *stream, pdf_lexbuf *buffer, pdf_token token)
{
    struct operand operand = {.type = OPERAND_OTHER};
    if (token == PDF_TOK_INT || token == PDF_TOK_REAL) {
        operand.type = OPERAND_NUMBER;
        operand.number = token == PDF_TOK_INT ? (double)buffer->i : (double)buffer->f;
    } else if (token == PDF_TOK_NAME) {
        operand.type = OPERAND_NAME;
        fz_strlcpy(operand.name, buffer->scratch, sizeof operand.name);
    } else if (token == PDF_TOK_STRING) {
        operand.type = OPERAND_STRING;
        keep_string(reader, buffer, &operand.offset);
        operand.length = buffer->len;
    } else if (token == PDF_TOK_OPEN_ARRAY) {
        operand.type = OPERAND_ARRAY;
        add_array(reader, stream, buffer, &operand);
    } else if (token == PDF_TOK_OPEN_DICT) {
        operand.type = OPERAND_DICTIONARY;
        operand.dictionary = pdf_parse_dict(reader->conform->context, reader->conform->document, stream, buffer);
    }
    if (reader->operand_count < OPERANDS_MOST) {
        reader->operands[reader->operand_count++] = operand;
        return;
    }
    reader->overflow = true;
    pdf_drop_obj(reader->conform->context, operand.dictionary);
}

void read_stream(struct reader *reader, fz_stream *stream)
{
    fz_context *context = reader->conform->context;
    pdf_lexbuf buffer;
    pdf_lexbuf_init(context, &buffer, PDF_LEXBUF_SMALL);
    fz_try(context) for (pdf_token token; (token = pdf_lex(context, stream, &buffer)) != PDF_TOK_EOF;)
    {
        if (token == PDF_TOK_KEYWORD)
            run_operator(reader, buffer.scratch);
        else
            add_operand(reader, stream, &buffer, token);
    }
    fz_always(context)
    {
        forget_operands(reader);
        pdf_lexbuf_fin(context, &buffer);
    }
    fz_catch(context) fz_rethrow(context);
    if (reader->state > 0)
        complain(reader, CHECK_STATE_NESTING, "a graphics state is saved and not restored", "");
    if (reader->mark_count > 0)
        complain(reader, CHECK_MARK_NESTING, "marked content does not end", "");
    if (reader->in_text || reader->in_path)
        complain(reader, CHECK_OPERATOR_PLACE, "text or a path does not end", "");
}

/* The streams of a page are one: what is open at the end of the first goes on in the next. */
void check_contents(struct conform *conform, pdf_obj *page, int number)
{
    fz_context *context = conform->context;
    struct reader *reader = pool_alloc(conform, sizeof *reader);
    reader->conform = conform;
    reader->page = number;
    reader->resources = get(conform, page, "Resources");
    if (!reader->resources)
        fault(conform, CHECK_RESOURCE, number, 0, "the page has no resources of its own");
    reader->content = add_content(conform, page, number, "StructParents");
    pdf_obj *contents = get(conform, page, "Contents");
    fz_stream *stream = contents ? pdf_open_contents_stream(context, conform->document, contents) : NULL;
    fz_try(context) if (stream) read_stream(reader, stream);
    fz_always(context) fz_drop_stream(context, stream);
    fz_catch(context) fz_rethrow(context);
    if (reader->transparent && conform->intent_components == 0)
        fault(conform, CHECK_TRANSPARENCY, number, 0, "the page is transparent, without an output intent to blend in");
}
