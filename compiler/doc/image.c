/* Sizes of images, as the pictures of the project have them. */
#include "doc/resolve.h"

static void measure_tree(struct node *root, picture_fn picture, void *context, struct diag *diag)
{
    for (struct node *node = root; node; node = resolve_next(root, node)) {
        const char *path = node->as.image.path;
        const struct picture *found;

        if (node->type != NODE_IMAGE || !path)
            continue;
        found = picture(context, path, node->source);
        if (!found)
            diag_report(diag, MESSAGE_IMAGE_MISSING, node->source, path, NULL);
        node->as.image.width = found ? found->width : 0;
        node->as.image.height = found ? found->height : 0;
    }
}

void doc_measure_images(struct document_set *set, picture_fn picture, void *context, struct diag *diag)
{
    for (size_t i = 0; i < set->count; i++)
        measure_tree(set->items[i]->root, picture, context, diag);
    for (size_t i = 0; i < set->binder_count; i++)
        measure_tree(set->binders[i]->root, picture, context, diag);
}
