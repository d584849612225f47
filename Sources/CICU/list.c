#include "list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

void list_fail(cicu_list *list) { list->failed = 1; }

static uint8_t *room(cicu_list *list, size_t more) {
  if (list->length + more > list->capacity) {
    size_t capacity = (list->length + more) * 2 + 64;
    uint8_t *bytes = realloc(list->bytes, capacity);
    if (!bytes) {
      list_fail(list);
      return NULL;
    }
    list->bytes = bytes;
    list->capacity = capacity;
  }
  return list->bytes + list->length;
}

void list_bytes(cicu_list *list, const char *bytes, size_t length) {
  uint8_t *at = room(list, length);
  if (!at) return;
  memcpy(at, bytes, length);
  list->length += length;
}

void list_utf16(cicu_list *list, const UChar *text, int32_t length) {
  uint8_t *start = room(list, (size_t)length * 3), *at = start;
  if (!at) return;
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U16_NEXT(text, i, length, c);
    if (U_IS_SURROGATE(c)) c = 0xFFFD;
    if (c < 0x80) {
      *at++ = (uint8_t)c;
    } else if (c < 0x800) {
      *at++ = (uint8_t)(0xC0 | c >> 6);
      *at++ = (uint8_t)(0x80 | (c & 0x3F));
    } else {
      if (c < 0x10000) {
        *at++ = (uint8_t)(0xE0 | c >> 12);
      } else {
        *at++ = (uint8_t)(0xF0 | c >> 18);
        *at++ = (uint8_t)(0x80 | (c >> 12 & 0x3F));
      }
      *at++ = (uint8_t)(0x80 | (c >> 6 & 0x3F));
      *at++ = (uint8_t)(0x80 | (c & 0x3F));
    }
  }
  list->length += (size_t)(at - start);
}

void list_number(cicu_list *list, int32_t number) {
  char digits[16];
  list_bytes(list, digits, (size_t)snprintf(digits, sizeof digits, "%d", number));
}

void list_end(cicu_list *list) {
  uint8_t *at = room(list, 1);
  if (!at) return;
  *at = 0;
  list->length++;
  list->count++;
}

void cicu_list_free(cicu_list *list) {
  free(list->bytes);
  memset(list, 0, sizeof *list);
}

UChar *utf16_copy(const char *text, size_t length, int32_t *count) {
  if (length > INT32_MAX / 4) return NULL;
  UChar *copy = malloc((length + 1) * sizeof(UChar)); /* UTF-16 never needs more units than UTF-8 has bytes */
  if (!copy) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(copy, (int32_t)length + 1, count, text, (int32_t)length, 0xFFFD, NULL, &status);
  if (U_SUCCESS(status)) return copy;
  free(copy);
  return NULL;
}
