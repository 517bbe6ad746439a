/* Names that Lua uses for what node.h has as enums. */
#include <string.h>

#include "compose/internal.h"

static const char *const tones[] = {"none", "low", "medium", "high", "critical", "good", "accent", NULL};
static const char *const aligns[] = {"default", "left", "center", "right", NULL};
static const char *const vertical_aligns[] = {"default", "top", "middle", "bottom", NULL};
static const char *const contents[] = {"prose", "id", "number", "date", "status", "name", NULL};
static const char *const roles[] = {"body", "lead", "title", "subtitle", "kicker", "note", NULL};

/* The place of a word in a list that ends with NULL; an absent value is the first. */
static int choose(lua_State *L, int index, const char *const *words, const char *ja, const char *en)
{
    const char *word;

    if (lua_isnoneornil(L, index))
        return 0;
    word = lua_tostring(L, index);
    for (int i = 0; word && words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    word = word ? word : luaL_typename(L, index);
    return script_raise(L, lua_pushfstring(L, "%s「%s」はありません", ja, word),
                        lua_pushfstring(L, "there is no %s \"%s\"", en, word));
}

enum tone attribute_tone(lua_State *L, int index)
{
    return (enum tone)choose(L, index, tones, "色調", "tone");
}

enum align attribute_align(lua_State *L, int index)
{
    return (enum align)choose(L, index, aligns, "配置", "alignment");
}

enum vertical_align attribute_vertical_align(lua_State *L, int index)
{
    return (enum vertical_align)choose(L, index, vertical_aligns, "上下の配置", "vertical alignment");
}

enum content_kind attribute_content(lua_State *L, int index)
{
    return (enum content_kind)choose(L, index, contents, "列の内容", "kind of content");
}

enum node_type attribute_type(lua_State *L, int index)
{
    const char *name = luaL_checkstring(L, index);

    for (int type = 0; type < NODE_TYPE_COUNT; type++)
        if (strcmp(node_type_name((enum node_type)type), name) == 0)
            return (enum node_type)type;
    return (enum node_type)script_raise(L, lua_pushfstring(L, "文書の要素「%s」はありません", name),
                                        lua_pushfstring(L, "there is no kind of node \"%s\"", name));
}

int attribute_integer(lua_State *L, int index, const char *name)
{
    int number = 0;

    if (lua_getfield(L, index, name) == LUA_TNUMBER)
        number = (int)lua_tonumber(L, -1);
    lua_pop(L, 1);
    return number;
}

bool attribute_boolean(lua_State *L, int index, const char *name)
{
    bool truth;

    lua_getfield(L, index, name);
    truth = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return truth;
}

const char *attribute_text(struct composer *composer, int index, const char *name)
{
    lua_State *L = composer->L;
    const char *text = NULL;

    if (lua_getfield(L, index, name) != LUA_TNIL) {
        text = script_text(L, -1, composer->language);
        text = text ? arena_strdup(composer->arena, text) : NULL;
    }
    lua_pop(L, 1);
    return text;
}

static enum tone get_tone(lua_State *L, int index)
{
    enum tone tone;

    lua_getfield(L, index, "tone");
    tone = attribute_tone(L, -1);
    lua_pop(L, 1);
    return tone;
}

static void apply_column(struct composer *composer, struct node *node, int index)
{
    lua_State *L = composer->L;

    node->as.column.weight = attribute_integer(L, index, "weight");
    lua_getfield(L, index, "align");
    node->as.column.align = attribute_align(L, -1);
    lua_getfield(L, index, "content");
    node->as.column.content = attribute_content(L, -1);
    lua_pop(L, 2);
}

static void apply_section(struct composer *composer, struct node *node, int index)
{
    node->as.section.landscape = attribute_boolean(composer->L, index, "landscape");
    node->as.section.unnumbered = attribute_boolean(composer->L, index, "unnumbered");
    node->as.section.long_only = attribute_boolean(composer->L, index, "long_only");
    node->id = attribute_text(composer, index, "id");
}

static void apply_paragraph(lua_State *L, struct node *node, int index)
{
    lua_getfield(L, index, "role");
    node->as.paragraph.role = (enum paragraph_role)choose(L, -1, roles, "段落の役割", "role of a paragraph");
    lua_getfield(L, index, "align");
    node->as.paragraph.align = attribute_align(L, -1);
    lua_pop(L, 2);
}

static const char *text_or_empty(struct composer *composer, int index, const char *name)
{
    const char *text = attribute_text(composer, index, name);

    return text ? text : "";
}

/* Nodes that carry their words themselves. */
static void apply_leaf(struct composer *composer, struct node *node, int index)
{
    node->text = text_or_empty(composer, index, "text");
    if (node->type == NODE_SIGNATURE) {
        node->as.signature.role = text_or_empty(composer, index, "role");
        node->as.signature.date = attribute_text(composer, index, "date");
    } else if (node->type == NODE_KEY_FIGURE) {
        node->as.key_figure.label = text_or_empty(composer, index, "label");
        node->as.key_figure.tone = get_tone(composer->L, index);
    } else if (node->type == NODE_IMAGE) {
        node->as.image.path = text_or_empty(composer, index, "path");
    }
}

void attribute_apply(struct composer *composer, struct node *node, int index)
{
    lua_State *L = composer->L;

    if (lua_isnoneornil(L, index))
        return;
    luaL_checktype(L, index, LUA_TTABLE);
    switch (node->type) {
    case NODE_SECTION:
        apply_section(composer, node, index);
        break;
    case NODE_PARAGRAPH:
        apply_paragraph(L, node, index);
        break;
    case NODE_LIST:
        node->as.list.ordered = attribute_boolean(L, index, "ordered");
        node->as.list.tight = attribute_boolean(L, index, "tight");
        node->as.list.start = 1;
        break;
    case NODE_CALLOUT:
        node->as.callout.tone = get_tone(L, index);
        break;
    case NODE_TABLE:
        node->as.table.wide = attribute_boolean(L, index, "wide");
        node->as.table.narrow = attribute_boolean(L, index, "narrow");
        node->as.table.form = attribute_boolean(L, index, "form");
        break;
    case NODE_COLUMN:
        apply_column(composer, node, index);
        break;
    case NODE_PAGE:
        node->as.page.landscape = attribute_boolean(L, index, "landscape");
        break;
    case NODE_SPAN:
        node->as.span.tone = get_tone(L, index);
        node->as.span.soft = attribute_boolean(L, index, "soft");
        break;
    case NODE_LINK:
        node->as.link.target = attribute_text(composer, index, "target");
        node->as.link.url = attribute_text(composer, index, "url");
        break;
    case NODE_CHECK_BOX:
        node->as.check_box.checked = attribute_boolean(L, index, "checked");
        break;
    case NODE_SIGNATURE:
    case NODE_KEY_FIGURE:
    case NODE_IMAGE:
        apply_leaf(composer, node, index);
        break;
    default:
        break;
    }
}
