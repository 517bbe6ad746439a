/* Errors of Lua as reports in both languages, with the file and line where they arose. */
#include "script/internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/printable.h"

/* The line an error was raised at: the one its message starts with (`error(…, 2)` names the caller), else the innermost
 * of the file's own functions, outside lua/lib/. `prefix` is the length of "file:line: " in the message. */
struct source error_place(lua_State *L, const char *message, size_t *prefix)
{
    struct source place = {0};
    lua_Debug frame;
    *prefix = 0;
    for (int level = 0; lua_getstack(L, level, &frame); level++) {
        if (!lua_getinfo(L, "Sl", &frame) || frame.currentline <= 0 || frame.source[0] != '@')
            continue;
        struct source here = {frame.source + 1, frame.currentline, 1};
        if (!place.file && strncmp(here.file, "lua/lib/", 8) != 0)
            place = here;
        char start[LUA_IDSIZE + 32];
        int length = snprintf(start, sizeof start, "%s:%d: ", frame.short_src, frame.currentline);
        if (message && strncmp(message, start, (size_t)length) == 0) {
            *prefix = (size_t)length;
            return strncmp(here.file, "lua/lib/", 8) != 0 || !place.file ? here : place;
        }
    }
    return place;
}

/* Leaves the message without its place, which goes to script->failed. */
int error_handler(lua_State *L)
{
    struct script *script = script_of(L);
    size_t prefix;
    if (script->refused)
        stop_for_memory(script, (struct source){0});
    const char *message = lua_tostring(L, 1);
    struct source place = error_place(L, message, &prefix);
    script->failed = place;
    if (place.file)
        script->failed.file = arena_strdup(script->arena, place.file);
    if (message)
        lua_pushstring(L, message + prefix);
    else if (luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL)
        luaL_tolstring(L, 1, NULL);
    else
        lua_pushfstring(L, "error(%s)", luaL_typename(L, 1));
    return 1;
}

/* 'owner' out of "… (field 'owner')"; NULL when there is none. */
static const char *quoted_name(struct arena *arena, const char *message)
{
    const char *open = strchr(message, '\''), *close = open ? strchr(open + 1, '\'') : NULL;
    return close ? arena_strndup(arena, open + 1, (size_t)(close - open - 1)) : NULL;
}

/* Japanese for the errors that people meet; others keep Lua's words. */
static const char *translate(struct arena *arena, const char *message)
{
    const char *name = quoted_name(arena, message);
    if (strncmp(message, "attempt to index a nil value", 28) == 0 && name)
        return arena_printf(arena, "「%s」に値がない（nil）ため、その中を読めません", name);
    if (strncmp(message, "attempt to get length of a nil value", 36) == 0 && name)
        return arena_printf(arena, "「%s」に値がない（nil）ため、数えられません", name);
    if (strncmp(message, "attempt to call a nil value", 27) == 0 && name)
        return arena_printf(arena, "「%s」という関数はありません", name);
    if (strncmp(message, "attempt to compare", 18) == 0)
        return arena_printf(arena, "大小を比べられない値です（%s）", message + 19);
    if (strncmp(message, "attempt to perform arithmetic on a nil value", 44) == 0)
        return arena_printf(arena, "%s%s%s値がない（nil）ため、計算できません", name ? "「" : "", name ? name : "",
                            name ? "」に" : "");
    if (strncmp(message, "attempt to concatenate a nil value", 34) == 0)
        return arena_printf(arena, "%s%s%s値がない（nil）ため、文字列をつなげません", name ? "「" : "",
                            name ? name : "", name ? "」に" : "");
    if (strcmp(message, "stack overflow") == 0 || strstr(message, "stack overflow"))
        return "呼出しが深すぎます（終わらない再帰ではありませんか）";
    return message;
}

/* The error on top of the stack in both languages; one that was raised with script_raise is so already. */
static const char *message_words(struct script *script)
{
    lua_State *L = script->L;
    struct arena *arena = script->arena;
    const char *text = lua_tostring(L, -1);
    const char *message = printable_copy(arena, text ? text : "error", PRINTABLE_NAME, false);
    script_get_key(L, KEY_RAISED);
    script_get_key(L, KEY_RAISED_JA);
    const char *ja = text && lua_rawequal(L, -3, -2) ? lua_tostring(L, -1) : translate(arena, message);
    const char *words = diag_words(arena, ja, message);
    lua_pop(L, 2);
    return words;
}

/* " (rule x, asset A-001)". */
static const char *task_words(struct arena *arena, const struct script_task *task)
{
    const char *what = task && task->what ? task->what : "";
    const struct record *record = task ? task->record : NULL;
    if (!*what && !record)
        return "";
    struct printable ja = printable(diag_argument(what, LANGUAGE_JA));
    struct printable en = printable(diag_argument(what, LANGUAGE_EN));
    struct printable id = printable(record ? record->id : "");
    const char *kind_ja = record ? record->kind->title.text[LANGUAGE_JA] : "";
    const char *kind_en = record ? record->kind->title.text[LANGUAGE_EN] : "";
    bool both = *what && record;
    return diag_words(
        arena, arena_printf(arena, "（%s%s%s%s%s）", ja.text, both ? "、" : "", kind_ja, record ? " " : "", id.text),
        arena_printf(arena, " (%s%s%s%s%s)", en.text, both ? ", " : "", kind_en, record ? " " : "", id.text));
}

/* Lua knows lines only; the task knows the column when it stands in that line. */
static struct source error_column(struct source failed, struct source task)
{
    bool same = failed.file && task.file && strcmp(failed.file, task.file) == 0 && failed.line == task.line;
    return same || !failed.file ? task : failed;
}

void error_report(struct script *script, const struct script_task *task)
{
    struct arena *arena = script->arena;
    if (!script->in_doubt) {
        struct source place = error_column(script->failed, task ? task->source : (struct source){0});
        diag_report(script->diag, MESSAGE_SCRIPT_ERROR, place, message_words(script), task_words(arena, task), NULL);
    }
    lua_pop(script->L, 1);
    lua_gc(script->L, LUA_GCCOLLECT);
}

/* 'x' → 「x」; <eof> → ファイルの終わり. */
static const char *token_words(struct arena *arena, const char *token, size_t length)
{
    if (length == 5 && strncmp(token, "<eof>", 5) == 0)
        return "終わり";
    if (length == 6 && strncmp(token, "<name>", 6) == 0)
        return "名前";
    bool quoted = length > 2 && token[0] == '\'' && token[length - 1] == '\'';
    return arena_printf(arena, "「%.*s」", (int)(quoted ? length - 2 : length), token + quoted);
}

/* Japanese for "A expected [(to close B at line N)] near C" and "unexpected symbol near C"; others keep Lua's words. */
static const char *translate_syntax(struct arena *arena, const char *message)
{
    static const char unexpected[] = "unexpected symbol near ", to_close[] = " expected (to close ";
    const char *near = strstr(message, " near "), *expected = strstr(message, " expected");
    if (!near)
        return message;
    const char *found = token_words(arena, near + 6, strlen(near + 6));
    if (strcmp(message, "unexpected symbol near <eof>") == 0)
        return "途中で終わっています";
    if (strncmp(message, unexpected, sizeof unexpected - 1) == 0)
        return arena_printf(arena, "ここに%sは書けません", found);
    if (strncmp(message, "unfinished string", 17) == 0)
        return "文字列の引用符が閉じられていません";
    if (!expected || expected > near)
        return message;
    const char *wanted = token_words(arena, message, (size_t)(expected - message));
    if (strncmp(expected, to_close, sizeof to_close - 1) != 0)
        return arena_printf(arena, "%sの前に%sが必要です", found, wanted);
    const char *opening = expected + sizeof to_close - 1, *line = strstr(opening, " at line ");
    return arena_printf(arena, "%ld行目の%sに対する%sが、%sの前にありません", line ? strtol(line + 9, NULL, 10) : 0,
                        line ? token_words(arena, opening, (size_t)(line - opening)) : "", wanted, found);
}

/* "path:12: '=' expected near 'x'" without its place. */
void error_report_syntax(struct script *script, struct source source)
{
    const char *message = lua_tostring(script->L, -1), *rest = message;
    struct source place = {source.file, 0, 0};
    for (const char *colon = strchr(message, ':'); colon; colon = strchr(colon + 1, ':')) {
        char *end;
        long line = strtol(colon + 1, &end, 10);
        if (end > colon + 1 && strncmp(end, ": ", 2) == 0) {
            place.line = (int)line;
            place.column = line == source.line ? source.column : 1;
            rest = end + 2;
            break;
        }
    }
    rest = printable_copy(script->arena, rest, PRINTABLE_NAME, false); /* it may quote a long text of the file */
    diag_report(script->diag, MESSAGE_SCRIPT_SYNTAX, place,
                diag_words(script->arena, translate_syntax(script->arena, rest), rest), NULL);
    lua_pop(script->L, 1);
}
