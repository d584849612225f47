#include "list.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

/* What the callback counts while a text is decoded. */
typedef struct {
  const UChar *begin; /* of the piece at hand */
  int64_t before;     /* UTF-8 bytes before that piece */
  int64_t faults;
  int64_t first; /* UTF-8 offset of the first fault */
} counter;

static int64_t utf8_length(const UChar *text, const UChar *end) {
  int64_t length = 0;
  for (; text < end; text++) {
    if (*text < 0x80) length += 1;
    else if (*text < 0x800) length += 2;
    else if ((*text & 0xFC00) == 0xD800) length += 4;
    else if ((*text & 0xFC00) == 0xDC00) length += 0;
    else length += 3;
  }
  return length;
}

static void count_fault(
  const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length, UConverterCallbackReason reason,
  UErrorCode *status) {
  counter *count = (counter *)context;
  (void)units;
  (void)length;
  if (reason > UCNV_IRREGULAR) return;
  if (count->faults == 0) count->first = count->before + utf8_length(count->begin, args->target);
  count->faults++;
  *status = U_ZERO_ERROR;
  static const UChar replacement[] = {0xFFFD};
  ucnv_cbToUWriteUChars(args, replacement, 1, 0, status);
}

cicu_list cicu_charset_decode(
  const char *charset, const uint8_t *bytes, size_t length, int64_t *faults, int64_t *first_fault) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  counter count = {0};
  enum { piece = 1 << 14 };
  UChar units[piece + 64];
  int32_t held = 0; /* half of a pair, left from the piece before */
  UConverter *converter = ucnv_open(charset, &status);
  if (converter) ucnv_setToUCallBack(converter, count_fault, &count, NULL, NULL, &status);
  if (!converter || U_FAILURE(status)) {
    ucnv_close(converter);
    list_fail(&list);
    return list;
  }
  const char *source = (const char *)bytes, *limit = source + length;
  for (;;) {
    UChar *target = units + held;
    count.begin = units;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units + piece, &source, limit, NULL, 1, &status);
    int32_t got = (int32_t)(target - units);
    int32_t more = status == U_BUFFER_OVERFLOW_ERROR;
    int32_t whole = more && got > 0 && (units[got - 1] & 0xFC00) == 0xD800 ? got - 1 : got;
    size_t before = list.length;
    list_utf16(&list, units, whole);
    count.before += (int64_t)(list.length - before);
    held = got - whole;
    if (held) units[0] = units[whole];
    if (!more) break;
  }
  if (U_FAILURE(status)) list_fail(&list);
  ucnv_close(converter);
  *faults = count.faults;
  *first_fault = count.first;
  return list;
}

int32_t cicu_charset_exists(const char *charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  ucnv_close(converter);
  return U_SUCCESS(status) && converter != NULL;
}

cicu_list cicu_charset_guesses(const uint8_t *bytes, size_t length) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (length > INT32_MAX) length = INT32_MAX;
  ucsdet_setText(detector, (const char *)bytes, (int32_t)length, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
  if (U_FAILURE(status)) count = 0;
  for (int32_t i = 0; i < count; i++) {
    UErrorCode one = U_ZERO_ERROR;
    const char *name = ucsdet_getName(matches[i], &one);
    int32_t confidence = ucsdet_getConfidence(matches[i], &one);
    if (U_FAILURE(one) || !name) continue;
    list_bytes(&list, name, strlen(name));
    list_end(&list);
    list_number(&list, confidence);
    list_end(&list);
  }
  ucsdet_close(detector);
  return list;
}

cicu_list cicu_exemplars(const char *locale) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  ULocaleData *data = ulocdata_open(locale, &status);
  USet *set = uset_openEmpty();
  if (U_SUCCESS(status) && data) {
    ulocdata_getExemplarSet(data, set, USET_ADD_CASE_MAPPINGS, ULOCDATA_ES_STANDARD, &status);
    int32_t count = uset_getItemCount(set);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; i++) {
      UChar32 start = 0, end = 0;
      UChar text[32];
      int32_t length = uset_getItem(set, i, &start, &end, text, 32, &status);
      if (length > 0) {
        list_utf16(&list, text, length);
        continue;
      }
      for (UChar32 c = start; c <= end && list.length < (1 << 16); c++) {
        UChar pair[2];
        int32_t units = 0;
        U16_APPEND_UNSAFE(pair, units, c);
        list_utf16(&list, pair, units);
      }
    }
  }
  if (U_FAILURE(status)) list_fail(&list);
  uset_close(set);
  if (data) ulocdata_close(data);
  return list;
}
