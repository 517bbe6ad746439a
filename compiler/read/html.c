#include "read/html.h"

#include <string.h>
#include <strings.h>

#define EXCERPT_LIMIT 60 /* bytes */

static const char *skip_space(const char *text)
{
    return text + strspn(text, " \t\n");
}

bool html_is_line_break(const char *html)
{
    if (strncasecmp(html, "<br", 3) != 0)
        return false;
    html = skip_space(html + 3);
    html += *html == '/';
    return strcmp(html, ">") == 0;
}

bool html_is_comment(const char *html)
{
    for (html = skip_space(html); strncmp(html, "<!--", 4) == 0; html = skip_space(html)) {
        const char *end = strstr(html + 4, "-->");
        if (!end)
            return true;
        html = end + 3;
    }
    return *html == '\0';
}

const char *html_excerpt(const char *html, struct arena *arena)
{
    html = skip_space(html);
    size_t length = strcspn(html, "\n>");
    length = length > EXCERPT_LIMIT ? EXCERPT_LIMIT : length + (html[length] == '>');
    while (length > 0 && (html[length] & 0xC0) == 0x80) /* not within a character */
        length--;
    return arena_strndup(arena, html, length);
}
