#ifndef CICU_H
#define CICU_H
/* The system's ICU behind opaque types: no header that Swift imports may include <unicode/...>, for Foundation
   brings an ICU module of its own and the two clash. Text goes in and comes out as UTF-8 or UTF-16 buffers. */
#include <stddef.h>
#include <stdint.h>

/* Strings that a shim hands out: UTF-8, each ended by a zero byte where `count` says how many there are; one text,
   not ended, where `count` is 0. The caller frees it. */
typedef struct {
  uint8_t *bytes;
  size_t length;
  size_t capacity;
  int32_t count;
  int32_t failed;
} cicu_list;

void cicu_list_free(cicu_list *list);

/* ---- characters (fold.c) */

/* Fills table[c] for every code point c below 65536 with the code point that c is matched as: case folded, without
   diacritics where these do not tell words apart, compatibility forms made plain; 0 where c is not seen at all
   (combining marks, soft hyphens, joiners). */
void cicu_fold_table(uint16_t table[65536]);

/* The same for one code point, also beyond 65535. */
uint32_t cicu_fold(uint32_t scalar);

/* The value of a decimal digit of any script (general category Nd), or -1. */
int32_t cicu_digit_value(uint32_t scalar);
/* What a code point is to a reader of words. Digits of every script carry their value: CICU_CLASS_DIGIT + 0…9. */
enum {
  CICU_CLASS_OTHER = 0,     /* punctuation, symbols */
  CICU_CLASS_SPACE = 1,
  CICU_CLASS_LETTER = 2,    /* of a script that parts its words with spaces */
  CICU_CLASS_UPPER = 3,     /* likewise, a capital */
  CICU_CLASS_MARK = 4,      /* combining and format characters: part of what they follow */
  CICU_CLASS_IDEOGRAPH = 5, /* Han and kana: words stand without spaces */
  CICU_CLASS_HANGUL = 6,
  CICU_CLASS_DIGIT = 16
};

/* Fills table[c] with the class of every code point c below 65536. */
void cicu_class_table(uint8_t table[65536]);

/* ---- boundaries (breaks.c): words or sentences of UAX #29. A breaker belongs to one thread, and `text` must stay
   until the last call of `next`. `next` fills `ends` with the next boundaries, as byte offsets, and returns how many;
   less than `capacity` is the end. `kinds`, where given: 0 spaces and punctuation, 1 number, 2 letters, 3 kana, 4 Han and
   dictionary words. */
typedef struct cicu_breaker cicu_breaker;
cicu_breaker *cicu_breaker_open(int32_t sentences, const char *locale);
void cicu_breaker_close(cicu_breaker *breaker);
int32_t cicu_breaker_start(cicu_breaker *breaker, const uint8_t *text, size_t length);
int32_t cicu_breaker_next(cicu_breaker *breaker, int32_t *ends, int32_t *kinds, int32_t capacity);

/* How many pieces UAX #29 cuts a text into, walked by ICU alone (walk.c); below 0 where ICU refuses it. */
int64_t cicu_walk_words_utf16(const char *locale, const uint16_t *text, size_t length);
int64_t cicu_walk_words_utf8(const char *locale, const uint8_t *text, size_t length);

/* ---- numbers (numbers.c) */

/* decimal, grouping, minus, plus, percent, per mille, first group, next groups, numbering system, its digits */
cicu_list cicu_number_symbols(const char *locale);

/* Rule-based number formats: spelled out, or (ordinals) with the signs of an ordinal. One thread each. */
typedef struct cicu_speller cicu_speller;
cicu_speller *cicu_speller_open(int32_t ordinals, const char *locale);
void cicu_speller_close(cicu_speller *speller);
cicu_list cicu_speller_rule_sets(cicu_speller *speller);
/* A string a number, empty where ICU refuses it. */
cicu_list cicu_speller_integers(cicu_speller *speller, const char *rule_set, const int64_t *numbers, size_t count);
cicu_list cicu_speller_decimal(cicu_speller *speller, const char *rule_set, double number);

/* Immutable: may be used from every thread. */
typedef struct cicu_number_format cicu_number_format;
cicu_number_format *cicu_number_format_open(const char *locale, int32_t decimals, int32_t grouped);
void cicu_number_format_close(cicu_number_format *format);
cicu_list cicu_number_format_double(const cicu_number_format *format, double number);

/* ---- dates (dates.c) */

/* The short date pattern, then groups, each its size and its strings: months, stand-alone months, both short;
   weekdays in the same four shapes (first an empty one, then from Sunday); eras, long eras; am and pm; quarters, short
   quarters. The locale names the calendar: fr@calendar=persian. */
cicu_list cicu_date_symbols(const char *locale);

/* A day as the locale writes it: 0 full, 1 long, 2 medium, 3 short; nothing where it cannot. */
cicu_list cicu_format_day(const char *locale, int32_t style, int64_t day);

/* One thread each. Days count from 1970-01-01, months from 1; an era below 0 is the calendar's present one.
   Fields: era, year, month, day. Both return 0 where there is no such day. */
typedef struct cicu_calendar cicu_calendar;
cicu_calendar *cicu_calendar_open(const char *locale);
void cicu_calendar_close(cicu_calendar *calendar);
int32_t cicu_calendar_day(
  cicu_calendar *calendar, int32_t era, int32_t year, int32_t month, int32_t day, int64_t *out);
int32_t cicu_calendar_fields(cicu_calendar *calendar, int64_t day, int32_t fields[4]);

/* ---- text (text.c) */

typedef struct cicu_transliterator cicu_transliterator;
cicu_transliterator *cicu_transliterator_open(const char *id);
void cicu_transliterator_close(cicu_transliterator *transliterator);
cicu_list cicu_transliterate(cicu_transliterator *transliterator, const uint8_t *text, size_t length);

/* 0 NFC, 1 NFKC, 2 NFKC_Casefold, 3 NFD */
cicu_list cicu_normalize(int32_t form, const uint8_t *text, size_t length);

/* Strength: 0 letters only, 1 and diacritics, 2 and case; below 0 the locale's own. */
typedef struct cicu_collator cicu_collator;
cicu_collator *cicu_collator_open(const char *locale, int32_t strength);
void cicu_collator_close(cicu_collator *collator);
int32_t cicu_collate(
  const cicu_collator *collator, const uint8_t *a, size_t a_length, const uint8_t *b, size_t b_length);
/* Bytes, not text. */
cicu_list cicu_sort_key(const cicu_collator *collator, const uint8_t *text, size_t length);

/* ---- charsets (charsets.c) */

/* The text in UTF-8; what begins no character becomes U+FFFD, is counted, and the UTF-8 offset of the first of these is
   told. Fails for a charset that ICU does not know. */
cicu_list cicu_charset_decode(
  const char *charset, const uint8_t *bytes, size_t length, int64_t *faults, int64_t *first_fault);
int32_t cicu_charset_exists(const char *charset);

/* What ICU's detector takes the bytes for: name and confidence (0-100) in turns, the best first. */
cicu_list cicu_charset_guesses(const uint8_t *bytes, size_t length);

/* The letters that a language is written with (CLDR's main exemplars), small and capital, one after the other. */
cicu_list cicu_exemplars(const char *locale);

/* ---- data (resources.c) */

/* All strings under a table of a locale's resource bundle, path and value in turns, keys joined by '/', as in `table`; the locale's
   own first, then what it inherits, bundle after bundle, root too if asked for. `suffix` names the package: "unit",
   "curr", "region", "brkitr", or "" for the main one. */
cicu_list cicu_resources(const char *suffix, const char *locale, const char *table, int32_t with_root);
/* The same for a bundle that belongs to no locale, such as "units". */
cicu_list cicu_resource_file(const char *name, const char *table);
cicu_list cicu_currencies_in_use(void);
cicu_list cicu_locales(void);
cicu_list cicu_language_name(const char *language, const char *locale);

#endif
