#include "cicu.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

static int in(UChar32 c, UChar32 low, UChar32 high) { return c >= low && c <= high; }

/* Marks that only colour the letter before them, and characters that nobody sees. */
static int is_unseen(UChar32 c) {
  if (c < 0x300) return c == 0xAD;
  return in(c, 0x300, 0x36F) || in(c, 0x483, 0x489) ||
         /* Hebrew points and accents, but not maqaf, paseq, sof pasuq and nun hafukha */
         (in(c, 0x591, 0x5C7) && c != 0x5BE && c != 0x5C0 && c != 0x5C3 && c != 0x5C6) ||
         /* Arabic vowel signs, Quranic marks, tatweel, the Arabic letter mark */
         in(c, 0x610, 0x61A) || c == 0x61C || c == 0x640 || in(c, 0x64B, 0x65F) || c == 0x670 ||
         in(c, 0x6D6, 0x6DC) || in(c, 0x6DF, 0x6E8) || in(c, 0x6EA, 0x6ED) || in(c, 0x8D3, 0x8FF) ||
         /* nukta: Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Kannada */
         c == 0x93C || c == 0x9BC || c == 0xA3C || c == 0xABC || c == 0xB3C || c == 0xCBC ||
         in(c, 0x180B, 0x180F) || in(c, 0x1AB0, 0x1AFF) || in(c, 0x1DC0, 0x1DFF) || in(c, 0x200B, 0x200F) ||
         in(c, 0x202A, 0x202E) || in(c, 0x2060, 0x2064) || in(c, 0x2066, 0x206F) || in(c, 0x20D0, 0x20F0) ||
         in(c, 0xFE00, 0xFE0F) || in(c, 0xFE20, 0xFE2F) || c == 0xFEFF || in(c, 0xE0000, 0xE01EF);
}

static int is_nukta(UChar32 c) {
  return c == 0x93C || c == 0x9BC || c == 0xA3C || c == 0xABC || c == 0xB3C || c == 0xCBC;
}

/* Letters and signs that Unicode does not decompose, or not in the way that a reader takes them. */
static UChar32 replaced(UChar32 c) {
  switch (c) {
  case 0xA0: case 0x1680: case 0x202F: case 0x205F: case 0x3000: return ' ';
  case '`': case 0xB4: case 0x2BB: case 0x2BC: case 0x2BD: case 0x2018: case 0x2019: case 0x201B: return '\'';
  case 0x2010: case 0x2011: return '-';
  case 0x130: case 0x131: return 'i';
  case 0xDF: case 0x1E9E: return 's';
  case 0xD8: case 0xF8: return 'o';
  case 0x110: case 0x111: return 'd';
  case 0x126: case 0x127: return 'h';
  case 0x13F: case 0x140: case 0x141: case 0x142: return 'l';
  case 0x149: return 'n';
  case 0x166: case 0x167: return 't';
  case 0x401: case 0x451: case 0x400: case 0x450: return 0x435; /* Ё and the stressed ѐ */
  case 0x40D: case 0x45D: return 0x438;
  case 0x622: case 0x623: case 0x625: case 0x671: case 0x672: case 0x673: case 0x675: return 0x627; /* alef */
  case 0x649: case 0x6CC: return 0x64A; /* alef maqsura, Farsi yeh */
  case 0x6A9: case 0x6AA: return 0x643; /* keheh */
  case 0x629: case 0x6C0: case 0x6C1: case 0x6C2: case 0x6C3: return 0x647; /* teh marbuta, heh goal */
  default: return in(c, 0x2000, 0x200A) ? ' ' : c;
  }
}

/* Blocks that are made of compatibility forms of other characters. */
static int is_compatibility(UChar32 c) {
  return in(c, 0x2F00, 0x2FD5) || in(c, 0xF900, 0xFAFF) || in(c, 0xFB1D, 0xFDFF) || in(c, 0xFE30, 0xFEFC) ||
         in(c, 0xFF01, 0xFF9D) || in(c, 0xFFE0, 0xFFE6) || in(c, 0x1D400, 0x1D7FF) || in(c, 0x2F800, 0x2FA1F);
}

/* Blocks with letters that carry their diacritics, of the scripts where these are stripped. */
static int may_decompose(UChar32 c) {
  return in(c, 0xC0, 0x24F) || in(c, 0x370, 0x3FF) || in(c, 0x928, 0x95F) || in(c, 0x9DC, 0x9DF) ||
         in(c, 0xA33, 0xA5E) || in(c, 0xB5C, 0xB5D) || in(c, 0x1E00, 0x1FFF) || in(c, 0x212A, 0x212B);
}

static int is_stripped_base(UChar32 c) {
  return (c < 0x2B0 || in(c, 0x370, 0x3FF)) && (u_isalpha(c) || c == ';' || c == 0xB7 || c == '`');
}

static UChar32 fold(UChar32 c, const UNormalizer2 *canonical, const UNormalizer2 *compatible) {
  if (c < 0x80) return c == '`' ? '\'' : c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (is_unseen(c)) return 0;
  int compatibility = is_compatibility(c);
  if (compatibility || may_decompose(c)) {
    UErrorCode status = U_ZERO_ERROR;
    UChar pieces[20];
    int32_t length = unorm2_getDecomposition(compatibility ? compatible : canonical, c, pieces, 20, &status);
    if (U_SUCCESS(status) && length > 0) {
      UChar32 first, second = 0;
      int32_t at = 0;
      U16_NEXT(pieces, at, length, first);
      int single = at == length;
      if (!single) U16_NEXT(pieces, at, length, second);
      if (single || is_stripped_base(first) || is_nukta(second) || (compatibility && is_unseen(second))) c = first;
      if (is_unseen(c)) return 0;
    }
  }
  c = replaced(c);
  return c ? replaced(u_foldCase(c, U_FOLD_CASE_DEFAULT)) : 0;
}

void cicu_fold_table(uint16_t table[65536]) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *canonical = unorm2_getNFDInstance(&status);
  const UNormalizer2 *compatible = unorm2_getNFKDInstance(&status);
  int usable = U_SUCCESS(status);
  for (UChar32 c = 0; c < 0x10000; c++) {
    /* Han, Yi, Hangul, surrogates and private use stand as they are. */
    int as_is = !usable || in(c, 0x3001, 0xA4FF) || in(c, 0xAC00, 0xF8FF);
    table[c] = (uint16_t)(as_is ? c : fold(c, canonical, compatible));
  }
}

uint32_t cicu_fold(uint32_t scalar) {
  if (scalar > 0x10FFFF) return scalar;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *canonical = unorm2_getNFDInstance(&status);
  const UNormalizer2 *compatible = unorm2_getNFKDInstance(&status);
  return U_SUCCESS(status) ? (uint32_t)fold((UChar32)scalar, canonical, compatible) : scalar;
}

int32_t cicu_digit_value(uint32_t scalar) {
  return scalar > 0x10FFFF ? -1 : u_charDigitValue((UChar32)scalar);
}
