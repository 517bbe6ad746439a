#include "base/diag.h"

void diag_print(const struct diag *diag, const struct diag_print_options *options, FILE *stream)
{
    for (size_t i = 0; i < diag_count(diag); i++) {
        const struct diagnostic *diagnostic = diag_get(diag, i);
        fprintf(stream, "%s:%d:%d: %s [%s]\n", diagnostic->source.file ? diagnostic->source.file : "tekigo",
                diagnostic->source.line, diagnostic->source.column, diagnostic->text[options->language],
                diagnostic->slug);
    }
}
