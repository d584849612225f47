#ifndef CICU_LIST_H
#define CICU_LIST_H
#include "cicu.h"

#include <unicode/utypes.h>

/* Every shim that yields text appends to one growing buffer. */
void list_fail(cicu_list *list);
void list_bytes(cicu_list *list, const char *bytes, size_t length);
void list_utf16(cicu_list *list, const UChar *text, int32_t length);
void list_number(cicu_list *list, int32_t number);
/* Ends the string that the calls above have built. */
void list_end(cicu_list *list);

/* UTF-8 to a malloc'd, NUL-terminated UTF-16 copy; NULL where there is no memory. Ill-formed bytes become U+FFFD. */
UChar *utf16_copy(const char *text, size_t length, int32_t *count);

#endif
