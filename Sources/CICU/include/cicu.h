#ifndef CICU_H
#define CICU_H
/* The system's ICU behind opaque types: no header that Swift imports may include <unicode/...>, for Foundation
   brings an ICU module of its own and the two clash. Text goes in and comes out as UTF-8 or UTF-16 buffers. */
#include <stddef.h>
#include <stdint.h>

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

#endif
