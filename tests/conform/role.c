#include "role.h"

#include <string.h>

#define MAPPINGS_MOST 16

static const char *const names[] = {
#define X(name) #name,
    ROLES(X)
#undef X
};

#define BIT(role) (UINT64_C(1) << ROLE_##role)
#define ROWS (BIT(THead) | BIT(TBody) | BIT(TFoot))
#define INLINE                                                                                                         \
    (BIT(Span) | BIT(Quote) | BIT(Note) | BIT(Reference) | BIT(BibEntry) | BIT(Code) | BIT(Link) | BIT(Annot) |        \
     BIT(Ruby) | BIT(Warichu) | BIT(Figure) | BIT(Formula) | BIT(Form) | BIT(NonStruct) | BIT(Private))
#define ANY UINT64_MAX

/* Which parents a type may have, and which kids. To add one: its line here. */
static const struct {
    int role;
    uint64_t parents, kids;
} rules[] = {
    {ROLE_Document, BIT(Document) | BIT(Part), ANY},
    {ROLE_Table, ANY, BIT(TR) | ROWS | BIT(Caption)},
    {ROLE_THead, BIT(Table), BIT(TR)},
    {ROLE_TBody, BIT(Table), BIT(TR)},
    {ROLE_TFoot, BIT(Table), BIT(TR)},
    {ROLE_TR, BIT(Table) | ROWS, BIT(TH) | BIT(TD)},
    {ROLE_TH, BIT(TR), ANY},
    {ROLE_TD, BIT(TR), ANY},
    {ROLE_L, ANY, BIT(L) | BIT(LI) | BIT(Caption)},
    {ROLE_LI, BIT(L), BIT(Lbl) | BIT(LBody)},
    {ROLE_LBody, BIT(LI), ANY},
    {ROLE_Lbl, BIT(LI) | BIT(Note) | BIT(TOCI) | BIT(BibEntry), INLINE},
    {ROLE_TOC, ANY, BIT(TOC) | BIT(TOCI) | BIT(Caption)},
    {ROLE_TOCI, BIT(TOC), BIT(Lbl) | BIT(Reference) | BIT(NonStruct) | BIT(P) | BIT(TOC)},
    {ROLE_P, ANY, INLINE},
    {ROLE_H, ANY, INLINE},
    {ROLE_H1, ANY, INLINE},
    {ROLE_H2, ANY, INLINE},
    {ROLE_H3, ANY, INLINE},
    {ROLE_H4, ANY, INLINE},
    {ROLE_H5, ANY, INLINE},
    {ROLE_H6, ANY, INLINE},
    {ROLE_Span, ANY, INLINE},
    {ROLE_Reference, ANY, INLINE | BIT(Lbl)},
    {ROLE_Ruby, ANY, BIT(RB) | BIT(RT) | BIT(RP)},
    {ROLE_RB, BIT(Ruby), INLINE},
    {ROLE_RT, BIT(Ruby), INLINE},
    {ROLE_RP, BIT(Ruby), INLINE},
    {ROLE_Warichu, ANY, BIT(WT) | BIT(WP)},
    {ROLE_WT, BIT(Warichu), INLINE},
    {ROLE_WP, BIT(Warichu), INLINE},
};

/* Types that group others and show nothing by themselves. */
static const uint64_t groups = BIT(Document) | BIT(Part) | BIT(Art) | BIT(Sect) | BIT(Div) | BIT(BlockQuote) |
                               BIT(TOC) | BIT(Index) | BIT(Table) | ROWS | BIT(TR) | BIT(L) | BIT(LI) | BIT(Ruby) |
                               BIT(Warichu);

const char *role_name(int role)
{
    return names[role];
}

static int standard_role(const char *name)
{
    for (int role = 0; role < ROLE_COUNT; role++)
        if (strcmp(names[role], name) == 0)
            return role;
    return -1;
}

/* Follows the map from a name to a standard type; -1 when it does not lead there. */
static int mapped_role(struct conform *conform, pdf_obj *map, const char *name)
{
    int role = standard_role(name);
    for (int i = 0; role < 0 && i < MAPPINGS_MOST && *name; i++) {
        name = pdf_to_name(conform->context, get(conform, map, name));
        role = standard_role(name);
    }
    return role;
}

int role_of(struct conform *conform, pdf_obj *element)
{
    pdf_obj *map = get(conform, get(conform, conform->catalog, "StructTreeRoot"), "RoleMap");
    const char *name = pdf_to_name(conform->context, get(conform, element, "S"));
    int role = mapped_role(conform, map, name);
    if (role < 0)
        fault(conform, CHECK_ROLE, 0, pdf_to_num(conform->context, element), "/%s is no standard type", name);
    return role < 0 ? ROLE_NonStruct : role;
}

void check_role_map(struct conform *conform, pdf_obj *map)
{
    for (int i = 0; i < pdf_dict_len(conform->context, map); i++) {
        const char *name = pdf_to_name(conform->context, pdf_dict_get_key(conform->context, map, i));
        if (standard_role(name) >= 0)
            fault(conform, CHECK_ROLE_MAP, 0, 0, "the standard type /%s is mapped to another", name);
        else if (mapped_role(conform, map, name) < 0)
            fault(conform, CHECK_ROLE_MAP, 0, 0, "/%s does not lead to a standard type", name);
    }
}

void check_nesting(struct conform *conform, const struct element *element)
{
    const struct element *parent = element->parent < 0 ? NULL : &conform->elements[element->parent];
    uint64_t own = UINT64_C(1) << element->role, above = parent ? UINT64_C(1) << parent->role : 0;
    if (element->content && (groups & own))
        fault(conform, CHECK_STRUCTURE_CONTENT, element->page, element->number, "/%s has content of its own",
              names[element->role]);
    if (!parent)
        return;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if ((rules[i].role == element->role && !(rules[i].parents & above)) ||
            (rules[i].role == parent->role && !(rules[i].kids & own))) {
            fault(conform, CHECK_STRUCTURE_NESTING, element->page, element->number, "/%s within /%s",
                  names[element->role], names[parent->role]);
            return;
        }
}
