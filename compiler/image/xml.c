#include "image/xml.h"

#include <stdio.h>
#include <string.h>

#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>

#include "base/arena.h"
#include "base/shared_library.h"
#include "image/limits.h"

/* Functions of the library, of the types that its header gives them. */
struct library {
#define FUNCTION(name) __typeof__(name) *name;
#define FUNCTIONS                                                                                                      \
    FUNCTION(xmlCreateMemoryParserCtxt)                                                                                \
    FUNCTION(xmlCtxtUseOptions)                                                                                        \
    FUNCTION(xmlFreeDoc)                                                                                               \
    FUNCTION(xmlFreeEnumeration)                                                                                       \
    FUNCTION(xmlFreeParserCtxt)                                                                                        \
    FUNCTION(xmlParseDocument)                                                                                         \
    FUNCTION(xmlSAX2GetLineNumber)                                                                                     \
    FUNCTION(xmlStopParser)
    FUNCTIONS
#undef FUNCTION
};

static const struct shared_function functions[] = {
#define FUNCTION(name) {0, #name, offsetof(struct library, name)},
    FUNCTIONS
#undef FUNCTION
};

struct reading {
    const struct library *library;
    xmlParserCtxtPtr parser;
    const struct xml_handler *handler;
    void *context;
    enum xml_result result;
    struct xml_trouble *trouble;
    int depth;
    int namespaces[SVG_DEPTH_MAX]; /* in force inside each open element */
};

static int line_of(const struct reading *reading)
{
    return reading->library->xmlSAX2GetLineNumber(reading->parser);
}

/* The first trouble counts: what follows may come of it. */
static void stop(struct reading *reading, enum xml_result result)
{
    if (reading->result == XML_READ) {
        reading->result = result;
        reading->trouble->line = line_of(reading);
    }
    reading->library->xmlStopParser(reading->parser);
}

static void go_on(struct reading *reading, bool more)
{
    if (!more)
        stop(reading, XML_STOPPED);
}

static const char *text_of(const xmlChar *text)
{
    return (const char *)text;
}

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
                  const xmlChar **spaces, int count, int defaulted, const xmlChar **attributes)
{
    struct reading *reading = context;
    struct xml_attribute list[SVG_ATTRIBUTES_MAX];
    int namespaces = space_count + (reading->depth ? reading->namespaces[reading->depth - 1] : 0);
    (void)prefix;
    (void)spaces;
    (void)defaulted;
    if (reading->result != XML_READ)
        return;
    if (reading->depth == SVG_DEPTH_MAX || namespaces > SVG_NAMESPACES_MAX) {
        stop(reading, reading->depth == SVG_DEPTH_MAX ? XML_TOO_DEEP : XML_TOO_MANY_NAMESPACES);
        return;
    }
    for (int i = 0; i < count; i++, attributes += 5)
        list[i] = (struct xml_attribute){text_of(attributes[2]), text_of(attributes[0]), text_of(attributes[3]),
                                         (size_t)(attributes[4] - attributes[3])};
    reading->namespaces[reading->depth++] = namespaces;
    go_on(reading, reading->handler->start(reading->context, line_of(reading), text_of(space), text_of(name), list,
                                           (size_t)count));
}

static void end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
    struct reading *reading = context;
    (void)name;
    (void)prefix;
    (void)space;
    if (reading->result != XML_READ)
        return;
    reading->depth--;
    go_on(reading, reading->handler->end(reading->context));
}

static void take_text(void *context, const xmlChar *text, int length)
{
    struct reading *reading = context;
    if (reading->result == XML_READ)
        go_on(reading, reading->handler->text(reading->context, text_of(text), (size_t)length));
}

static void instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    struct reading *reading = context;
    (void)data;
    if (reading->result == XML_READ)
        go_on(reading, reading->handler->instruction(reading->context, line_of(reading), text_of(target)));
}

/* — declarations: none is accepted, so that no name stands for something else — */

static void declare_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id,
                           const xmlChar *system_id, xmlChar *content)
{
    (void)name;
    (void)type;
    (void)public_id;
    (void)system_id;
    (void)content;
    stop(context, XML_DECLARES);
}

static void declare_unparsed(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id,
                             const xmlChar *notation)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    (void)notation;
    stop(context, XML_DECLARES);
}

static void declare_notation(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    stop(context, XML_DECLARES);
}

static void declare_attribute(void *context, const xmlChar *element, const xmlChar *name, int type, int def,
                              const xmlChar *value, xmlEnumerationPtr values)
{
    (void)element;
    (void)name;
    (void)type;
    (void)def;
    (void)value;
    struct reading *reading = context;
    reading->library->xmlFreeEnumeration(values); /* given away by the parser */
    stop(reading, XML_DECLARES);
}

static void declare_element(void *context, const xmlChar *name, int type, xmlElementContentPtr content)
{
    (void)name;
    (void)type;
    (void)content;
    stop(context, XML_DECLARES);
}

/* Newer libraries only warn of a name that a DOCTYPE elsewhere might declare, and call this. */
static void refer(void *context, const xmlChar *name)
{
    (void)name;
    stop(context, XML_DECLARES);
}

static void note_error(void *context, xmlErrorPtr error)
{
    struct reading *reading = context;
    struct xml_trouble *trouble = reading->trouble;
    if (error->code == XML_ERR_NO_MEMORY)
        arena_out_of_memory();
    if (error->level < XML_ERR_ERROR || reading->result != XML_READ)
        return;
    snprintf(trouble->reason, sizeof trouble->reason, "%s", error->message ? error->message : "?");
    trouble->reason[strcspn(trouble->reason, "\r\n")] = '\0';
    stop(reading, XML_MALFORMED);
}

/* Position behind the comment, instruction or CDATA that begins here, or NULL. */
static const char *skip_section(const char *at, const char *end)
{
    static const struct {
        const char *open, *close;
    } sections[] = {{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}};
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        size_t open = strlen(sections[i].open), close = strlen(sections[i].close);
        if ((size_t)(end - at) < open || memcmp(at, sections[i].open, open) != 0)
            continue;
        const char *found = memmem(at + open, (size_t)(end - at) - open, sections[i].close, close);
        return found ? found + close : end;
    }
    return NULL;
}

/* Has some element more attributes than may be? Asked before the parser comes: it compares each with all others. Values
 * are counted by their quotes, `<` begins a mark wherever it stands. */
static bool has_crowded_tag(const char *text, size_t length, int *line)
{
    const char *end = text + length, *at = text;
    while ((at = memchr(at, '<', (size_t)(end - at)))) {
        const char *behind = skip_section(at, end);
        int values = 0;
        if (behind) {
            at = behind;
            continue;
        }
        const char *tag = at++;
        for (char quote = 0; at < end && *at != '<' && (quote || *at != '>'); at++) {
            if (*at != '"' && *at != '\'')
                continue;
            values += !quote;
            quote = !quote ? *at : quote == *at ? 0 : quote;
        }
        if (values > SVG_ATTRIBUTES_MAX) {
            for (const char *before = text; before < tag; before++)
                *line += *before == '\n';
            return true;
        }
    }
    return false;
}

static const xmlSAXHandler calls = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start,
    .endElementNs = end,
    .characters = take_text,
    .ignorableWhitespace = take_text,
    .cdataBlock = take_text,
    .processingInstruction = instruction,
    .reference = refer,
    .entityDecl = declare_entity,
    .unparsedEntityDecl = declare_unparsed,
    .notationDecl = declare_notation,
    .attributeDecl = declare_attribute,
    .elementDecl = declare_element,
    .serror = note_error,
};

enum xml_result xml_read(const char *text, size_t length, const struct xml_handler *handler, void *context,
                         struct xml_trouble *trouble)
{
    static const char *const names[] = {"libxml2.so.2"};
    struct library library;
    struct reading reading = {&library, NULL, handler, context, XML_READ, trouble, 0, {0}};
    *trouble = (struct xml_trouble){.line = 1};
    if (has_crowded_tag(text, length, &trouble->line))
        return XML_TOO_MANY_ATTRIBUTES;
    switch (shared_library_load(names, 1, functions, sizeof functions / sizeof *functions, &library, trouble->reason)) {
    case SHARED_LIBRARY_MISSING:
        return XML_LIBRARY_MISSING;
    case SHARED_LIBRARY_UNUSABLE:
        return XML_LIBRARY_UNUSABLE;
    case SHARED_LIBRARY_LOADED:
        break;
    }
    reading.parser = library.xmlCreateMemoryParserCtxt(text, (int)length);
    if (!reading.parser)
        arena_out_of_memory();
    library.xmlCtxtUseOptions(reading.parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    *reading.parser->sax = calls;
    reading.parser->userData = &reading;
    library.xmlParseDocument(reading.parser);
    if (reading.parser->myDoc) /* made for the first declaration, left when that stops the reading */
        library.xmlFreeDoc(reading.parser->myDoc);
    library.xmlFreeParserCtxt(reading.parser);
    return reading.result;
}
