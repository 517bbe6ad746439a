#include "read/html.h"

#include <string.h>
#include <strings.h>

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
