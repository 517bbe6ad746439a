/* Drawings: shapes as Lua describes them. */
#include <string.h>

#include "compose/internal.h"

static const char *const kinds[] = {"rectangle", "line", "polyline", "polygon", "circle", "text", NULL};
static const char *const roles[] = {"plain", "grid",   "axis", "label", "value",     "planned", "actual", "target",
                                    "today", "series", "area", "box",   "connector", "cell",    NULL};

static int choose(lua_State *L, const char *word, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return script_raise(L, lua_pushfstring(L, "図形「%s」はありません", word),
                        lua_pushfstring(L, "there is no shape or role \"%s\"", word));
}

/* points: { { x, y }, … } */
static void read_points(struct composer *composer, struct node *shape, int index)
{
    lua_State *L = composer->L;
    struct point *points;

    if (lua_getfield(L, index, "points") == LUA_TTABLE) {
        script_reveal(L, -1);
        shape->as.shape.point_count = (int)lua_rawlen(L, -1);
        points = arena_alloc(composer->arena, ((size_t)shape->as.shape.point_count + 1) * sizeof *points);
        for (int i = 0; i < shape->as.shape.point_count; i++) {
            if (lua_rawgeti(L, -1, i + 1) == LUA_TTABLE) {
                script_reveal(L, -1);
                lua_rawgeti(L, -1, 1);
                lua_rawgeti(L, -2, 2);
                points[i] = (struct point){(int)lua_tonumber(L, -2), (int)lua_tonumber(L, -1)};
                lua_pop(L, 2);
            }
            lua_pop(L, 1);
        }
        shape->as.shape.points = points;
    }
    lua_pop(L, 1);
}

static void read_looks(struct composer *composer, struct node *shape, int index)
{
    lua_State *L = composer->L;

    if (lua_getfield(L, index, "role") == LUA_TSTRING)
        shape->as.shape.role = (enum shape_role)choose(L, lua_tostring(L, -1), roles);
    lua_getfield(L, index, "tone");
    shape->as.shape.tone = attribute_tone(L, -1);
    lua_getfield(L, index, "align");
    shape->as.shape.align = attribute_align(L, -1);
    lua_pop(L, 3);
    shape->as.shape.strong = attribute_boolean(L, index, "strong");
    shape->as.shape.series = attribute_integer(L, index, "series");
}

static struct node *read_shape(struct composer *composer, int index, struct source source)
{
    lua_State *L = composer->L;
    struct node *shape = node_new(composer->arena, NODE_SHAPE, source);
    bool line;

    luaL_checktype(L, index, LUA_TTABLE);
    lua_geti(L, index, 1);
    shape->as.shape.kind = (enum shape_kind)choose(L, luaL_checkstring(L, -1), kinds);
    lua_pop(L, 1);
    line = shape->as.shape.kind == SHAPE_LINE;
    shape->as.shape.x = attribute_integer(L, index, "x");
    shape->as.shape.y = attribute_integer(L, index, "y");
    shape->as.shape.width = attribute_integer(L, index, line ? "x2" : "width");
    shape->as.shape.height = attribute_integer(L, index, line ? "y2" : "height");
    if (shape->as.shape.kind == SHAPE_TEXT)
        shape->text = attribute_text(composer, index, "text");
    read_looks(composer, shape, index);
    read_points(composer, shape, index);
    return shape;
}

/* drawing({ width =, height =, shapes = }, alternative): appended to the open figure. */
int compose_drawing(lua_State *L)
{
    struct composer *composer = composer_of(L);
    struct source source = composer_source(composer);
    struct node *drawing = node_new(composer->arena, NODE_DRAWING, source);
    const char *alternative = script_text(L, 2, composer->language);
    lua_Integer count;

    luaL_checktype(L, 1, LUA_TTABLE);
    drawing->text = arena_strdup(composer->arena, alternative ? alternative : "");
    drawing->as.drawing.width = attribute_integer(L, 1, "width");
    drawing->as.drawing.height = attribute_integer(L, 1, "height");
    lua_getfield(L, 1, "shapes");
    luaL_checktype(L, -1, LUA_TTABLE);
    count = luaL_len(L, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        struct node *shape;

        lua_geti(L, -1, i);
        shape = read_shape(composer, lua_gettop(L), source);
        if (shape->as.shape.kind != SHAPE_TEXT || shape->text)
            inline_attach(composer, drawing, shape);
        lua_pop(L, 1);
    }
    composer_append(composer, drawing);
    return 0;
}
