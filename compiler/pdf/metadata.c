#include "pdf/metadata.h"

#include "base/date.h"
#include "base/utf8.h"
#include "pdf/srgb.h"
#include "pdf/syntax.h"

#include <string.h>

/* The day a document was last revised, or of the build; "" when neither is a date. */
static const char *day_of(const struct document *document, const char *date)
{
    int days;
    if (date_parse(document->revised, &days))
        return document->revised;
    return date && date_parse(date, &days) ? date : "";
}

static void add_entry(struct buffer *text, const char *key, const char *value)
{
    if (!*value)
        return;
    buffer_printf(text, "/%s ", key);
    syntax_add_text(text, value);
    buffer_add_char(text, '\n');
}

static void write_information(struct pdf_file *file, const struct document *document, const char *day,
                              const char *program, struct arena *arena)
{
    struct buffer text = {0};
    add_entry(&text, "Title", document->title);
    add_entry(&text, "Author", document->organization);
    add_entry(&text, "Subject", document->number);
    add_entry(&text, "Creator", program);
    add_entry(&text, "Producer", program);
    if (*day) {
        const char *stamp = arena_printf(arena, "D:%.4s%.2s%.2s000000Z", day, day + 5, day + 8);
        add_entry(&text, "CreationDate", stamp);
        add_entry(&text, "ModDate", stamp);
    }
    pdf_file_information(file, arena_strndup(arena, text.data, text.length));
    buffer_free(&text);
}

/* — XMP — */

/* Text of XML: its characters escaped, those that XML forbids left out. */
static void add_escaped(struct buffer *xml, const char *text)
{
    for (size_t left = strlen(text), used; left > 0; left -= used, text += used) {
        uint32_t character;
        used = utf8_decode(text, left, &character);
        if (used == 0) {
            used = 1;
            buffer_add_text(xml, "\xEF\xBF\xBD");
        } else if (character == '&') {
            buffer_add_text(xml, "&amp;");
        } else if (character == '<') {
            buffer_add_text(xml, "&lt;");
        } else if (character == '>') {
            buffer_add_text(xml, "&gt;");
        } else if (character >= ' ' && character != 0xFFFE && character != 0xFFFF) {
            buffer_add(xml, text, used);
        }
    }
}

static void add_element(struct buffer *xml, const char *before, const char *text, const char *after)
{
    if (!*text)
        return;
    buffer_add_text(xml, before);
    add_escaped(xml, text);
    buffer_add_text(xml, after);
    buffer_add_char(xml, '\n');
}

#define LANGUAGE_START(name) "<" name "><rdf:Alt><rdf:li xml:lang=\"x-default\">"
#define LANGUAGE_END(name) "</rdf:li></rdf:Alt></" name ">"

/* PDF/A knows no property of PDF/UA: it is described where both are claimed. */
static const char extension[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n";

static void add_standards(struct buffer *xml, struct pdf_standards standards)
{
    if (standards.a1b || standards.a2a)
        buffer_printf(xml,
                      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                      "<pdfaid:part>%d</pdfaid:part>\n<pdfaid:conformance>%c</pdfaid:conformance>\n"
                      "</rdf:Description>\n",
                      standards.a1b ? 1 : 2, standards.a1b ? 'B' : 'A');
    if (standards.ua1)
        buffer_add_text(xml, "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                             "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    if (standards.ua1 && standards.a2a)
        buffer_add_text(xml, extension);
}

static int write_xmp(struct pdf_file *file, const struct document *document, const char *day,
                     const struct render_options *options, struct arena *arena)
{
    const char *program = options->program;
    const char *stamp = *day ? arena_printf(arena, "%sT00:00:00Z", day) : "";
    struct buffer xml = {0};
    buffer_add_text(&xml, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                          "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                          "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                          "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                          "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                          "<dc:format>application/pdf</dc:format>\n");
    add_element(&xml, LANGUAGE_START("dc:title"), document->title, LANGUAGE_END("dc:title"));
    add_element(&xml, "<dc:creator><rdf:Seq><rdf:li>", document->organization, "</rdf:li></rdf:Seq></dc:creator>");
    add_element(&xml, LANGUAGE_START("dc:description"), document->number, LANGUAGE_END("dc:description"));
    add_element(&xml, "<dc:language><rdf:Bag><rdf:li>", document->language, "</rdf:li></rdf:Bag></dc:language>");
    add_element(&xml, "<xmp:CreatorTool>", program, "</xmp:CreatorTool>");
    add_element(&xml, "<xmp:CreateDate>", stamp, "</xmp:CreateDate>");
    add_element(&xml, "<xmp:ModifyDate>", stamp, "</xmp:ModifyDate>");
    add_element(&xml, "<pdf:Producer>", program, "</pdf:Producer>");
    buffer_add_text(&xml, "</rdf:Description>\n");
    add_standards(&xml, options->standards);
    buffer_add_text(&xml, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
    int id = pdf_file_stream(file, "/Type /Metadata\n/Subtype /XML\n", xml.data, xml.length, COMPRESSION_NONE);
    buffer_free(&xml);
    return id;
}

const char *metadata_write(struct pdf_file *file, const struct document *document, const char *date,
                           const struct render_options *options, struct arena *arena)
{
    const char *day = day_of(document, date);
    write_information(file, document, day, options->program, arena);
    int xmp = write_xmp(file, document, day, options, arena);
    unsigned char profile[SRGB_SIZE];
    srgb_profile(profile);
    int colors = pdf_file_stream(file, "/N 3\n", profile, sizeof profile, COMPRESSION_FAST);
    struct buffer text = {0};
    buffer_printf(&text,
                  "/Metadata %d 0 R\n/ViewerPreferences << /DisplayDocTitle true >>\n"
                  "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)\n"
                  "/Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R >>]\n/Lang ",
                  xmp, colors);
    syntax_add_text(&text, document->language);
    buffer_add_char(&text, '\n');
    const char *entries = arena_strndup(arena, text.data, text.length);
    buffer_free(&text);
    return entries;
}
