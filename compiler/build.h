/* The pipeline: one call per stage, in the order of the stages. A command calls as far down as it needs. */
#ifndef TEKIGO_BUILD_H
#define TEKIGO_BUILD_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "cli/options.h"
#include "doc/document.h"
#include "model/model.h"
#include "read/read.h"
#include "read/revision.h"
#include "script/script.h"

enum stage {
    STAGE_READ,
    STAGE_MODEL,
    STAGE_RULES,
    STAGE_COMPOSE,
    STAGE_RESOLVE,
    STAGE_HTML,
    STAGE_PDF,
    STAGE_DUMP,
    STAGE_PUBLISH,
    STAGE_COUNT
};

struct build {
    const struct options *options;
    struct progress *progress;
    struct arena *arena;
    struct diag *diag;
    struct tree *tree;
    struct script *script;
    struct model *model;
    struct revision revision;
    const char *date; /* of the build, ISO */
    struct document_set *documents;
    const struct theme *theme;
    struct map *pictures; /* path → struct picture, of those that documents show */
    double seconds[STAGE_COUNT]; /* processor time by stage */
    enum stage stage;
    double stage_start;
};

/* A build of the project in options->directory. Ends with build_close, before the process does. */
struct build *build_open(const struct options *options, struct progress *progress);
void build_close(struct build *build);

/* Tree, scripts and records, whatever they are: for the reference pages, which need no project. */
bool build_load_model(struct build *build);

/* read and model. False when there is no project to speak of (reported). */
bool build_read(struct build *build);

/* Risk figures alone, without the rules. False when the method failed (reported). */
bool build_assess(struct build *build);

/* rules and risk figures. False when scripts could not be run at all. */
bool build_check(struct build *build);

/* compose and resolve. `own_only`: only what the project itself wrote, to find its mistakes. */
bool build_compose(struct build *build, bool own_only);

/* render and publish into `directory`, which changes only when all of it succeeded. */
bool build_emit(struct build *build, const char *directory);

/* The theme asked for: --theme, else that of the manifest, else the default. Never NULL; problems are reported. */
const struct theme *build_theme(struct build *build);

/* The rules without a project's records, for `explain`: those of the program when there is no project. */
struct rules *build_load_rules(struct build *build);

/* Language of messages when none was asked for: the first of the manifest, else Japanese. */
enum language build_language(const struct build *build);

/* diag_text_fn with the build as context: files of the tree and embedded ones. */
const char *build_text(void *build, const char *file);

/* picture_fn and image_bytes_fn with the build as context. The bytes of a picture that documents show are those of
 * picture_read, whoever asks: both backends show the same. */
const struct picture *build_picture(void *build, const char *path, struct source use);
const unsigned char *build_bytes(void *build, const char *path, size_t *length);

/* Prints processor time by stage and the peak of memory. */
void build_print_timings(const struct build *build, FILE *stream);

/* Scripts of the project and of the program: what script_open needs. */
struct script_files build_script_files(struct build *build);

#endif
