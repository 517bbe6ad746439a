/* Every kind of document node: X(ID, name, what it may contain).
 *
 *   NONE     nothing (a leaf)
 *   BLOCKS   block nodes            INLINES  inline nodes          FLOW     all blocks or all inlines
 *   others   only the named kinds
 *
 * To add one: add its line here; the tables of every backend expand from this list, so the compiler names the
 * handlers that are missing. Give it a line in docs/document-tree.md. */

/* — blocks — */
X(DOCUMENT, document, BLOCKS)
X(COVER, cover, BLOCKS)             /* first page; SIGNATURES in it go to its foot */
X(SECTION, section, BLOCKS)         /* its first child is its HEADING */
X(HEADING, heading, INLINES)
X(PARAGRAPH, paragraph, INLINES)
X(LIST, list, ITEMS)
X(ITEM, item, BLOCKS)
X(QUOTE, quote, BLOCKS)
X(CALLOUT, callout, BLOCKS)         /* boxed remark with a tone */
X(CODE, code, NONE)                 /* text; as.code.info */
X(RULE, rule, NONE)                 /* thematic break */
X(TABLE, table, TABLE_PARTS)        /* CAPTION? COLUMN* ROW* */
X(COLUMN, column, NONE)
X(ROW, row, CELLS)
X(CELL, cell, FLOW)
X(CAPTION, caption, INLINES)        /* of a TABLE or FIGURE */
X(FIGURE, figure, FIGURE_PARTS)     /* one IMAGE or DRAWING, CAPTION? */
X(DRAWING, drawing, SHAPES)         /* chart or diagram made of shapes; text is the alternative */
X(SHAPE, shape, NONE)
X(SIGNATURES, signatures, SIGNATURE_PARTS) /* approval boxes */
X(SIGNATURE, signature, NONE)       /* text: name; as.signature */
X(KEY_FIGURES, key_figures, KEY_FIGURE_PARTS)
X(KEY_FIGURE, key_figure, NONE)     /* text: the figure; as.key_figure.label */
X(SIDE_BY_SIDE, side_by_side, PANELS)
X(PANEL, panel, BLOCKS)
X(CONTENTS, contents, ENTRIES)      /* resolve fills it */
X(ENTRY, entry, INLINES)            /* as.entry.target */
X(PAGE, page, NONE)                 /* starts a new page; as.page.landscape */
X(FOOTNOTE, footnote, BLOCKS)       /* id; at the end of the document */
X(LIVE_BLOCK, live_block, NONE)     /* Lua source; compose replaces it */

/* — inlines — */
X(TEXT, text, NONE)
X(STRONG, strong, INLINES)
X(EMPHASIS, emphasis, INLINES)
X(STRIKE, strike, INLINES)
X(SPAN, span, INLINES)              /* as.span: tone, soft (secondary text), language */
X(CODE_SPAN, code_span, NONE)
X(LINK, link, INLINES)              /* as.link */
X(IMAGE, image, NONE)               /* text: alternative; as.image */
X(LINE_BREAK, line_break, NONE)
X(CHECK_BOX, check_box, NONE)       /* as.check_box.checked */
X(FOOTNOTE_REFERENCE, footnote_reference, NONE) /* as.footnote_reference.footnote */
X(LIVE, live, NONE)                 /* Lua expression; compose replaces it */
