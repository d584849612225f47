#include "cicu.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>

void cicu_class_table(uint8_t table[65536]) {
  for (int c = 0; c < 65536; c++) {
    uint8_t k = CICU_CLASS_OTHER;
    if (c >= 0x4E00 && c <= 0x9FFF) {
      k = CICU_CLASS_IDEOGRAPH;
    } else if (c >= 0xAC00 && c <= 0xD7A3) {
      k = CICU_CLASS_HANGUL;
    } else if (c >= 0xD800 && c <= 0xF8FF) {
      k = CICU_CLASS_OTHER;
    } else {
      switch (u_charType(c)) {
        case U_UPPERCASE_LETTER:
        case U_TITLECASE_LETTER: k = CICU_CLASS_UPPER; break;
        case U_LOWERCASE_LETTER:
        case U_MODIFIER_LETTER: k = CICU_CLASS_LETTER; break;
        case U_OTHER_LETTER: {
          UErrorCode e = U_ZERO_ERROR;
          UScriptCode s = uscript_getScript(c, &e);
          k = s == USCRIPT_HAN || s == USCRIPT_HIRAGANA || s == USCRIPT_KATAKANA ? CICU_CLASS_IDEOGRAPH
              : s == USCRIPT_HANGUL                                             ? CICU_CLASS_HANGUL
                                                                                : CICU_CLASS_LETTER;
          break;
        }
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK: k = CICU_CLASS_MARK; break;
        case U_FORMAT_CHAR: k = CICU_CLASS_MARK; break;
        case U_DECIMAL_DIGIT_NUMBER: k = (uint8_t)(CICU_CLASS_DIGIT + u_charDigitValue(c)); break;
        case U_SPACE_SEPARATOR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR: k = CICU_CLASS_SPACE; break;
        case U_CONTROL_CHAR: k = (c >= 9 && c <= 13) || c == 0x85 ? CICU_CLASS_SPACE : CICU_CLASS_OTHER; break;
        default: break;
      }
    }
    /* The prolonged sound mark is written within kana words; iteration marks stand for the sign before them. */
    if (c == 0x30FC || c == 0x3005 || c == 0x3006 || c == 0x3007) k = CICU_CLASS_IDEOGRAPH;
    table[c] = k;
  }
}
