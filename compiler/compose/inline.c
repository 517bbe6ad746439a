/* Lua values as inlines: strings, numbers, texts by language, records, nodes made before, and lists of all these. */
#include <string.h>

#include "compose/internal.h"

enum { DEPTH_MAX = 32 };

/* A node in the hands of Lua. It goes into the tree once; after that, copies do. */
struct holder {
    struct node *node;
    struct node *first, *last; /* of a fragment: the nodes it stands for, which are neighbours once they are used */
    bool fragment, used;
};

static const char holder_key;

void inline_open(struct composer *composer)
{
    lua_State *L = composer->L;

    lua_createtable(L, 0, 2);
    lua_pushliteral(L, "inline");
    lua_setfield(L, -2, "__metatable");
    lua_pushliteral(L, "inline");
    lua_setfield(L, -2, "__name");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &holder_key);
}

void inline_push(struct composer *composer, struct node *node, bool fragment)
{
    lua_State *L = composer->L;
    struct holder *holder = lua_newuserdatauv(L, sizeof *holder, 0);

    *holder = (struct holder){node, node->first, node->last, fragment, false};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &holder_key);
    lua_setmetatable(L, -2);
}

static struct holder *to_holder(lua_State *L, int index)
{
    struct holder *holder = lua_touserdata(L, index);
    bool equal;

    if (!holder || !lua_getmetatable(L, index))
        return NULL;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &holder_key);
    equal = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return equal ? holder : NULL;
}

void inline_attach(struct composer *composer, struct node *parent, struct node *child)
{
    if (!node_append(parent, child)) {
        const char *inner = node_type_name(child->type), *outer = node_type_name(parent->type);

        script_raise(composer->L, lua_pushfstring(composer->L, "%s の中に %s を置くことはできません", outer, inner),
                     lua_pushfstring(composer->L, "a %s cannot stand in a %s", inner, outer));
    }
}

void inline_append_text(struct composer *composer, struct node *parent, const char *text, struct source source)
{
    struct arena *arena = composer->arena;
    size_t length = strlen(text);

    while (length && text[length - 1] == '\n')
        length--;
    for (const char *end = text + length; text < end;) {
        const char *feed = memchr(text, '\n', (size_t)(end - text));
        size_t run = (size_t)((feed ? feed : end) - text);

        if (run && !text[run])
            inline_attach(composer, parent, node_text(arena, text, source));
        else if (run)
            inline_attach(composer, parent, node_text(arena, arena_strndup(arena, text, run), source));
        text += run;
        if (feed) {
            inline_attach(composer, parent, node_new(arena, NODE_LINE_BREAK, source));
            text++;
        }
    }
}

static void append_fragment(struct composer *composer, struct node *parent, struct holder *holder)
{
    struct node *next, *last = holder->last;

    for (struct node *node = holder->first; node; node = next) {
        bool at_end = node == last;

        next = at_end ? NULL : node->next;
        if (holder->used) {
            inline_attach(composer, parent, markdown_copy(composer, node));
        } else {
            node->parent = node->next = NULL;
            inline_attach(composer, parent, node);
        }
    }
}

static void append_holder(struct composer *composer, struct node *parent, struct holder *holder)
{
    if (holder->fragment)
        append_fragment(composer, parent, holder);
    else
        inline_attach(composer, parent, holder->used ? markdown_copy(composer, holder->node) : holder->node);
    holder->used = true;
}

/* Highest whole number among the keys of a list that may have holes, as in { a, nil, b }. */
static lua_Integer last_index(lua_State *L, int index)
{
    lua_Integer last = (lua_Integer)lua_rawlen(L, index);

    if (lua_getmetatable(L, index)) {
        lua_pop(L, 1);
        return last;
    }
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1))
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) > last && lua_tointeger(L, -2) < 1000)
            last = lua_tointeger(L, -2);
    return last;
}

static void append_value(struct composer *composer, struct node *parent, int index, struct source source, int depth);

static bool has_text(lua_State *L, int index, const char *key)
{
    bool found;

    lua_pushstring(L, key);
    found = lua_rawget(L, index) == LUA_TSTRING;
    lua_pop(L, 1);
    return found;
}

static void append_table(struct composer *composer, struct node *parent, int index, struct source source, int depth)
{
    lua_State *L = composer->L;

    if (depth > DEPTH_MAX)
        script_raise(L, "表の入れ子が深すぎます", "tables are nested too deeply");
    luaL_checkstack(L, 8, NULL);
    lua_pushvalue(L, index);
    script_reveal(L, index = lua_gettop(L));
    if (has_text(L, index, "ja") || has_text(L, index, "en")) {
        const char *text = script_text(L, index, composer->language);

        if (text)
            inline_append_text(composer, parent, arena_strdup(composer->arena, text), source);
        lua_pop(L, 1);
        return;
    }
    for (lua_Integer i = 1, last = last_index(L, index); i <= last; i++) {
        lua_rawgeti(L, index, i);
        append_value(composer, parent, lua_gettop(L), source, depth + 1);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static void append_userdata(struct composer *composer, struct node *parent, int index, struct source source)
{
    lua_State *L = composer->L;
    struct holder *holder = to_holder(L, index);
    const struct record *record;

    if (holder) {
        append_holder(composer, parent, holder);
        return;
    }
    record = script_to_record(L, index);
    if (!record)
        script_raise(L, "文中に置けない値です", "this value cannot stand in a text");
    field_append_reference(composer, parent, record, NULL, source);
}

/* `index` is absolute. false gives nothing, so that `condition and words` may be written. */
static void append_value(struct composer *composer, struct node *parent, int index, struct source source, int depth)
{
    lua_State *L = composer->L;
    size_t length;
    const char *text;

    switch (lua_type(L, index)) {
    case LUA_TNIL:
        break;
    case LUA_TBOOLEAN:
        if (lua_toboolean(L, index))
            inline_append_text(composer, parent, composer->language == LANGUAGE_JA ? "○" : "Yes", source);
        break;
    case LUA_TNUMBER:
        inline_append_text(composer, parent, arena_printf(composer->arena, "%.14g", lua_tonumber(L, index)), source);
        break;
    case LUA_TSTRING:
        text = lua_tolstring(L, index, &length);
        inline_append_text(composer, parent, arena_strndup(composer->arena, text, length), source);
        break;
    case LUA_TTABLE:
        append_table(composer, parent, index, source, depth);
        break;
    case LUA_TUSERDATA:
        append_userdata(composer, parent, index, source);
        break;
    default:
        script_raise(L, lua_pushfstring(L, "%s は文中に置けません", luaL_typename(L, index)),
                     lua_pushfstring(L, "a %s cannot stand in a text", luaL_typename(L, index)));
    }
}

void inline_append(struct composer *composer, struct node *parent, int index, struct source source)
{
    append_value(composer, parent, lua_absindex(composer->L, index), source, 0);
}

/* inline(type, attributes, …): a node to pass on. */
int compose_inline(lua_State *L)
{
    struct composer *composer = composer_of(L);
    enum node_type type = attribute_type(L, 1);
    int count = lua_gettop(L);
    struct source source = composer_source(composer);
    struct node *node = node_new(composer->arena, type, source);

    attribute_apply(composer, node, 2);
    if (type == NODE_CODE_SPAN) {
        const char *text = script_text(L, 3, composer->language);

        node->text = arena_strdup(composer->arena, text ? text : "");
    } else {
        for (int i = 3; i <= count; i++)
            inline_append(composer, node, i, source);
    }
    inline_push(composer, node, false);
    return 1;
}

/* ref(record, form) */
int compose_ref(lua_State *L)
{
    struct composer *composer = composer_of(L);
    const struct record *record = script_to_record(L, 1);
    struct source source = composer_source(composer);
    struct node *node;

    if (!record) {
        lua_pushnil(L);
        return 1;
    }
    node = node_new(composer->arena, NODE_SPAN, source);
    field_append_reference(composer, node, record, luaL_optstring(L, 2, NULL), source);
    inline_push(composer, node, true);
    return 1;
}

/* field(record, path, options): the field in words, or nil. */
int compose_field(lua_State *L)
{
    struct composer *composer = composer_of(L);
    const struct record *record = script_to_record(L, 1);
    const char *path = luaL_checkstring(L, 2);
    struct field_options options = {0};
    const struct value *value;
    const struct field *field = record ? script_find_field(record, path, &value) : NULL;
    struct node *node = node_new(composer->arena, NODE_SPAN, composer_source(composer));

    if (lua_istable(L, 3)) {
        options.form = attribute_text(composer, 3, "form");
        options.lines = attribute_boolean(L, 3, "lines");
        options.limit = attribute_integer(L, 3, "limit");
    }
    if (!field || !field_append(composer, node, field, value, &options)) {
        lua_pushnil(L);
        return 1;
    }
    inline_push(composer, node, true);
    return 1;
}
