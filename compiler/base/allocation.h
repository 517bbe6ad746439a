/* Memory for who can do without: everybody else ends with the process when there is none (allocation.c). */
#ifndef TEKIGO_BASE_ALLOCATION_H
#define TEKIGO_BASE_ALLOCATION_H

#include <stddef.h>

/* As realloc(), but NULL when there is no memory; the block stays as it is then. Freed with free(). */
void *allocation_try(void *block, size_t size);

#endif
