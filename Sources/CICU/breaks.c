#include "cicu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_breaker {
  UBreakIterator *iterator;
  UText text;
};

cicu_breaker *cicu_breaker_open(int32_t sentences, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_breaker *breaker = calloc(1, sizeof *breaker);
  if (!breaker) return NULL;
  breaker->text = (UText)UTEXT_INITIALIZER;
  breaker->iterator = ubrk_open(sentences ? UBRK_SENTENCE : UBRK_WORD, locale, NULL, 0, &status);
  if (U_SUCCESS(status)) return breaker;
  cicu_breaker_close(breaker);
  return NULL;
}

void cicu_breaker_close(cicu_breaker *breaker) {
  if (!breaker) return;
  if (breaker->iterator) ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  free(breaker);
}

int32_t cicu_breaker_start(cicu_breaker *breaker, const uint8_t *text, size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  if (length > INT32_MAX) return 0;
  utext_openUTF8(&breaker->text, (const char *)text, (int64_t)length, &status);
  ubrk_setUText(breaker->iterator, &breaker->text, &status);
  if (U_SUCCESS(status)) ubrk_first(breaker->iterator);
  return U_SUCCESS(status);
}

int32_t cicu_breaker_next(cicu_breaker *breaker, int32_t *ends, int32_t *kinds, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t end = ubrk_next(breaker->iterator);
    if (end == UBRK_DONE) break;
    ends[count] = end;
    if (kinds) kinds[count] = ubrk_getRuleStatus(breaker->iterator) / 100;
    count++;
  }
  return count;
}
