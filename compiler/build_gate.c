/* What the project takes from the checks that are built in. The program's own files are run beside the project's, in a
 * state that no file of the project has touched, and only where the project gives a reason to. */
#include <string.h>

#include "base/date.h"
#include "base/embedded.h"
#include "build.h"
#include "compose/compose.h"
#include "rules/risk.h"
#include "rules/rules.h"

/* The program alone, as long as it is compared. */
struct original {
    struct build bare;             /* what files it finds: those inside the program */
    struct script *script;         /* NULL until there is something to compare */
    const struct value *templates; /* NULL until asked for */
};

static struct script *original_script(struct original *original)
{
    struct arena *arena = original->bare.arena;
    struct script_files files = build_script_files(&original->bare);
    if (!original->script) {
        original->script = script_open(&files, NULL, arena, original->bare.diag);
        script_start(original->script);
    }
    return original->script;
}

static const struct value *original_templates(struct original *original)
{
    if (!original->templates)
        original->templates = compose_templates(original_script(original), original->bare.arena, original->bare.diag);
    return original->templates;
}

/* Of a path, as what the program runs: notes for readers do not count. */
static bool is_part(const char *path)
{
    const char *dot = strrchr(path, '.');
    return (strncmp(path, "lua/", 4) == 0 || strncmp(path, "templates/", 10) == 0) && dot &&
           (strcmp(dot, ".lua") == 0 || strcmp(dot, ".yaml") == 0);
}

/* Does the project have a file of this path that says something else? */
static bool is_replaced(struct build *build, const struct embedded_file *embedded)
{
    struct file *file = is_part(embedded->path) ? tree_find(build->tree, embedded->path) : NULL;
    if (!file)
        return false;
    return !tree_load(build->tree, file) || file->length != embedded->length ||
           memcmp(file->text, embedded->data, file->length) != 0;
}

static bool has_file(struct build *build, const char *pattern)
{
    for (size_t i = 0; i < tree_count(build->tree); i++)
        if (path_match(pattern, tree_file(build->tree, i)->path))
            return true;
    return false;
}

/* The clauses a template serves, "6.1.2, 8.2"; NULL for none. */
static const char *template_clauses(struct arena *arena, const struct value *template)
{
    const struct value *clauses = value_get(template, "clauses");
    const char *joined = value_get_text(template, "clause", NULL);
    if (!clauses || clauses->kind != VALUE_LIST || !clauses->count)
        return joined;
    joined = "";
    for (const struct value *item = clauses->first; item; item = item->next)
        joined = arena_printf(arena, "%s%s%s", joined, *joined ? ", " : "", item->text);
    return joined;
}

/* The clauses of the rules that stand in a file. */
static const char *rules_clauses(struct arena *arena, const struct rules *rules, const char *path)
{
    const char *joined = NULL;
    for (size_t i = 0; i < rules_count(rules); i++) {
        const struct rule *rule = rules_get(rules, i);
        if (rule->clause && strcmp(rule->source.file, path) == 0)
            joined = joined ? arena_printf(arena, "%s, %s", joined, rule->clause) : rule->clause;
    }
    return joined;
}

/* What a file of the program serves, as far as it says so; NULL: nothing of its own, or all. */
static const char *file_clauses(struct original *original, const struct rules *rules, const char *path)
{
    struct arena *arena = original->bare.arena;
    if (path_match("lua/rules/*.lua", path))
        return rules_clauses(arena, rules, path);
    if (path_match("lua/schema/*.lua", path))
        return value_get_text(script_data(original_script(original), path), "clause", NULL);
    if (path_match("lua/risk/*.lua", path))
        return RISK_CLAUSE;
    if (!path_match("templates/*.lua", path))
        return NULL;
    const struct value *templates = original_templates(original);
    for (const struct value *item = templates ? templates->first : NULL; item; item = item->next)
        if (strcmp(value_get_text(item, "path", ""), path) == 0)
            return template_clauses(arena, item);
    return NULL;
}

static void find_files(struct build *build, struct original *original, const struct rules *rules)
{
    for (size_t i = 0; i < embedded_count; i++) {
        const char *path = embedded_files[i].path;
        if (!is_replaced(build, &embedded_files[i]))
            continue;
        struct weakening weakening = {.kind = WEAKENING_FILE,
                                      .name = path,
                                      .clause = file_clauses(original, rules, path),
                                      .source = {path, 0, 0}};
        weakenings_add(build->weakened, &weakening);
    }
}

static void find_schema(struct build *build, struct original *original)
{
    static const char *const patterns[] = {"lua/schema/*.lua", NULL};
    if (build->model && (has_file(build, "lua/schema/*.lua") || has_file(build, "schema/*.lua")))
        model_find_weakened(build->model, build->schema, script_data_all(original_script(original), patterns),
                            build->arena, build->weakened);
}

static const struct record *find_manifest(struct build *build)
{
    const struct kind *kind = model_find_kind(build->model, "manifest");
    struct record *const *first;
    return kind && model_kind_records(build->model, kind, &first) > 0 ? first[0] : NULL;
}

/* A set is issued as of a day and committed in the weeks that follow; a date further behind the commit hides what fell
 * due in between. */
enum { DATE_BEHIND_DAYS = 92 };

/* One that lies ahead lets pass what is dated in between; a day is what time zones differ by. */
enum { DATE_AHEAD_DAYS = 1 };

/* A date of the manifest, in use, that lies far from the commit. */
static void find_date(struct build *build)
{
    const struct record *manifest = find_manifest(build);
    const struct value *date = manifest ? record_get(manifest, "date") : NULL;
    int day, commit_day;
    if (!date || build->date != date->text || !date_parse(build->date, &day) ||
        !date_parse(build->revision.date, &commit_day) ||
        (commit_day - day <= DATE_BEHIND_DAYS && day - commit_day <= DATE_AHEAD_DAYS))
        return;
    struct weakening weakening = {.kind = WEAKENING_DATE,
                                  .name = "date",
                                  .from = build->revision.date,
                                  .to = build->date,
                                  .source = record_source(manifest, "date")};
    weakenings_add(build->weakened, &weakening);
}

/* Does the standard ask for documented information on one of the clauses of the template? */
static bool is_mandatory(struct original *original, const struct value *template)
{
    const char *clauses = template_clauses(original->bare.arena, template);
    const struct value *catalog = script_catalog(original_script(original), "lua/catalogs/clauses.yaml");
    const struct value *list = value_get(catalog, "clauses");
    for (const struct value *item = list ? list->first : NULL; clauses && item; item = item->next) {
        const struct value *asked = value_get(item, "requires_documented_information");
        const char *id = value_get_text(item, "id", "");
        for (const char *at = clauses; asked && asked->as.boolean && *at; at += strspn(at, ", ")) {
            size_t length = strcspn(at, ",");
            if (strncmp(id, at, length) == 0 && (id[length] == '\0' || id[length] == '.'))
                return true;
            at += length;
        }
    }
    return false;
}

/* The template that makes the document of this id: its own, or one made for each record, "audit-report-AU-1". */
static const struct value *find_template(struct original *original, const char *document)
{
    const struct value *found = NULL, *templates = original_templates(original);
    size_t longest = 0;
    for (const struct value *item = templates ? templates->first : NULL; item; item = item->next) {
        const char *id = value_get_text(item, "id", "");
        size_t length = strlen(id);
        bool fits = strncmp(document, id, length) == 0 && (document[length] == '\0' || document[length] == '-');
        if (fits && length > longest) {
            found = item;
            longest = length;
        }
    }
    return found;
}

/* The clauses that a document of the project's own says it serves, "5.2, 6.2"; NULL for none. */
static const char *own_clauses(struct arena *arena, const struct record *document)
{
    const struct value *clauses = record_get(document, "clauses");
    const char *joined = NULL;
    for (const struct value *item = clauses ? clauses->first : NULL; item; item = item->next)
        joined = joined ? arena_printf(arena, "%s, %s", joined, item->text) : item->text;
    return joined;
}

/* Is it one of the pages that show what is weakened? */
static bool is_witness(const char *document)
{
    return strcmp(document, "dashboard") == 0 || strcmp(document, "requirements") == 0;
}

/* Does leaving the document out take something from the set? Its clauses then. */
static bool is_missed(struct build *build, struct original *original, const char *document, const char **clauses)
{
    const struct kind *kind = model_find_kind(build->model, "document");
    const struct record *own = kind ? model_find(build->model, kind, document) : NULL;
    const struct value *template = own ? NULL : find_template(original, document);
    if (own)
        *clauses = own_clauses(build->arena, own);
    else if (template)
        *clauses = template_clauses(build->arena, template);
    return own || (template && (is_mandatory(original, template) || is_witness(document)));
}

/* Documents that the manifest leaves out (`omit: true`) though the project wrote them, the standard asks for what they
 * hold, or they show what is weakened. */
static void find_omitted(struct build *build, struct original *original)
{
    const struct kind *kind = model_find_kind(build->model, "edition");
    struct record *const *editions;
    size_t count = kind ? model_kind_records(build->model, kind, &editions) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct value *omit = record_get(editions[i], "omit");
        bool omitted = omit && omit->kind == VALUE_BOOL && omit->as.boolean;
        const char *clauses = NULL;
        if (!omitted || !is_missed(build, original, editions[i]->id, &clauses))
            continue;
        struct weakening weakening = {.kind = WEAKENING_DOCUMENT,
                                      .name = editions[i]->id,
                                      .clause = clauses,
                                      .source = record_source(editions[i], "omit")};
        weakenings_add(build->weakened, &weakening);
    }
}

/* The settings of the program, when the manifest has any. */
static const struct value *find_settings(struct build *build, struct original *original)
{
    const struct record *manifest = find_manifest(build);
    return manifest && record_get(manifest, "settings") ? script_data(original_script(original), SCRIPT_SETTINGS)
                                                        : NULL;
}

void build_find_weakened(struct build *build, const struct rules *rules)
{
    struct original original = {.bare = {.arena = build->arena, .diag = diag_new(build->arena)}};
    const struct rules *built_in = has_file(build, "lua/rules/*.lua") ? rules_load(original_script(&original)) : NULL;
    find_files(build, &original, built_in);
    find_schema(build, &original);
    if (rules) {
        rules_find_weakened(rules, built_in, find_settings(build, &original), build->weakened);
        find_date(build);
        find_omitted(build, &original);
    }
    if (original.script)
        script_close(original.script);
    weakenings_report(build->weakened, build->diag);
}
