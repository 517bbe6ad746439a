/* Blocks: what is opened and closed, what is added whole. */
#include "compose/internal.h"

/* open(type, attributes): appends a node; what follows goes into it until `restore`. */
int compose_open(lua_State *L)
{
    struct composer *composer = composer_of(L);
    struct node *node = node_new(composer->arena, attribute_type(L, 1), composer_source(composer));

    attribute_apply(composer, node, 2);
    composer_append(composer, node);
    composer_open(composer, node, lua_istable(L, 2) && attribute_boolean(L, 2, "open"));
    return 0;
}

/* add(type, attributes, …): appends a node with these inlines. */
int compose_add(lua_State *L)
{
    struct composer *composer = composer_of(L);
    int count = lua_gettop(L);
    struct source source = composer_source(composer);
    struct node *node = node_new(composer->arena, attribute_type(L, 1), source);

    attribute_apply(composer, node, 2);
    for (int i = 3; i <= count; i++)
        inline_append(composer, node, i, source);
    composer_append(composer, node);
    return 0;
}

/* mark(): the open place; restore(mark): closes whatever was opened since. */
int compose_mark(lua_State *L)
{
    lua_pushinteger(L, composer_of(L)->depth);
    return 1;
}

int compose_restore(lua_State *L)
{
    struct composer *composer = composer_of(L);
    lua_Integer depth = luaL_checkinteger(L, 1);

    if (depth > 0 && depth <= composer->depth)
        composer->depth = (int)depth;
    return 0;
}

/* end_open_section(): closes the section that lasts until the next one. */
int compose_end_open_section(lua_State *L)
{
    struct composer *composer = composer_of(L);

    if (composer->depth > 1 && composer->places[composer->depth - 1].open_section)
        composer->depth--;
    return 0;
}

/* kind_of(value): the name of a record's kind; nil for anything else. */
int compose_kind_of(lua_State *L)
{
    const struct record *record = script_to_record(L, 1);

    lua_pushstring(L, record ? record->kind->name : NULL);
    return 1;
}
