#include "list.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct cicu_transliterator {
  UTransliterator *transliterator;
};

cicu_transliterator *cicu_transliterator_open(const char *id) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  UChar *wide = utf16_copy(id, strlen(id), &length);
  cicu_transliterator *handle = calloc(1, sizeof *handle);
  if (wide && handle) {
    handle->transliterator = utrans_openU(wide, length, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) handle->transliterator = NULL;
  }
  free(wide);
  if (handle && handle->transliterator) return handle;
  free(handle);
  return NULL;
}

void cicu_transliterator_close(cicu_transliterator *handle) {
  if (!handle) return;
  utrans_close(handle->transliterator);
  free(handle);
}

cicu_list cicu_transliterate(cicu_transliterator *handle, const uint8_t *text, size_t length) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  int32_t count = 0;
  UChar *source = utf16_copy((const char *)text, length, &count);
  size_t capacity = (size_t)count * 4 + 64;
  while (source) {
    UChar *work = malloc(capacity * sizeof(UChar));
    if (!work) break;
    int32_t result = count, limit = count;
    memcpy(work, source, (size_t)count * sizeof(UChar));
    status = U_ZERO_ERROR;
    utrans_transUChars(handle->transliterator, work, &result, (int32_t)capacity, 0, &limit, &status);
    if (U_SUCCESS(status)) list_utf16(&list, work, result);
    free(work);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    capacity = (size_t)(result > (int32_t)capacity ? result : (int32_t)capacity * 2) + 1;
  }
  if (!source || U_FAILURE(status)) list_fail(&list);
  free(source);
  return list;
}

cicu_list cicu_normalize(int32_t form, const uint8_t *text, size_t length) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = form == 0   ? unorm2_getNFCInstance(&status)
                                   : form == 1 ? unorm2_getNFKCInstance(&status)
                                   : form == 2 ? unorm2_getNFKCCasefoldInstance(&status)
                                               : unorm2_getNFDInstance(&status);
  int32_t count = 0;
  UChar *source = utf16_copy((const char *)text, length, &count), *result = NULL;
  int32_t needed = count + 16;
  for (int attempt = 0; source && attempt < 2; attempt++) {
    free(result);
    result = malloc((size_t)needed * sizeof(UChar));
    if (!result) break;
    int32_t capacity = needed;
    status = U_ZERO_ERROR;
    needed = unorm2_normalize(normalizer, source, count, result, capacity, &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (source && result && U_SUCCESS(status)) list_utf16(&list, result, needed);
  else list_fail(&list);
  free(source);
  free(result);
  return list;
}

struct cicu_collator {
  UCollator *collator;
};

cicu_collator *cicu_collator_open(const char *locale, int32_t strength) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_collator *handle = calloc(1, sizeof *handle);
  if (!handle) return NULL;
  handle->collator = ucol_open(locale, &status);
  if (U_SUCCESS(status)) {
    if (strength >= 0) ucol_setStrength(handle->collator, (UCollationStrength)strength);
    return handle;
  }
  cicu_collator_close(handle);
  return NULL;
}

void cicu_collator_close(cicu_collator *handle) {
  if (!handle) return;
  if (handle->collator) ucol_close(handle->collator);
  free(handle);
}

int32_t cicu_collate(
  const cicu_collator *handle, const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length) {
  UErrorCode status = U_ZERO_ERROR;
  if (a_length > INT32_MAX || b_length > INT32_MAX) return 0;
  return ucol_strcollUTF8(
    handle->collator, (const char *)a, (int32_t)a_length, (const char *)b, (int32_t)b_length, &status);
}

cicu_list cicu_sort_key(const cicu_collator *handle, const uint8_t *text, size_t length) {
  cicu_list list = {0};
  int32_t count = 0;
  UChar *wide = utf16_copy((const char *)text, length, &count);
  int32_t size = wide ? ucol_getSortKey(handle->collator, wide, count, NULL, 0) : 0;
  uint8_t *key = size ? malloc((size_t)size) : NULL;
  if (key) {
    ucol_getSortKey(handle->collator, wide, count, key, size);
    list_bytes(&list, (const char *)key, (size_t)size);
  } else {
    list_fail(&list);
  }
  free(key);
  free(wide);
  return list;
}
