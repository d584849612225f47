/* The yardstick of speed measurements: ICU's word-break iterator, with nothing of ours between its calls. */
#include "cicu.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

static int64_t walk(UBreakIterator *iterator) {
  int64_t count = 0;
  ubrk_first(iterator);
  while (ubrk_next(iterator) != UBRK_DONE) count++;
  return count;
}

int64_t cicu_walk_words_utf16(const char *locale, const uint16_t *text, size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  if (length > INT32_MAX) return -1;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, (const UChar *)text, (int32_t)length, &status);
  int64_t count = U_SUCCESS(status) ? walk(iterator) : -1;
  ubrk_close(iterator);
  return count;
}

int64_t cicu_walk_words_utf8(const char *locale, const uint8_t *text, size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
  utext_openUTF8(&source, (const char *)text, (int64_t)length, &status);
  ubrk_setUText(iterator, &source, &status);
  int64_t count = U_SUCCESS(status) ? walk(iterator) : -1;
  ubrk_close(iterator);
  utext_close(&source);
  return count;
}
