/* Blocks but for tables and drawings. */
#include <string.h>

#include "html/html.h"

enum { CONTENTS_LEAST = 6 /* entries that make a list worth its room at the head of a page that scrolls */ };

const char *html_tone_class(enum tone tone)
{
    static const char *const classes[] = {NULL, "t-low", "t-medium", "t-high", "t-critical", "t-good", "t-accent"};

    return classes[tone];
}

const char *html_tone_word(const char *language, enum tone tone)
{
    return tone == TONE_NONE ? NULL : html_word(language, (enum word)(WORD_LOW + (tone - TONE_LOW)));
}

static void open_with_class(struct writer *writer, const char *element, const struct node *node, const char *class)
{
    html_raw(writer, "<");
    html_raw(writer, element);
    html_id(writer, node);
    html_attribute(writer, "class", class);
    html_raw(writer, ">");
}

bool html_document(struct writer *writer, const struct node *node, bool enter)
{
    (void)writer, (void)node, (void)enter;
    return true;
}

bool html_cover(struct writer *writer, const struct node *node, bool enter)
{
    if (enter)
        open_with_class(writer, "div", node, "cover");
    else
        html_raw(writer, "</div>\n");
    return true;
}

/* What is for long documents is their contents list; a page on the screen is long when that has many entries. */
static bool is_left_out(const struct node *section)
{
    return section->as.section.long_only && node_contents_entries(section) < CONTENTS_LEAST;
}

bool html_section(struct writer *writer, const struct node *node, bool enter)
{
    if (is_left_out(node))
        return false;
    if (enter)
        open_with_class(writer, "section", node, node->as.section.landscape ? "landscape" : NULL);
    else
        html_raw(writer, "</section>\n");
    return true;
}

/* The title of the page is h1, so a section of level 1 has an h2. */
bool html_heading(struct writer *writer, const struct node *node, bool enter)
{
    int level = node->as.heading.level < 1 ? 2 : node->as.heading.level > 5 ? 6 : node->as.heading.level + 1;

    if (node == writer->title_heading)
        level = 1;
    if (enter) {
        buffer_printf(writer->out, "<h%d", level);
        html_id(writer, node);
        html_raw(writer, ">");
        if (node->number) {
            html_raw(writer, "<span class=\"number\">");
            html_escape(writer->out, node->number);
            html_raw(writer, "</span> ");
        }
    } else {
        buffer_printf(writer->out, "</h%d>\n", level);
    }
    return true;
}

/* In a tight list the words of an item stand without a paragraph. */
static bool is_tight(const struct node *paragraph)
{
    const struct node *item = paragraph->parent;

    return item && item->type == NODE_ITEM && item->parent && item->parent->type == NODE_LIST &&
           item->parent->as.list.tight;
}

static const char *paragraph_class(const struct node *node)
{
    static const char *const roles[] = {[PARAGRAPH_LEAD] = "lead",
                                        [PARAGRAPH_TITLE] = "title",
                                        [PARAGRAPH_SUBTITLE] = "subtitle",
                                        [PARAGRAPH_KICKER] = "kicker",
                                        [PARAGRAPH_NOTE] = "note"};

    if (node->as.paragraph.role != PARAGRAPH_BODY)
        return roles[node->as.paragraph.role];
    if (node->as.paragraph.align == ALIGN_CENTER)
        return "center";
    return node->as.paragraph.align == ALIGN_RIGHT ? "right" : NULL;
}

bool html_paragraph(struct writer *writer, const struct node *node, bool enter)
{
    bool title = node->as.paragraph.role == PARAGRAPH_TITLE && node->parent && node->parent->type == NODE_COVER;

    if (is_tight(node)) {
        if (!enter && node->next)
            html_raw(writer, node->next->type == NODE_PARAGRAPH ? "<br>" : "\n");
    } else if (enter) {
        open_with_class(writer, title && !writer->title_done ? "h1" : "p", node, paragraph_class(node));
    } else {
        html_raw(writer, title && !writer->title_done ? "</h1>\n" : "</p>\n");
        writer->title_done = writer->title_done || title;
    }
    return true;
}

bool html_list(struct writer *writer, const struct node *node, bool enter)
{
    bool tasks = node->first && node->first->as.item.task;

    if (!enter) {
        html_raw(writer, node->as.list.ordered ? "</ol>\n" : "</ul>\n");
        return true;
    }
    html_raw(writer, node->as.list.ordered ? "<ol" : "<ul");
    html_id(writer, node);
    if (tasks)
        html_raw(writer, " class=\"tasks\"");
    if (node->as.list.ordered && node->as.list.start > 1)
        html_number_attribute(writer, "start", node->as.list.start);
    html_raw(writer, ">\n");
    return true;
}

bool html_item(struct writer *writer, const struct node *node, bool enter)
{
    if (!enter) {
        html_raw(writer, "</li>\n");
        return true;
    }
    open_with_class(writer, "li", node, NULL);
    if (node->as.item.task) {
        html_raw(writer, "<span class=\"box\" role=\"img\"");
        html_attribute(writer, "aria-label",
                       html_word(writer->document->language, node->as.item.checked ? WORD_CHECKED : WORD_UNCHECKED));
        html_raw(writer, node->as.item.checked ? ">☑</span> " : ">☐</span> ");
    }
    return true;
}

bool html_quote(struct writer *writer, const struct node *node, bool enter)
{
    if (enter)
        open_with_class(writer, "blockquote", node, NULL);
    else
        html_raw(writer, "</blockquote>\n");
    return true;
}

bool html_callout(struct writer *writer, const struct node *node, bool enter)
{
    const char *tone = html_tone_class(node->as.callout.tone);

    if (!enter) {
        html_raw(writer, "</div>\n");
        return true;
    }
    html_raw(writer, "<div");
    html_id(writer, node);
    html_raw(writer, " class=\"callout ");
    html_raw(writer, tone ? tone : "t-accent");
    html_raw(writer, "\" role=\"note\"");
    html_attribute(writer, "aria-label",
                   html_tone_word(writer->document->language, tone ? node->as.callout.tone : TONE_ACCENT));
    html_raw(writer, ">");
    return true;
}

bool html_code(struct writer *writer, const struct node *node, bool enter)
{
    const char *info = node->as.code.info;

    if (!enter)
        return true;
    open_with_class(writer, "pre", node, NULL);
    html_raw(writer, "<code");
    if (info && *info) {
        struct buffer word = {0};

        buffer_add_text(&word, "language-");
        buffer_add(&word, info, strcspn(info, " \t\r\n\f"));
        html_attribute(writer, "class", word.data);
        buffer_free(&word);
    }
    html_raw(writer, ">");
    html_escape(writer->out, node->text ? node->text : "");
    html_raw(writer, "</code></pre>\n");
    return true;
}

bool html_rule(struct writer *writer, const struct node *node, bool enter)
{
    (void)node;
    if (enter)
        html_raw(writer, "<hr>\n");
    return true;
}

/* Approval boxes: one column each, the role above, room to sign, date and name below. */
bool html_signatures(struct writer *writer, const struct node *node, bool enter)
{
    if (!enter || !node->first)
        return true;
    html_raw(writer, "<table class=\"signatures\"");
    html_id(writer, node);
    html_attribute(writer, "aria-label", html_word(writer->document->language, WORD_SIGNATURES));
    html_raw(writer, "><thead><tr>");
    for (const struct node *each = node->first; each; each = each->next) {
        html_raw(writer, "<th scope=\"col\">");
        html_escape(writer->out, each->as.signature.role ? each->as.signature.role : "");
        html_raw(writer, "</th>");
    }
    html_raw(writer, "</tr></thead><tbody><tr>");
    return true;
}

bool html_signature(struct writer *writer, const struct node *node, bool enter)
{
    if (enter) {
        html_raw(writer, "<td>");
        html_text_node(writer, node->as.signature.date ? node->as.signature.date : "");
        html_raw(writer, "<br>");
        html_text_node(writer, node->text ? node->text : "");
        html_raw(writer, "</td>");
    } else if (!node->next) {
        html_raw(writer, "</tr></tbody></table>\n");
    }
    return true;
}

bool html_key_figures(struct writer *writer, const struct node *node, bool enter)
{
    if (enter)
        open_with_class(writer, "dl", node, "figures");
    else
        html_raw(writer, "</dl>\n");
    return true;
}

bool html_key_figure(struct writer *writer, const struct node *node, bool enter)
{
    if (!enter)
        return true;
    open_with_class(writer, "div", node, html_tone_class(node->as.key_figure.tone));
    html_raw(writer, "<dt>");
    html_escape(writer->out, node->as.key_figure.label ? node->as.key_figure.label : "");
    html_raw(writer, "</dt><dd>");
    html_text_node(writer, node->text ? node->text : "");
    html_raw(writer, "</dd></div>");
    return true;
}

static bool find_broad_drawing(void *context, const struct node *node)
{
    enum { BROAD = 30000 /* milli-em: half a page would make its words too small */ };
    bool *found = context;

    *found = *found || (node->type == NODE_DRAWING && node->as.drawing.width > BROAD);
    return !*found;
}

bool html_side_by_side(struct writer *writer, const struct node *node, bool enter)
{
    static const struct node_visitor visitor = {.enter = find_broad_drawing};
    bool broad = false;

    if (enter)
        node_walk(node, &visitor, &broad);
    if (enter)
        open_with_class(writer, "div", node, broad ? "side broad" : "side");
    else
        html_raw(writer, "</div>\n");
    return true;
}

bool html_panel(struct writer *writer, const struct node *node, bool enter)
{
    if (enter)
        open_with_class(writer, "div", node, NULL);
    else
        html_raw(writer, "</div>\n");
    return true;
}

bool html_contents(struct writer *writer, const struct node *node, bool enter)
{
    if (!node->first)
        return false;
    if (!enter) {
        html_raw(writer, "</ul></nav>\n");
        return true;
    }
    html_raw(writer, "<nav class=\"contents\"");
    html_id(writer, node);
    html_attribute(writer, "aria-label", html_word(writer->document->language, WORD_CONTENTS));
    html_raw(writer, "><ul>\n");
    return true;
}

bool html_entry(struct writer *writer, const struct node *node, bool enter)
{
    const struct node *target = node->as.entry.target;

    if (!enter) {
        html_raw(writer, target && target->id ? "</a></li>\n" : "</li>\n");
        return true;
    }
    html_raw(writer, node->as.entry.level > 1 ? "<li class=\"second\">" : "<li>");
    if (target && target->id) {
        html_raw(writer, "<a href=\"#");
        html_url_part(writer->out, target->id);
        html_raw(writer, "\">");
    }
    if (node->number) {
        html_raw(writer, "<span class=\"number\">");
        html_escape(writer->out, node->number);
        html_raw(writer, "</span> ");
    }
    return true;
}

/* Paper only. */
bool html_page(struct writer *writer, const struct node *node, bool enter)
{
    (void)writer, (void)node, (void)enter;
    return true;
}

/* Resolve has put the footnotes of the text one after the other at the end of the document. */
bool html_footnote(struct writer *writer, const struct node *node, bool enter)
{
    const char *language = writer->document->language;

    if (enter) {
        if (node->as.footnote.number == 1) {
            html_raw(writer, "<section class=\"footnotes\"");
            html_attribute(writer, "aria-label", html_word(language, WORD_FOOTNOTES));
            html_raw(writer, "><ol>\n");
        }
        open_with_class(writer, "li", node, NULL);
        return true;
    }
    buffer_printf(writer->out, "<a class=\"back\" href=\"#footnote-reference-%d\">", node->as.footnote.number);
    html_raw(writer, html_word(language, WORD_BACK));
    html_raw(writer, "</a></li>\n");
    if (!node->next)
        html_raw(writer, "</ol></section>\n");
    return true;
}

/* Compose has replaced it. */
bool html_live_block(struct writer *writer, const struct node *node, bool enter)
{
    (void)writer, (void)node, (void)enter;
    return false;
}
