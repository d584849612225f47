#include "list.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/unumsys.h>
#include <unicode/ustring.h>

static void add_system(cicu_list *list, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_open(locale, &status);
  UChar digits[64];
  int32_t length = 0;
  const char *name = U_SUCCESS(status) ? unumsys_getName(system) : "latn";
  list_bytes(list, name, strlen(name));
  list_end(list);
  if (U_SUCCESS(status) && !unumsys_isAlgorithmic(system)) {
    length = unumsys_getDescription(system, digits, 64, &status);
    if (U_SUCCESS(status)) list_utf16(list, digits, length);
  }
  list_end(list);
  if (system) unumsys_close(system);
}

cicu_list cicu_number_symbols(const char *locale) {
  static const UNumberFormatSymbol kinds[] = {
    UNUM_DECIMAL_SEPARATOR_SYMBOL, UNUM_GROUPING_SEPARATOR_SYMBOL, UNUM_MINUS_SIGN_SYMBOL,
    UNUM_PLUS_SIGN_SYMBOL, UNUM_PERCENT_SYMBOL, UNUM_PERMILL_SYMBOL,
  };
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status)) {
    list_fail(&list);
    return list;
  }
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    UChar symbol[32];
    UErrorCode own = U_ZERO_ERROR;
    int32_t length = unum_getSymbol(format, kinds[i], symbol, 32, &own);
    if (U_SUCCESS(own)) list_utf16(&list, symbol, length);
    list_end(&list);
  }
  list_number(&list, unum_getAttribute(format, UNUM_GROUPING_SIZE));
  list_end(&list);
  list_number(&list, unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE));
  list_end(&list);
  unum_close(format);
  add_system(&list, locale);
  return list;
}

struct cicu_speller {
  UNumberFormat *format;
};

cicu_speller *cicu_speller_open(int32_t ordinals, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_speller *speller = calloc(1, sizeof *speller);
  if (!speller) return NULL;
  speller->format = unum_open(ordinals ? UNUM_ORDINAL : UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
  if (U_SUCCESS(status)) return speller;
  cicu_speller_close(speller);
  return NULL;
}

void cicu_speller_close(cicu_speller *speller) {
  if (!speller) return;
  if (speller->format) unum_close(speller->format);
  free(speller);
}

cicu_list cicu_speller_rule_sets(cicu_speller *speller) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UChar names[4096];
  int32_t length = unum_getTextAttribute(speller->format, UNUM_PUBLIC_RULESETS, names, 4096, &status);
  if (U_FAILURE(status)) {
    list_fail(&list);
    return list;
  }
  for (int32_t start = 0, i = 0; i <= length; i++) {
    if (i < length && names[i] != ';') continue;
    if (i > start) {
      list_utf16(&list, names + start, i - start);
      list_end(&list);
    }
    start = i + 1;
  }
  return list;
}

static int select_rules(cicu_speller *speller, const char *rule_set) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[256];
  int32_t length;
  u_strFromUTF8(name, 256, &length, rule_set, -1, &status);
  if (U_SUCCESS(status)) unum_setTextAttribute(speller->format, UNUM_DEFAULT_RULESET, name, length, &status);
  return U_SUCCESS(status);
}

static void add_spelled(cicu_list *list, UChar *text, int32_t length, UErrorCode status) {
  if (U_SUCCESS(status)) list_utf16(list, text, length);
  list_end(list);
}

cicu_list cicu_speller_integers(cicu_speller *speller, const char *rule_set, const int64_t *numbers, size_t count) {
  cicu_list list = {0};
  if (!select_rules(speller, rule_set)) list_fail(&list);
  for (size_t i = 0; i < count && !list.failed; i++) {
    UErrorCode status = U_ZERO_ERROR;
    UChar text[2048];
    int32_t length = unum_formatInt64(speller->format, numbers[i], text, 2048, NULL, &status);
    add_spelled(&list, text, length, status);
  }
  return list;
}

cicu_list cicu_speller_decimal(cicu_speller *speller, const char *rule_set, double number) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UChar text[4096];
  if (!select_rules(speller, rule_set)) {
    list_fail(&list);
    return list;
  }
  int32_t length = unum_formatDouble(speller->format, number, text, 4096, NULL, &status);
  add_spelled(&list, text, length, status);
  return list;
}

struct cicu_number_format {
  UNumberFormatter *formatter;
};

cicu_number_format *cicu_number_format_open(const char *locale, int32_t decimals, int32_t grouped) {
  UErrorCode status = U_ZERO_ERROR;
  char skeleton[128] = "rounding-mode-half-up ";
  UChar wide[128];
  int32_t length;
  size_t at = strlen(skeleton);
  if (decimals <= 0) {
    strcpy(skeleton + at, "precision-integer");
  } else {
    skeleton[at++] = '.';
    for (int32_t i = 0; i < decimals && i < 20; i++) skeleton[at++] = '#';
  }
  strcat(skeleton, grouped ? " group-on-aligned" : " group-off");
  u_strFromUTF8(wide, 128, &length, skeleton, -1, &status);
  cicu_number_format *format = calloc(1, sizeof *format);
  if (!format) return NULL;
  format->formatter = unumf_openForSkeletonAndLocale(wide, length, locale, &status);
  if (U_SUCCESS(status)) return format;
  cicu_number_format_close(format);
  return NULL;
}

void cicu_number_format_close(cicu_number_format *format) {
  if (!format) return;
  if (format->formatter) unumf_close(format->formatter);
  free(format);
}

cicu_list cicu_number_format_double(const cicu_number_format *format, double number) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult(&status);
  UChar text[1024];
  int32_t length = 0;
  if (U_SUCCESS(status)) {
    unumf_formatDouble(format->formatter, number, result, &status);
    length = unumf_resultToString(result, text, 1024, &status);
  }
  if (U_SUCCESS(status)) list_utf16(&list, text, length);
  else list_fail(&list);
  list_end(&list);
  if (result) unumf_closeResult(result);
  return list;
}
