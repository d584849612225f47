#include "list.h"

#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>

cicu_list cicu_date_symbols(const char *locale) {
  static const UDateFormatSymbolType kinds[] = {
    UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS,
    UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS,
    UDAT_ERAS, UDAT_ERA_NAMES, UDAT_AM_PMS, UDAT_QUARTERS, UDAT_SHORT_QUARTERS,
  };
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_NONE, UDAT_SHORT, locale, u"Etc/GMT", -1, NULL, 0, &status);
  UChar text[256];
  if (U_SUCCESS(status)) {
    int32_t length = udat_toPattern(format, 0, text, 256, &status);
    if (U_SUCCESS(status)) list_utf16(&list, text, length);
    list_end(&list);
  }
  for (size_t k = 0; U_SUCCESS(status) && k < sizeof kinds / sizeof *kinds; k++) {
    int32_t count = udat_countSymbols(format, kinds[k]);
    list_number(&list, count);
    list_end(&list);
    for (int32_t i = 0; i < count; i++) {
      UErrorCode own = U_ZERO_ERROR;
      int32_t length = udat_getSymbols(format, kinds[k], i, text, 256, &own);
      if (U_SUCCESS(own)) list_utf16(&list, text, length);
      list_end(&list);
    }
  }
  if (U_FAILURE(status)) list_fail(&list);
  if (format) udat_close(format);
  return list;
}

cicu_list cicu_format_day(const char *locale, int32_t style, int64_t day) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UChar text[256];
  UDateFormat *format = udat_open(UDAT_NONE, (UDateFormatStyle)style, locale, u"Etc/GMT", -1, NULL, 0, &status);
  int32_t length = 0;
  if (U_SUCCESS(status)) length = udat_format(format, (double)day * 86400000.0, text, 256, NULL, &status);
  if (U_SUCCESS(status)) list_utf16(&list, text, length);
  else list_fail(&list);
  list_end(&list);
  if (format) udat_close(format);
  return list;
}

struct cicu_calendar {
  UCalendar *calendar;
};

static const double day_length = 86400000.0;

cicu_calendar *cicu_calendar_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  cicu_calendar *handle = calloc(1, sizeof *handle);
  if (!handle) return NULL;
  handle->calendar = ucal_open(u"Etc/GMT", -1, locale, UCAL_DEFAULT, &status);
  if (U_SUCCESS(status)) {
    ucal_setAttribute(handle->calendar, UCAL_LENIENT, 0);
    return handle;
  }
  cicu_calendar_close(handle);
  return NULL;
}

void cicu_calendar_close(cicu_calendar *handle) {
  if (!handle) return;
  if (handle->calendar) ucal_close(handle->calendar);
  free(handle);
}

int32_t cicu_calendar_day(cicu_calendar *handle, int32_t era, int32_t year, int32_t month, int32_t day, int64_t *out) {
  UErrorCode status = U_ZERO_ERROR;
  ucal_clear(handle->calendar);
  if (era >= 0) ucal_set(handle->calendar, UCAL_ERA, era);
  ucal_set(handle->calendar, UCAL_YEAR, year);
  ucal_set(handle->calendar, UCAL_MONTH, month - 1);
  ucal_set(handle->calendar, UCAL_DATE, day);
  double millis = ucal_getMillis(handle->calendar, &status);
  if (U_FAILURE(status)) return 0;
  double days = millis / day_length;
  *out = (int64_t)days - (days < (double)(int64_t)days);
  return 1;
}

int32_t cicu_calendar_fields(cicu_calendar *handle, int64_t day, int32_t fields[4]) {
  static const UCalendarDateFields kinds[4] = {UCAL_ERA, UCAL_YEAR, UCAL_MONTH, UCAL_DATE};
  UErrorCode status = U_ZERO_ERROR;
  ucal_setMillis(handle->calendar, (double)day * day_length, &status);
  for (int i = 0; i < 4; i++) fields[i] = ucal_get(handle->calendar, kinds[i], &status);
  fields[2]++;
  return U_SUCCESS(status);
}
