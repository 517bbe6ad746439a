/* Tables: every row covers the same columns, without gap or overlap, and heading cells say what they head. */
#include "role.h"
#include "structure.h"

#define COLUMNS_MOST 512

struct table {
    int index;              /* of the element */
    int columns;            /* of the first row; 0 before it */
    int open[COLUMNS_MOST]; /* rows that a cell from above still takes, by column */
};

static int span_of(struct conform *conform, const struct element *cell, const char *key)
{
    pdf_obj *span = attribute(conform, cell, "Table", key);
    int count = span ? pdf_to_int(conform->context, span) : 1;
    return count < 1 ? 1 : count;
}

/* Puts a cell at the next free column; gives the column after it. */
static int place_cell(struct conform *conform, struct table *table, const struct element *cell, int column)
{
    int wide = span_of(conform, cell, "ColSpan"), high = span_of(conform, cell, "RowSpan");
    while (column < COLUMNS_MOST && table->open[column] > 0)
        column++;
    for (int i = 0; i < wide; i++, column++) {
        if (column >= COLUMNS_MOST || table->open[column] > 0) {
            fault(conform, CHECK_TABLE_REGULAR, cell->page, cell->number, "the cell overlaps another");
            return column;
        }
        table->open[column] = -high;
    }
    return column;
}

/* Cells that were placed in this row have their rows as a negative count: what is left of all is counted down. */
static void check_row(struct conform *conform, struct table *table, const struct element *row)
{
    int column = 0, covered = 0;
    for (int cell = row->first; cell >= 0; cell = conform->elements[cell].next)
        column = place_cell(conform, table, &conform->elements[cell], column);
    for (int i = 0; i < COLUMNS_MOST; i++)
        if (table->open[i] != 0) {
            if (i != covered)
                fault(conform, CHECK_TABLE_REGULAR, row->page, row->number, "column %d of the row is empty",
                      covered + 1);
            covered = i + 1;
            table->open[i] = abs(table->open[i]) - 1;
        }
    if (table->columns == 0)
        table->columns = covered;
    if (covered != table->columns)
        fault(conform, CHECK_TABLE_REGULAR, row->page, row->number, "the row has %d columns, the first of the table %d",
              covered, table->columns);
}

/* Cells do not reach from the head to the body, or below the table. */
static void check_end(struct conform *conform, struct table *table, const struct element *group)
{
    for (int i = 0; i < COLUMNS_MOST; i++) {
        if (table->open[i] > 0)
            fault(conform, CHECK_TABLE_REGULAR, group->page, group->number, "a cell reaches below /%s",
                  role_name(group->role));
        table->open[i] = 0;
    }
}

/* One head before the bodies, one foot after them; rows stand in these or all beside them. */
static void check_groups(struct conform *conform, const struct element *table)
{
    int heads = 0, bodies = 0, feet = 0, rows = 0;
    for (int kid = table->first; kid >= 0; kid = conform->elements[kid].next) {
        int role = conform->elements[kid].role;
        bool wrong = (role == ROLE_THead && heads + bodies + feet > 0) || (role == ROLE_TFoot && feet > 0) ||
                     (role == ROLE_TBody && feet > 0);
        if (wrong)
            fault(conform, CHECK_STRUCTURE_NESTING, conform->elements[kid].page, conform->elements[kid].number,
                  "/%s stands at a wrong place of the table", role_name(role));
        heads += role == ROLE_THead;
        bodies += role == ROLE_TBody;
        feet += role == ROLE_TFoot;
        rows += role == ROLE_TR;
    }
    if ((rows > 0 && heads + bodies + feet > 0) || rows + bodies == 0)
        fault(conform, CHECK_STRUCTURE_NESTING, table->page, table->number, "rows beside groups of rows, or no body");
}

static void check_scopes(struct conform *conform, const struct element *row)
{
    for (int cell = row->first; cell >= 0; cell = conform->elements[cell].next) {
        const struct element *element = &conform->elements[cell];
        if (element->role == ROLE_TH && !attribute(conform, element, "Table", "Scope"))
            fault(conform, CHECK_TABLE_SCOPE, element->page, element->number, "a heading cell without /Scope");
    }
}

void check_table(struct conform *conform, int index)
{
    struct table *table = pool_alloc(conform, sizeof *table);
    const struct element *element = &conform->elements[index];
    table->index = index;
    check_groups(conform, element);
    for (int kid = element->first; kid >= 0; kid = conform->elements[kid].next) {
        const struct element *group = &conform->elements[kid];
        bool alone = group->role == ROLE_TR;
        for (int row = alone ? kid : group->first; row >= 0; row = alone ? -1 : conform->elements[row].next)
            if (conform->elements[row].role == ROLE_TR) {
                check_row(conform, table, &conform->elements[row]);
                check_scopes(conform, &conform->elements[row]);
            }
        if (!alone)
            check_end(conform, table, group);
    }
    check_end(conform, table, element);
}
