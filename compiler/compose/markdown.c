/* Bodies of Markdown documents: copied for every language, with live text computed on the way. References to footnotes
 * find the copies by their labels when the document is resolved. */
#include <string.h>

#include "compose/internal.h"

struct copying {
    struct composer *composer;
    const struct record *record;
};

static struct node *copy_one(struct composer *composer, const struct node *node)
{
    struct node *copy = node_new(composer->arena, node->type, node->source);

    *copy = *node;
    copy->parent = copy->first = copy->last = copy->next = NULL;
    return copy;
}

struct node *markdown_copy(struct composer *composer, const struct node *node)
{
    struct node *copy = copy_one(composer, node);

    for (const struct node *child = node->first; child; child = child->next)
        node_append(copy, markdown_copy(composer, child));
    return copy;
}

/* Gives the function on top `d`, `isms` and `here` beside the globals. */
static void set_environment(struct copying *copying)
{
    lua_State *L = copying->composer->L;
    int function = lua_gettop(L);

    lua_createtable(L, 0, 2);
    lua_rawgetp(L, LUA_REGISTRYINDEX, copying->composer); /* `d` of the document */
    lua_setfield(L, -2, "d");
    script_push_record(L, copying->record);
    lua_setfield(L, -2, "here");
    lua_createtable(L, 0, 2);
    if (lua_getupvalue(L, function, 1))
        lua_setfield(L, -2, "__index");
    lua_pushliteral(L, "environment");
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    if (!lua_setupvalue(L, function, 1))
        lua_pop(L, 1);
}

/* Calls `append(parent, value)` protected, since what the value holds may not fit. */
static int append_result(lua_State *L)
{
    struct composer *composer = composer_of(L);
    struct node *parent = lua_touserdata(L, 1);

    inline_append(composer, parent, 2, parent->source);
    return 0;
}

/* In a draft the expression stands where its value should; otherwise the mark of what is missing. */
static void append_failed(struct composer *composer, struct node *span, const struct node *live)
{
    span->as.span.tone = TONE_HIGH;
    if (composer->options->draft) {
        struct node *code = node_new(composer->arena, NODE_CODE_SPAN, live->source);

        code->text = live->text;
        node_append(span, code);
    } else {
        node_append(span, node_text(composer->arena, composer->missing, live->source));
    }
}

static struct node *compute_inline(struct copying *copying, const struct node *live)
{
    struct composer *composer = copying->composer;
    lua_State *L = composer->L;
    struct node *span = node_new(composer->arena, NODE_SPAN, live->source);
    const char *text = arena_printf(composer->arena, "return %s", live->text);
    struct script_task task = {.source = live->source};
    int top = lua_gettop(L);
    bool good = script_compile(composer->script, live->source, text, strlen(text));

    if (good) {
        set_environment(copying);
        good = script_call(composer->script, 0, 1, &task);
    }
    if (good && lua_isnil(L, -1)) {
        diag_report(composer->diag, MESSAGE_LIVE_NOTHING, live->source, live->text, NULL);
    } else if (good) {
        lua_pushlightuserdata(L, composer);
        lua_pushcclosure(L, append_result, 1);
        lua_insert(L, -2);
        lua_pushlightuserdata(L, span);
        lua_insert(L, -2);
        script_call(composer->script, 2, 0, &task);
    }
    if (!span->first)
        append_failed(composer, span, live);
    lua_settop(L, top);
    return span;
}

/* Runs the block with the place it stands at open, so that what it adds goes there. */
static void compute_block(struct copying *copying, const struct node *live)
{
    struct composer *composer = copying->composer;
    lua_State *L = composer->L;
    struct script_task task = {.source = live->source};
    struct source body = {live->source.file, live->source.line + 1, 1};
    int depth = composer->depth, top = lua_gettop(L);
    bool good = script_compile(composer->script, body, live->text, strlen(live->text));

    if (good) {
        set_environment(copying);
        good = script_call(composer->script, 0, 0, &task);
    }
    composer->depth = depth;
    if (!good) {
        struct node *paragraph = node_new(composer->arena, NODE_PARAGRAPH, live->source);
        struct node *span = node_new(composer->arena, NODE_SPAN, live->source);

        append_failed(composer, span, live);
        node_append(paragraph, span);
        node_append(composer_place(composer), paragraph);
    }
    lua_settop(L, top);
}

static void copy_below(struct copying *copying, const struct node *node);

static void copy_child(struct copying *copying, const struct node *child)
{
    struct composer *composer = copying->composer;
    struct node *parent = composer_place(composer), *copy;
    int depth = composer->depth;

    if (child->type == NODE_LIVE_BLOCK) {
        compute_block(copying, child);
        return;
    }
    copy = child->type == NODE_LIVE ? compute_inline(copying, child) : copy_one(composer, child);
    inline_attach(composer, parent, copy);
    if (!child->first)
        return;
    composer_open(composer, copy, false);
    copy_below(copying, child);
    composer->depth = depth;
}

static void copy_below(struct copying *copying, const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next)
        copy_child(copying, child);
}

/* markdown(record): its body at the open place. */
int compose_markdown(lua_State *L)
{
    struct composer *composer = composer_of(L);
    const struct record *record = script_to_record(L, 1);
    struct copying copying = {.composer = composer, .record = record};

    if (!record)
        return script_raise(L, "d:markdown にはレコードを渡します", "d:markdown takes a record");
    if (!record->body)
        return 0;
    copy_below(&copying, record->body);
    return 0;
}
