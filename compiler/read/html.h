/* The little HTML that Markdown files may hold. */
#ifndef TEKIGO_READ_HTML_H
#define TEKIGO_READ_HTML_H

#include <stdbool.h>

#include "base/arena.h"

/* Is it a `<br>`, in any of its forms, and nothing else? */
bool html_is_line_break(const char *html);

/* Is it nothing but comments and white space? */
bool html_is_comment(const char *html);

/* The start of a piece of HTML, for a message: one tag at most. */
const char *html_excerpt(const char *html, struct arena *arena);

#endif
