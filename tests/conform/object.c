/* Help with objects, text strings and language tags. */
#include <ctype.h>
#include <string.h>

#include "conform.h"

void *pool_alloc(struct conform *conform, size_t size)
{
    size = (size + 15) / 16 * 16; /* the pool aligns to four bytes only */
    return memset(fz_pool_alloc(conform->context, conform->pool, size), 0, size);
}

void *grow(struct conform *conform, void *items, int count, int *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity ? *capacity * 2 : 64;
    void *larger = pool_alloc(conform, (size_t)*capacity * size);
    if (count)
        memcpy(larger, items, (size_t)count * size);
    return larger;
}

pdf_obj *get(struct conform *conform, pdf_obj *dictionary, const char *key)
{
    return pdf_dict_gets(conform->context, dictionary, key);
}

bool has(struct conform *conform, pdf_obj *dictionary, const char *key)
{
    return get(conform, dictionary, key) != NULL;
}

bool name_is(struct conform *conform, pdf_obj *object, const char *name)
{
    return pdf_is_name(conform->context, object) && strcmp(pdf_to_name(conform->context, object), name) == 0;
}

bool entry_is(struct conform *conform, pdf_obj *dictionary, const char *key, const char *name)
{
    return name_is(conform, get(conform, dictionary, key), name);
}

int integer_of(struct conform *conform, pdf_obj *dictionary, const char *key, int other)
{
    pdf_obj *value = get(conform, dictionary, key);
    return pdf_is_int(conform->context, value) ? pdf_to_int(conform->context, value) : other;
}

/* UTF-16 with its mark at the head: pairs whole, no halves, no noncharacters; or bytes without controls. */
static bool is_text(const unsigned char *bytes, size_t length)
{
    if (length < 2 || bytes[0] != 0xFE || bytes[1] != 0xFF) {
        for (size_t i = 0; i < length; i++)
            if (bytes[i] < ' ' && bytes[i] != '\t' && bytes[i] != '\n' && bytes[i] != '\r')
                return false;
        return true;
    }
    for (size_t i = 2; i < length; i += 2) {
        unsigned unit = i + 1 < length ? (unsigned)bytes[i] << 8 | bytes[i + 1] : 0;
        bool high = unit >= 0xD800 && unit < 0xDC00;
        if (unit == 0 || unit >= 0xFFFE || (unit >= 0xDC00 && unit < 0xE000))
            return false;
        if (high && (i + 3 >= length || bytes[i + 2] < 0xDC || bytes[i + 2] > 0xDF))
            return false;
        i += high ? 2 : 0;
    }
    return true;
}

bool has_words(struct conform *conform, pdf_obj *dictionary, const char *key)
{
    pdf_obj *value = get(conform, dictionary, key);
    size_t length = 0;
    const char *bytes = pdf_is_string(conform->context, value) ? pdf_to_string(conform->context, value, &length) : "";
    bool marked = length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0;
    if (!is_text((const unsigned char *)bytes, length))
        fault(conform, CHECK_TEXT_STRING, 0, pdf_to_num(conform->context, dictionary), "/%s is no text", key);
    return length > (marked ? 2u : 0u);
}

/* — language tags — */

struct subtag {
    size_t length;
    bool letters, digits; /* nothing else in it */
};

static struct subtag subtag_at(const char *text)
{
    struct subtag subtag = {strcspn(text, "-"), true, true};
    for (size_t i = 0; i < subtag.length; i++) {
        subtag.letters = subtag.letters && isalpha((unsigned char)text[i]);
        subtag.digits = subtag.digits && isdigit((unsigned char)text[i]);
        if (!isalnum((unsigned char)text[i]))
            subtag.length = SIZE_MAX;
    }
    return subtag;
}

/* language, then script, region, variants in this order, then what a single letter introduces. */
bool language_is_well_formed(const char *tag)
{
    enum { LANGUAGE, EXTENDED, SCRIPT, REGION, VARIANT, EXTENSION } stage = LANGUAGE;
    bool introduced = false;
    for (const char *at = tag;; at++) {
        struct subtag subtag = subtag_at(at);
        size_t length = subtag.length;
        if (length == 0 || length > 8)
            return false;
        if (stage == EXTENSION || length == 1)
            introduced = length == 1;
        if (stage == LANGUAGE) {
            if (length != 1 && (!subtag.letters || length < 2))
                return false;
            if (length == 1 && tolower((unsigned char)*at) != 'x')
                return false;
            stage = length == 1 ? EXTENSION : EXTENDED;
        } else if (length == 1) {
            stage = EXTENSION;
        } else if (stage < SCRIPT && subtag.letters && length == 3) {
            stage = EXTENDED;
        } else if (stage < SCRIPT && subtag.letters && length == 4) {
            stage = SCRIPT;
        } else if (stage < REGION && ((subtag.letters && length == 2) || (subtag.digits && length == 3))) {
            stage = REGION;
        } else if (stage < EXTENSION && (length >= 5 || (length == 4 && isdigit((unsigned char)*at)))) {
            stage = VARIANT;
        } else if (stage != EXTENSION) {
            return false;
        }
        at += length;
        if (!*at)
            return !introduced;
    }
}

void check_language(struct conform *conform, pdf_obj *dictionary, int page, int object)
{
    pdf_obj *language = get(conform, dictionary, "Lang");
    if (!language)
        return;
    const char *tag = pdf_is_string(conform->context, language) ? pdf_to_text_string(conform->context, language) : "";
    if (!language_is_well_formed(tag))
        fault(conform, CHECK_LANGUAGE_TAG, page, object, "\"%s\" is no language tag", tag);
}
