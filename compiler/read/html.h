/* The little HTML that Markdown files may hold. */
#ifndef TEKIGO_READ_HTML_H
#define TEKIGO_READ_HTML_H

#include <stdbool.h>

/* Is it a `<br>`, in any of its forms, and nothing else? */
bool html_is_line_break(const char *html);

/* Is it nothing but comments and white space? */
bool html_is_comment(const char *html);

#endif
