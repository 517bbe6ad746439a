/* Every fault that conform can find: X(id, slug, what it is taken from).
 *
 * To add one: its line here, the code that reports it, and in tests/conform/damage.txt a change that makes it.
 * MP: a failure condition of the Matterhorn Protocol 1.1 for ISO 14289-1 (PDF/UA-1). A2: a clause of ISO 19005-2
 * (PDF/A-2). PDF: a clause of ISO 32000-1. "own": none asks for it, but our files are made so. */
#define CHECKS(X)                                                                                                      \
    X(FILE_UNREADABLE, "file-unreadable", "PDF 7.5")                                                                   \
    X(READER_WARNING, "reader-warning", "PDF 7.5")                                                                     \
    X(FILE_HEADER, "file-header", "A2 6.1.2")                                                                          \
    X(FILE_END, "file-end", "A2 6.1.3")                                                                                \
    X(FILE_ID, "file-id", "A2 6.1.3")                                                                                  \
    X(FILE_ENCRYPTED, "file-encrypted", "A2 6.1.3; MP 26-001")                                                         \
    X(OBJECT_SYNTAX, "object-syntax", "A2 6.1.9")                                                                      \
    X(STREAM_LENGTH, "stream-length", "A2 6.1.7.1")                                                                    \
    X(OBJECT_UNREFERENCED, "object-unreferenced", "own")                                                               \
    X(OBJECT_LIMIT, "object-limit", "A2 6.1.13")                                                                       \
    X(STREAM_FILTER, "stream-filter", "A2 6.1.7.2")                                                                    \
    X(STREAM_EXTERNAL, "stream-external", "A2 6.1.7.1")                                                                \
    X(MARKED, "marked", "A2 6.7.2.2; MP 06-001")                                                                       \
    X(SUSPECTS, "suspects", "MP 02-001")                                                                               \
    X(DOCUMENT_LANGUAGE, "document-language", "A2 6.7.4; MP 11-006")                                                   \
    X(DISPLAY_TITLE, "display-title", "MP 07-001, 07-002")                                                             \
    X(OUTPUT_INTENT, "output-intent", "A2 6.2.3")                                                                      \
    X(OUTPUT_PROFILE, "output-profile", "A2 6.2.3")                                                                    \
    X(CATALOG_ENTRY, "catalog-entry", "A2 6.1.12, 6.4, 6.6.1, 6.11; MP 25-001")                                        \
    X(OPTIONAL_CONTENT, "optional-content", "A2 6.9; MP 20-001 to 20-003")                                             \
    X(EMBEDDED_FILE, "embedded-file", "A2 6.8; MP 21-001")                                                             \
    X(ACTION, "action", "A2 6.5")                                                                                      \
    X(PAGE_BOX, "page-box", "A2 6.1.13")                                                                               \
    X(PAGE_ENTRY, "page-entry", "A2 6.5.2, 6.10")                                                                      \
    X(TABS, "tabs", "MP 28-008, 28-009")                                                                               \
    X(PAGE_LABELS, "page-labels", "PDF 12.4.2")                                                                        \
    X(OUTLINE, "outline", "PDF 12.3.3")                                                                                \
    X(NAME_TREE, "name-tree", "PDF 7.9.6")                                                                             \
    X(DESTINATION, "destination", "PDF 12.3.2")                                                                        \
    X(XMP_MISSING, "xmp-missing", "A2 6.6.2.1; MP 06-001")                                                             \
    X(XMP_MALFORMED, "xmp-malformed", "A2 6.6.2.1")                                                                    \
    X(XMP_PACKET, "xmp-packet", "A2 6.6.2.1")                                                                          \
    X(XMP_TITLE, "xmp-title", "MP 06-003")                                                                             \
    X(XMP_INFORMATION, "xmp-information", "A2 6.6.3 and TechNote 0003")                                                \
    X(XMP_CLAIM, "xmp-claim", "A2 6.6.4; MP 06-002")                                                                   \
    X(XMP_PROPERTY, "xmp-property", "A2 6.6.2.3.1")                                                                    \
    X(XMP_TYPE, "xmp-type", "A2 6.6.2.3.1")                                                                            \
    X(XMP_EXTENSION, "xmp-extension", "A2 6.6.2.3.3")                                                                  \
    X(OPERATOR_UNKNOWN, "operator-unknown", "A2 6.2.2")                                                                \
    X(OPERATOR_PLACE, "operator-place", "PDF 8.2")                                                                     \
    X(OPERAND, "operand", "PDF 8.2")                                                                                   \
    X(RESOURCE, "resource", "A2 6.2.2")                                                                                \
    X(STATE_NESTING, "state-nesting", "A2 6.1.13")                                                                     \
    X(MARK_NESTING, "mark-nesting", "PDF 14.6.1")                                                                      \
    X(CONTENT_UNTAGGED, "content-untagged", "MP 01-005")                                                               \
    X(ARTIFACT_NESTING, "artifact-nesting", "MP 01-003, 01-004")                                                       \
    X(COLOR_SPACE, "color-space", "A2 6.2.4")                                                                          \
    X(RENDERING_INTENT, "rendering-intent", "A2 6.2.6")                                                                \
    X(GRAPHICS_STATE, "graphics-state", "A2 6.2.5")                                                                    \
    X(TRANSPARENCY, "transparency", "A2 6.2.10")                                                                       \
    X(IMAGE, "image", "A2 6.2.8")                                                                                      \
    X(FORM, "form", "A2 6.2.9; MP 30-001, 30-002")                                                                     \
    X(FONT_TYPE, "font-type", "A2 6.2.11.2")                                                                           \
    X(FONT_EMBEDDED, "font-embedded", "A2 6.2.11.4.1; MP 31-009")                                                      \
    X(FONT_NAME, "font-name", "A2 6.2.11.2")                                                                           \
    X(FONT_COLLECTION, "font-collection", "A2 6.2.11.3.1; MP 31-001 to 31-003")                                        \
    X(FONT_CMAP, "font-cmap", "A2 6.2.11.3.3; MP 31-006 to 31-008")                                                    \
    X(FONT_ENCODING, "font-encoding", "A2 6.2.11.6; MP 31-017 to 31-026")                                              \
    X(FONT_GLYPH_MAP, "font-glyph-map", "A2 6.2.11.3.2; MP 31-004, 31-005")                                            \
    X(FONT_CID_SET, "font-cid-set", "A2 6.2.11.4.2; MP 31-014, 31-015")                                                \
    X(FONT_WIDTH, "font-width", "A2 6.2.11.5; MP 31-016")                                                              \
    X(FONT_GLYPH_MISSING, "font-glyph-missing", "A2 6.2.11.4.1, 6.2.11.8; MP 31-011, 31-030")                          \
    X(FONT_UNICODE, "font-unicode", "A2 6.2.11.7.2; MP 31-027 to 31-029")                                              \
    X(PRIVATE_USE, "private-use", "A2 6.2.11.7.3")                                                                     \
    X(STRUCTURE_MISSING, "structure-missing", "A2 6.7.3.3; MP 01-005")                                                 \
    X(ROLE, "role", "A2 6.7.3.4; MP 02-001")                                                                           \
    X(ROLE_MAP, "role-map", "A2 6.7.3.4; MP 02-003, 02-004")                                                           \
    X(STRUCTURE_TREE, "structure-tree", "PDF 14.7.2")                                                                  \
    X(STRUCTURE_NESTING, "structure-nesting", "PDF 14.8.4; MP 09-004 to 09-008")                                       \
    X(STRUCTURE_CONTENT, "structure-content", "PDF 14.8.4")                                                            \
    X(STRUCTURE_ATTRIBUTE, "structure-attribute", "PDF 14.8.5")                                                        \
    X(CAPTION, "caption", "PDF 14.8.4.3")                                                                              \
    X(TABLE_REGULAR, "table-regular", "MP 15-003")                                                                     \
    X(TABLE_SCOPE, "table-scope", "MP 15-003")                                                                         \
    X(HEADING_FIRST, "heading-first", "MP 14-002")                                                                     \
    X(HEADING_SKIPPED, "heading-skipped", "MP 14-003")                                                                 \
    X(HEADING_MIXED, "heading-mixed", "MP 14-006, 14-007")                                                             \
    X(FIGURE_ALTERNATIVE, "figure-alternative", "MP 13-004")                                                           \
    X(FIGURE_BOX, "figure-box", "PDF 14.8.5.4.3")                                                                      \
    X(FORMULA_ALTERNATIVE, "formula-alternative", "MP 17-002")                                                         \
    X(NOTE_ID, "note-id", "MP 19-003, 19-004")                                                                         \
    X(ID_TREE, "id-tree", "PDF 14.7.2")                                                                                \
    X(LINK_ELEMENT, "link-element", "MP 28-011")                                                                       \
    X(LANGUAGE_TAG, "language-tag", "A2 6.7.4")                                                                        \
    X(TEXT_STRING, "text-string", "PDF 7.9.2.2")                                                                       \
    X(MCID_TWICE, "mcid-twice", "PDF 14.7.4")                                                                          \
    X(MCID_UNCLAIMED, "mcid-unclaimed", "MP 01-005")                                                                   \
    X(MCID_UNKNOWN, "mcid-unknown", "PDF 14.7.4.2")                                                                    \
    X(PARENT_TREE, "parent-tree", "PDF 14.7.4.4")                                                                      \
    X(ANNOTATION_TYPE, "annotation-type", "A2 6.3.1; MP 28-006")                                                       \
    X(ANNOTATION_FLAGS, "annotation-flags", "A2 6.3.2")                                                                \
    X(ANNOTATION_BOX, "annotation-box", "PDF 12.5.2")                                                                  \
    X(ANNOTATION_CONTENTS, "annotation-contents", "MP 28-004, 28-012")                                                 \
    X(ANNOTATION_APPEARANCE, "annotation-appearance", "A2 6.3.3")                                                      \
    X(ANNOTATION_UNTAGGED, "annotation-untagged", "MP 28-002, 28-010")
