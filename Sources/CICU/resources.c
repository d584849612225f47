#include "list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

/* ICU falls back to the default locale, which is the user's, before it falls back to what holds for all languages. A
   language that ICU does not know must not be spelled in the words of whoever runs the program. */
__attribute__((constructor)) static void no_default_locale(void) {
  UErrorCode status = U_ZERO_ERROR;
  uloc_setDefault("root", &status);
}

enum { deepest = 8, longest_path = 512 };

typedef struct {
  cicu_list *list;
  UResourceBundle *levels[deepest]; /* opened once, filled again and again */
  char path[longest_path];
} walk;

static void descend(walk *walk, const UResourceBundle *table, int depth, size_t path) {
  int32_t count = ures_getSize(table);
  for (int32_t i = 0; i < count; i++) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *item = walk->levels[depth] = ures_getByIndex(table, i, walk->levels[depth], &status);
    if (U_FAILURE(status)) continue;
    const char *key = ures_getKey(item);
    char index[16];
    if (!key) {
      snprintf(index, sizeof index, "%d", i);
      key = index;
    }
    size_t length = strlen(key);
    if (path + length + 2 > longest_path) continue;
    memcpy(walk->path + path, key, length);
    switch (ures_getType(item)) {
    case URES_STRING: {
      int32_t units;
      const UChar *text = ures_getString(item, &units, &status);
      if (U_FAILURE(status)) break;
      list_bytes(walk->list, walk->path, path + length);
      list_end(walk->list);
      list_utf16(walk->list, text, units);
      list_end(walk->list);
      break;
    }
    case URES_TABLE:
    case URES_ARRAY:
      if (depth + 1 < deepest) {
        walk->path[path + length] = '/';
        descend(walk, item, depth + 1, path + length + 1);
      }
      break;
    default: break;
    }
  }
}

/* The bundle that ICU itself opens for a locale: aliases such as iw and zh_TW are resolved. */
static int actual_name(const char *package, const char *locale, char name[ULOC_FULLNAME_CAPACITY]) {
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_open(package, locale, &status);
  const char *actual = NULL;
  if (U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING) {
    UErrorCode own = U_ZERO_ERROR;
    actual = ures_getLocaleByType(bundle, ULOC_ACTUAL_LOCALE, &own);
  }
  snprintf(name, ULOC_FULLNAME_CAPACITY, "%s", actual ? actual : "root");
  ures_close(bundle);
  return strcmp(name, "root") != 0;
}

/* The bundle that a bundle inherits from: the one it names (es_MX: es_419), else its own name cut short, else root. */
static void parent_name(UResourceBundle *bundle, char name[ULOC_FULLNAME_CAPACITY]) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  const UChar *parent = bundle ? ures_getStringByKey(bundle, "%%Parent", &length, &status) : NULL;
  if (parent && U_SUCCESS(status) && length < ULOC_FULLNAME_CAPACITY) {
    u_UCharsToChars(parent, name, length);
    name[length] = 0;
    return;
  }
  char *cut = strrchr(name, '_');
  if (cut) *cut = 0;
  else snprintf(name, ULOC_FULLNAME_CAPACITY, "root");
}

/* The table that keys joined by '/' lead to. */
static UResourceBundle *table_at(UResourceBundle *bundle, const char *path, UResourceBundle *table, UErrorCode *status) {
  char key[64];
  for (const UResourceBundle *within = bundle; U_SUCCESS(*status); within = table) {
    size_t length = strcspn(path, "/");
    snprintf(key, sizeof key, "%.*s", (int)length, path);
    table = ures_getByKey(within, key, table, status);
    if (!path[length]) break;
    path += length + 1;
  }
  return table;
}

cicu_list cicu_resources(const char *suffix, const char *locale, const char *table, int32_t with_root) {
  cicu_list list = {0};
  walk walk = {&list, {0}, {0}};
  char package[64], name[ULOC_FULLNAME_CAPACITY];
  const char *path = NULL;
  if (*suffix) {
    snprintf(package, sizeof package, "%s-%s", U_ICUDATA_NAME, suffix);
    path = package;
  }
  UResourceBundle *wanted = NULL;
  actual_name(path, locale, name);
  for (int step = 0; step < 8; step++) {
    int root = !strcmp(name, "root");
    if (root && !with_root) break;
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(path, name, &status);
    if (U_SUCCESS(status)) {
      wanted = table_at(bundle, table, wanted, &status);
      if (U_SUCCESS(status)) descend(&walk, wanted, 0, 0);
    } else {
      bundle = NULL;
    }
    if (!root) parent_name(bundle, name);
    ures_close(bundle);
    if (root) break;
  }
  ures_close(wanted);
  for (int i = 0; i < deepest; i++) ures_close(walk.levels[i]);
  return list;
}

cicu_list cicu_resource_file(const char *name, const char *table) {
  cicu_list list = {0};
  walk walk = {&list, {0}, {0}};
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *bundle = ures_openDirect(NULL, name, &status);
  UResourceBundle *wanted = U_SUCCESS(status) ? ures_getByKey(bundle, table, NULL, &status) : NULL;
  if (U_SUCCESS(status)) descend(&walk, wanted, 0, 0);
  else list_fail(&list);
  ures_close(wanted);
  ures_close(bundle);
  for (int i = 0; i < deepest; i++) ures_close(walk.levels[i]);
  return list;
}

cicu_list cicu_currencies_in_use(void) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  int32_t length = 0;
  for (const char *code; U_SUCCESS(status) && (code = uenum_next(codes, &length, &status));) {
    list_bytes(&list, code, (size_t)length);
    list_end(&list);
  }
  if (U_FAILURE(status)) list_fail(&list);
  uenum_close(codes);
  return list;
}

cicu_list cicu_locales(void) {
  cicu_list list = {0};
  for (int32_t i = 0, count = uloc_countAvailable(); i < count; i++) {
    const char *name = uloc_getAvailable(i);
    list_bytes(&list, name, strlen(name));
    list_end(&list);
  }
  return list;
}

cicu_list cicu_language_name(const char *language, const char *locale) {
  cicu_list list = {0};
  UErrorCode status = U_ZERO_ERROR;
  UChar name[256];
  int32_t length = uloc_getDisplayName(language, locale, name, 256, &status);
  if (U_SUCCESS(status)) list_utf16(&list, name, length);
  else list_fail(&list);
  list_end(&list);
  return list;
}
