/* The work that no compiler of this input and output can avoid: floor TREE OUT parses every YAML file of TREE with
 * bare libyaml and every Markdown file with bare cmark, then deflates again the streams of the PDFs under OUT and
 * writes the HTML under it once more. Prints processor milliseconds: parse, deflate, write, sum. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

static double parse_seconds, deflate_seconds, write_seconds;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static char *load(const char *path, size_t *length)
{
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return NULL;
    fseek(stream, 0, SEEK_END);
    *length = (size_t)ftell(stream);
    rewind(stream);
    char *bytes = malloc(*length + 1);
    *length = fread(bytes, 1, *length, stream);
    bytes[*length] = '\0';
    fclose(stream);
    return bytes;
}

static bool ends_with(const char *path, const char *end)
{
    size_t length = strlen(path), wanted = strlen(end);
    return length > wanted && strcmp(path + length - wanted, end) == 0;
}

static void parse_yaml(const char *text, size_t length)
{
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
    for (bool more = true; more;) {
        if (!yaml_parser_parse(&parser, &event))
            break;
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
}

static void parse_markdown(const char *text, size_t length)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, text, length);
    cmark_node_free(cmark_parser_finish(parser));
    cmark_parser_free(parser);
}

static int visit_input(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)walk;
    if (type != FTW_F)
        return 0;
    size_t length;
    double start = now();
    char *text = load(path, &length);
    if (ends_with(path, ".yaml"))
        parse_yaml(text, length);
    else if (ends_with(path, ".md"))
        parse_markdown(text, length);
    free(text);
    parse_seconds += now() - start;
    return 0;
}

/* Every stream of the file that inflates is deflated again; only the latter is timed. */
static void deflate_streams(const char *bytes, size_t length)
{
    struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
    struct libdeflate_compressor *deflate = libdeflate_alloc_compressor(6);
    size_t room = 64u << 20;
    char *plain = malloc(room), *packed = malloc(room);
    const char *end = bytes + length;
    for (const char *at = bytes; (at = memmem(at, (size_t)(end - at), "stream", 6));) {
        const char *start = at + 6;
        size_t size;
        start += *start == '\r';
        start += *start == '\n';
        at = start;
        if (libdeflate_zlib_decompress_ex(inflate, start, (size_t)(end - start), plain, room, NULL, &size) != 0)
            continue;
        double begin = now();
        libdeflate_zlib_compress(deflate, plain, size, packed, room);
        deflate_seconds += now() - begin;
    }
    free(plain);
    free(packed);
    libdeflate_free_decompressor(inflate);
    libdeflate_free_compressor(deflate);
}

static int visit_output(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)walk;
    if (type != FTW_F)
        return 0;
    size_t length;
    char *bytes = load(path, &length);
    if (ends_with(path, ".pdf"))
        deflate_streams(bytes, length);
    double start = now();
    FILE *stream = tmpfile();
    fwrite(bytes, 1, length, stream);
    fclose(stream);
    write_seconds += now() - start;
    free(bytes);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: floor TREE OUT\n", stderr);
        return 2;
    }
    cmark_gfm_core_extensions_ensure_registered();
    nftw(argv[1], visit_input, 16, FTW_PHYS);
    nftw(argv[2], visit_output, 16, FTW_PHYS);
    printf("%.1f %.1f %.1f %.1f\n", parse_seconds * 1e3, deflate_seconds * 1e3, write_seconds * 1e3,
           (parse_seconds + deflate_seconds + write_seconds) * 1e3);
    return 0;
}
