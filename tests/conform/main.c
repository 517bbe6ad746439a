/* conform [--claims a-2a,ua-1] FILE…: prints one line for every fault, `file: CHECK page N object N: what`; exit 1 when
 * there is one. conform --list prints the checks. Without --claims a file must claim no standard. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "conform.h"

/* So many faults of one kind are printed for a file. */
#define PRINTED_MOST 10

static const struct {
    const char *slug, *source;
} checks[] = {
#define X(id, slug, source) {slug, source},
    CHECKS(X)
#undef X
};

void fault(struct conform *conform, enum check check, int page, int object, const char *format, ...)
{
    conform->faults++;
    if (++conform->counts[check] > PRINTED_MOST)
        return;
    printf("%s: %s", conform->file, checks[check].slug);
    if (page > 0)
        printf(" page %d", page);
    if (object > 0)
        printf(" object %d", object);
    printf(": ");
    va_list arguments;
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
}

static void take_warning(void *context, const char *message)
{
    fault(context, CHECK_READER_WARNING, 0, 0, "%s", message);
}

/* One check after the other: the failure of one does not hide what the others find. */
static void run(struct conform *conform, void (*check)(struct conform *))
{
    fz_try(conform->context) check(conform);
    fz_catch(conform->context) fault(conform, CHECK_FILE_UNREADABLE, 0, 0, "%s", fz_caught_message(conform->context));
}

static void check_document(struct conform *conform)
{
    static void (*const all[])(struct conform *) = {check_objects, check_catalog, check_metadata,  check_navigation,
                                                    check_pages,   check_fonts,   check_structure, check_parent_tree};
    conform->trailer = pdf_trailer(conform->context, conform->document);
    conform->catalog = get(conform, conform->trailer, "Root");
    conform->object_count = pdf_xref_len(conform->context, conform->document);
    conform->page_count = pdf_count_pages(conform->context, conform->document);
    size_t size = (size_t)conform->object_count * sizeof(int);
    conform->page_of_object = pool_alloc(conform, size);
    conform->content_of_object = pool_alloc(conform, size);
    conform->annotation_of_object = pool_alloc(conform, size);
    conform->element_of_object = pool_alloc(conform, size);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        run(conform, all[i]);
}

static void open_and_check(struct conform *conform)
{
    fz_context *context = conform->context;
    fz_try(context)
    {
        check_file(conform);
        conform->document = pdf_open_document(context, conform->file);
        if (pdf_needs_password(context, conform->document))
            fault(conform, CHECK_FILE_ENCRYPTED, 0, 0, "a password is asked for");
        else
            check_document(conform);
    }
    fz_always(context) pdf_drop_document(context, conform->document);
    fz_catch(context) fault(conform, CHECK_FILE_UNREADABLE, 0, 0, "%s", fz_caught_message(context));
}

static int check_path(fz_context *context, const char *path, const char *claims)
{
    struct conform conform = {.context = context, .file = path, .pool = fz_new_pool(context)};
    conform.claims_a2a = strstr(claims, "a-2a") != NULL;
    conform.claims_ua1 = strstr(claims, "ua-1") != NULL;
    fz_set_warning_callback(context, take_warning, &conform);
    fz_set_error_callback(context, take_warning, &conform);
    open_and_check(&conform);
    fz_flush_warnings(context);
    for (int i = 0; i < CHECK_COUNT; i++)
        if (conform.counts[i] > PRINTED_MOST)
            printf("%s: %s: and %d more\n", path, checks[i].slug, conform.counts[i] - PRINTED_MOST);
    fz_drop_pool(context, conform.pool);
    return conform.faults;
}

int main(int argc, char **argv)
{
    int first = 1, faults = 0;
    const char *claims = "";
    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        for (int i = 0; i < CHECK_COUNT; i++)
            printf("%s\t%s\n", checks[i].slug, checks[i].source);
        return 0;
    }
    if (argc > 2 && strcmp(argv[1], "--claims") == 0) {
        claims = argv[2];
        first = 3;
    }
    if (first >= argc) {
        fprintf(stderr, "usage: conform [--claims a-2a,ua-1] FILE...\n");
        return 2;
    }
    fz_context *context = fz_new_context(NULL, NULL, FZ_STORE_DEFAULT);
    for (int i = first; context && i < argc; i++)
        faults += check_path(context, argv[i], claims);
    fz_drop_context(context);
    return context && faults == 0 ? 0 : 1;
}
