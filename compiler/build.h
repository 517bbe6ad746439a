/* The pipeline: one call per stage, in the order of the stages. A command calls as far down as it needs. */
#ifndef TEKIGO_BUILD_H
#define TEKIGO_BUILD_H

#include <stdbool.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file_name.h"
#include "base/map.h"
#include "base/weakening.h"
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
    unsigned megabytes; /* memory that the work may take, 0: without a limit */
    struct script *script;
    const struct value *schema; /* what the model was loaded with */
    struct model *model;
    struct weakenings *weakened; /* what the project takes from the built-in checks */
    struct revision revision;
    const char *date; /* of the build, ISO */
    struct document_set *documents;
    const struct theme *theme;
    struct map *pictures; /* path → struct picture, of those that documents show */
    struct file_names *picture_names; /* under which they go into the output */
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

/* render and publish into the output directory, which changes only when all of it succeeded. */
bool build_emit(struct build *build);

/* The exit status that the reports so far call for: 0 or 1. */
int build_status(const struct build *build);

/* The theme asked for: --theme, else that of the manifest, else the default. Never NULL; problems are reported. */
const struct theme *build_theme(struct build *build);

struct rules;

/* The rules without a project's records, for `explain`: those of the program when there is no project. */
struct rules *build_load_rules(struct build *build);

/* Language of messages: that of --lang, else the first of the project in options->directory, else that of the locale.
 * Reads the manifest, so it is for the supervised process. Reports nothing. */
enum language build_choose_language(const struct options *options);

/* diag_text_fn with the build as context: files of the tree and embedded ones. */
const char *build_text(void *build, const char *file);

/* Finds what the project takes from the built-in checks and reports all of it in one note. `rules`: of rules_run; NULL
 * when the build ends before it: then what files and schema show. */
void build_find_weakened(struct build *build, const struct rules *rules);

/* picture_fn and image_bytes_fn with the build as context. The bytes of a picture that documents show are those of
 * picture_read, whoever asks: both backends show the same. */
const struct picture *build_picture(void *build, const char *path, struct source use);
const unsigned char *build_bytes(void *build, const char *path, size_t *length);

/* Prints processor time by stage and the peak of memory. */
void build_print_timings(const struct build *build, FILE *stream);

/* Scripts of the project and of the program: what script_open needs. */
struct script_files build_script_files(struct build *build);

#endif
