#include "base/system_error.h"

#include <errno.h>
#include <string.h>

/* Those that people meet. To add one: a line here. */
static const struct {
    int error;
    const char *text[LANGUAGE_COUNT];
} reasons[] = {
    {ENOENT, {"ファイル又はフォルダーがありません", "there is no such file or directory"}},
    {EACCES, {"権限がありません", "permission denied"}},
    {EPERM, {"許可されていない操作です", "operation not permitted"}},
    {EEXIST, {"既にあります", "it exists already"}},
    {ENOTDIR, {"フォルダーではありません", "not a directory"}},
    {EISDIR, {"フォルダーです", "it is a directory"}},
    {ENOTEMPTY, {"フォルダーが空ではありません", "the directory is not empty"}},
    {ENOSPC, {"空き容量がありません", "no space left on the device"}},
    {EFBIG, {"ファイルの大きさの上限を超えます", "the file grows beyond the limit on its size"}},
    {EDQUOT, {"割り当てられた容量を使い切りました", "the disk quota is exceeded"}},
    {EROFS, {"書き込めないファイルシステムです", "the file system is read-only"}},
    {ELOOP, {"シンボリックリンクが循環しています", "too many symbolic links"}},
    {ENAMETOOLONG, {"名前が長すぎます", "the name is too long"}},
    {EMFILE, {"開いているファイルが多すぎます", "too many open files"}},
    {EIO, {"入出力エラーです", "input/output error"}},
    {EBUSY, {"使用中です", "it is in use"}},
    {EXDEV, {"別のファイルシステムにあります", "it lies on another file system"}},
    {ENOMEM, {"メモリーが足りません", "out of memory"}},
};

const char *system_error_text(int error, enum language language)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error)
            return reasons[i].text[language];
    return strerror(error);
}

const char *system_error_words(struct arena *arena, int error)
{
    return diag_words(arena, system_error_text(error, LANGUAGE_JA), system_error_text(error, LANGUAGE_EN));
}
