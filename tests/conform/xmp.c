/* The metadata: XML, its properties, what the file claims to be, and the information dictionary, which says the same.
 */
#include <ctype.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "conform.h"

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define DC "http://purl.org/dc/elements/1.1/"
#define XMP "http://ns.adobe.com/xap/1.0/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define PDFA "http://www.aiim.org/pdfa/ns/id/"
#define PDFUA "http://www.aiim.org/pdfua/ns/id/"
#define EXTENSION "http://www.aiim.org/pdfa/ns/extension/"
#define SCHEMA "http://www.aiim.org/pdfa/ns/schema#"
#define PROPERTY "http://www.aiim.org/pdfa/ns/property#"
#define XML "http://www.w3.org/XML/1998/namespace"

#define PROPERTIES_MOST 64

/* The properties that PDF/A knows and this program too, and how their values are written. */
static const struct known {
    const char *space, *name, *container; /* Alt, Seq, Bag; NULL: plain text */
} known_properties[] = {
    {DC, "contributor", "Bag"},    {DC, "coverage", NULL},      {DC, "creator", "Seq"},      {DC, "date", "Seq"},
    {DC, "description", "Alt"},    {DC, "format", NULL},        {DC, "identifier", NULL},    {DC, "language", "Bag"},
    {DC, "publisher", "Bag"},      {DC, "relation", "Bag"},     {DC, "rights", "Alt"},       {DC, "source", NULL},
    {DC, "subject", "Bag"},        {DC, "title", "Alt"},        {DC, "type", "Bag"},         {XMP, "CreateDate", NULL},
    {XMP, "CreatorTool", NULL},    {XMP, "MetadataDate", NULL}, {XMP, "ModifyDate", NULL},   {PDF, "Keywords", NULL},
    {PDF, "PDFVersion", NULL},     {PDF, "Producer", NULL},     {PDFA, "conformance", NULL}, {PDFA, "part", NULL},
    {EXTENSION, "schemas", "Bag"},
};

struct property {
    const char *space, *name;
    xmlNode *node;
};

struct metadata {
    xmlDoc *document;
    struct property properties[PROPERTIES_MOST];
    int count;
};

static bool is(const xmlNode *node, const char *space, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns && strcmp((const char *)node->ns->href, space) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static xmlNode *child(xmlNode *node, const char *space, const char *name)
{
    for (xmlNode *at = node ? node->children : NULL; at; at = at->next)
        if (is(at, space, name))
            return at;
    return NULL;
}

static xmlNode *property_node(const struct metadata *metadata, const char *space, const char *name)
{
    for (int i = 0; i < metadata->count; i++)
        if (strcmp(metadata->properties[i].space, space) == 0 && strcmp(metadata->properties[i].name, name) == 0)
            return metadata->properties[i].node;
    return NULL;
}

static const char *text_of(struct conform *conform, xmlNode *node)
{
    xmlChar *content = node ? xmlNodeGetContent(node) : NULL;
    size_t length = content ? strlen((const char *)content) : 0;
    char *text = pool_alloc(conform, length + 1);
    if (content)
        memcpy(text, content, length);
    xmlFree(content);
    return text;
}

/* The container within a property, and the value: plain, the default of an Alt, the only item of a Seq. */
static const char *value_of(struct conform *conform, const struct metadata *metadata, const char *space,
                            const char *name)
{
    xmlNode *node = property_node(metadata, space, name), *list = NULL;
    for (xmlNode *at = node ? node->children : NULL; at; at = at->next)
        if (is(at, RDF, "Alt") || is(at, RDF, "Seq") || is(at, RDF, "Bag"))
            list = at;
    xmlNode *item = child(list, RDF, "li");
    for (xmlNode *at = item; at && is(list, RDF, "Alt"); at = at->next) {
        xmlChar *language = xmlGetNsProp(at, (const xmlChar *)"lang", (const xmlChar *)XML);
        if (language && strcmp((const char *)language, "x-default") == 0)
            item = at;
        xmlFree(language);
    }
    return text_of(conform, list ? item : node);
}

/* — properties — */

/* An Alt has an item for any language. */
static bool is_in_container(const xmlNode *node, const char *container)
{
    const xmlNode *list = child((xmlNode *)node, RDF, container);
    if (!list || !child((xmlNode *)list, RDF, "li"))
        return false;
    for (xmlNode *at = list->children; at && strcmp(container, "Alt") == 0; at = at->next) {
        xmlChar *language =
            at->type == XML_ELEMENT_NODE ? xmlGetNsProp(at, (const xmlChar *)"lang", (const xmlChar *)XML) : NULL;
        bool any = language && strcmp((const char *)language, "x-default") == 0;
        xmlFree(language);
        if (any)
            return true;
    }
    return strcmp(container, "Alt") != 0;
}

static bool is_described(struct conform *conform, const struct metadata *metadata, const struct property *property)
{
    xmlNode *bag = child(property_node(metadata, EXTENSION, "schemas"), RDF, "Bag");
    for (xmlNode *schema = bag ? bag->children : NULL; schema; schema = schema->next) {
        xmlNode *list = child(child(schema, SCHEMA, "property"), RDF, "Seq");
        if (strcmp(text_of(conform, child(schema, SCHEMA, "namespaceURI")), property->space) != 0)
            continue;
        for (xmlNode *item = list ? list->children : NULL; item; item = item->next)
            if (strcmp(text_of(conform, child(item, PROPERTY, "name")), property->name) == 0)
                return true;
    }
    return false;
}

static void check_property(struct conform *conform, const struct metadata *metadata, const struct property *property)
{
    for (size_t i = 0; i < sizeof known_properties / sizeof *known_properties; i++) {
        const struct known *known = &known_properties[i];
        if (strcmp(known->space, property->space) != 0 || strcmp(known->name, property->name) != 0)
            continue;
        bool plain = !property->node || !xmlFirstElementChild(property->node);
        if (known->container ? !property->node || !is_in_container(property->node, known->container) : !plain)
            fault(conform, CHECK_XMP_TYPE, 0, 0, "%s is not written as its type is", property->name);
        return;
    }
    bool own = strcmp(property->space, PDFUA) == 0 && !conform->claims_a2a;
    if (!own && !is_described(conform, metadata, property))
        fault(conform, CHECK_XMP_PROPERTY, 0, 0, "%s of %s is neither known nor described", property->name,
              property->space);
}

static void check_extension_property(struct conform *conform, xmlNode *item)
{
    static const char *const fields[] = {"name", "valueType", "category", "description"};
    const char *category = text_of(conform, child(item, PROPERTY, "category"));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!*text_of(conform, child(item, PROPERTY, fields[i])))
            fault(conform, CHECK_XMP_EXTENSION, 0, 0, "a property without %s", fields[i]);
    if (strcmp(category, "internal") != 0 && strcmp(category, "external") != 0)
        fault(conform, CHECK_XMP_EXTENSION, 0, 0, "the category \"%s\"", category);
}

static void check_extension(struct conform *conform, const struct metadata *metadata)
{
    static const char *const fields[] = {"schema", "namespaceURI", "prefix"};
    xmlNode *bag = child(property_node(metadata, EXTENSION, "schemas"), RDF, "Bag");
    for (xmlNode *schema = bag ? bag->children : NULL; schema; schema = schema->next) {
        if (schema->type != XML_ELEMENT_NODE)
            continue;
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
            if (!*text_of(conform, child(schema, SCHEMA, fields[i])))
                fault(conform, CHECK_XMP_EXTENSION, 0, 0, "a schema without %s", fields[i]);
        xmlNode *list = child(child(schema, SCHEMA, "property"), RDF, "Seq");
        for (xmlNode *item = list ? list->children : NULL; item; item = item->next)
            if (item->type == XML_ELEMENT_NODE)
                check_extension_property(conform, item);
    }
}

static void add_property(struct metadata *metadata, const xmlNs *space, const xmlChar *name, xmlNode *node)
{
    bool syntax = !space || strcmp((const char *)space->href, RDF) == 0 || strcmp((const char *)space->href, XML) == 0;
    if (!syntax && metadata->count < PROPERTIES_MOST)
        metadata->properties[metadata->count++] =
            (struct property){(const char *)space->href, (const char *)name, node};
}

static void read_properties(struct conform *conform, struct metadata *metadata)
{
    xmlNode *root = xmlDocGetRootElement(metadata->document), *rdf = root;
    if (root && !is(root, RDF, "RDF"))
        rdf = child(root, RDF, "RDF");
    if (!rdf)
        fault(conform, CHECK_XMP_MALFORMED, 0, 0, "the metadata is no RDF");
    for (xmlNode *group = rdf ? rdf->children : NULL; group; group = group->next) {
        if (!is(group, RDF, "Description"))
            continue;
        for (xmlAttr *attribute = group->properties; attribute; attribute = attribute->next)
            add_property(metadata, attribute->ns, attribute->name, (xmlNode *)attribute);
        for (xmlNode *node = group->children; node; node = node->next)
            if (node->type == XML_ELEMENT_NODE)
                add_property(metadata, node->ns, node->name, node);
    }
}

/* — claims and information — */

static void check_claims(struct conform *conform, const struct metadata *metadata)
{
    const char *part = value_of(conform, metadata, PDFA, "part");
    const char *level = value_of(conform, metadata, PDFA, "conformance");
    const char *access = value_of(conform, metadata, PDFUA, "part");
    if (strcmp(part, conform->claims_a2a ? "2" : "") != 0 || strcmp(level, conform->claims_a2a ? "A" : "") != 0)
        fault(conform, CHECK_XMP_CLAIM, 0, 0, "the file claims PDF/A-%s%s", part, level);
    if (strcmp(access, conform->claims_ua1 ? "1" : "") != 0)
        fault(conform, CHECK_XMP_CLAIM, 0, 0, "the file claims PDF/UA-%s", access);
}

/* These two namespaces have prefixes of their own. */
static void check_prefix(struct conform *conform, const struct property *property)
{
    static const struct {
        const char *space, *prefix;
    } fixed[] = {{PDFA, "pdfaid"}, {PDFUA, "pdfuaid"}};
    const xmlNs *space = property->node->ns;
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (strcmp(property->space, fixed[i].space) == 0 &&
            (!space->prefix || strcmp((const char *)space->prefix, fixed[i].prefix) != 0))
            fault(conform, CHECK_XMP_CLAIM, 0, 0, "the prefix of %s is not %s", fixed[i].space, fixed[i].prefix);
}

/* The digits of a date, of PDF or XMP, with Z for nothing. */
static void take_digits(const char *date, char digits[32])
{
    size_t count = 0;
    for (; *date && count + 1 < 32; date++)
        if (isdigit((unsigned char)*date) || *date == '+')
            digits[count++] = *date;
    digits[count] = '\0';
}

static void check_information(struct conform *conform, const struct metadata *metadata)
{
    static const struct {
        const char *key, *space, *name;
        bool date;
    } pairs[] = {{"Title", DC, "title", false},
                 {"Author", DC, "creator", false},
                 {"Subject", DC, "description", false},
                 {"Keywords", PDF, "Keywords", false},
                 {"Creator", XMP, "CreatorTool", false},
                 {"Producer", PDF, "Producer", false},
                 {"CreationDate", XMP, "CreateDate", true},
                 {"ModDate", XMP, "ModifyDate", true}};
    pdf_obj *information = get(conform, conform->trailer, "Info");
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *there = value_of(conform, metadata, pairs[i].space, pairs[i].name);
        const char *here = pdf_to_text_string(conform->context, get(conform, information, pairs[i].key));
        char left[32], right[32];
        take_digits(here, left);
        take_digits(there, right);
        if (has(conform, information, pairs[i].key) && !has_words(conform, information, pairs[i].key))
            fault(conform, CHECK_XMP_INFORMATION, 0, 0, "/%s is empty", pairs[i].key);
        if (pairs[i].date ? strcmp(left, right) != 0 : strcmp(here, there) != 0)
            fault(conform, CHECK_XMP_INFORMATION, 0, 0, "/%s is \"%s\", %s is \"%s\"", pairs[i].key, here,
                  pairs[i].name, there);
    }
}

static void check_packet(struct conform *conform, const char *bytes, size_t length)
{
    size_t line = 0;
    while (line < length && bytes[line] != '>')
        line++;
    bool head = length > 9 && memcmp(bytes, "<?xpacket", 9) == 0;
    char first[256] = "";
    memcpy(first, bytes, line < sizeof first ? line : sizeof first - 1);
    if (!head || strstr(first, "bytes=") || strstr(first, "encoding="))
        fault(conform, CHECK_XMP_PACKET, 0, 0, "the packet has no head, or one with bytes or encoding");
}

static void check_xml(struct conform *conform, const char *bytes, size_t length)
{
    struct metadata metadata = {0};
    check_packet(conform, bytes, length);
    metadata.document =
        xmlReadMemory(bytes, (int)length, "xmp", "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!metadata.document) {
        fault(conform, CHECK_XMP_MALFORMED, 0, 0, "the metadata is no XML in UTF-8");
        return;
    }
    read_properties(conform, &metadata);
    for (int i = 0; i < metadata.count; i++) {
        check_property(conform, &metadata, &metadata.properties[i]);
        check_prefix(conform, &metadata.properties[i]);
    }
    check_extension(conform, &metadata);
    check_claims(conform, &metadata);
    if (!*value_of(conform, &metadata, DC, "title"))
        fault(conform, CHECK_XMP_TITLE, 0, 0, "the document has no title");
    check_information(conform, &metadata);
    xmlFreeDoc(metadata.document);
}

void check_metadata(struct conform *conform)
{
    fz_context *context = conform->context;
    pdf_obj *stream = get(conform, conform->catalog, "Metadata");
    if (!pdf_is_stream(context, stream) || !entry_is(conform, stream, "Subtype", "XML")) {
        fault(conform, CHECK_XMP_MISSING, 0, 0, "the catalog has no XMP");
        return;
    }
    fz_buffer *buffer = pdf_load_stream(context, stream);
    unsigned char *bytes;
    size_t length = fz_buffer_storage(context, buffer, &bytes);
    check_xml(conform, (const char *)bytes, length);
    fz_drop_buffer(context, buffer);
}
