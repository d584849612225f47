#include "clanguageid.h"

#include <cstdio>  // CLD2 names FILE without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <cstring>

void clanguageid_detect(const uint8_t *text, size_t length, clanguageid_result *result) {
  std::memset(result, 0, sizeof *result);
  std::strncpy(result->code, "un", sizeof result->code - 1);
  if (length == 0) return;
  if (length > 0x7fffffff) length = 0x7fffffff;
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int bytes = 0;
  bool reliable = false;
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language best = CLD2::ExtDetectLanguageSummary(
      reinterpret_cast<const char *>(text), static_cast<int>(length), true, &hints, 0, languages, percents, scores,
      nullptr, &bytes, &reliable);
  std::strncpy(result->code, CLD2::LanguageCode(best), sizeof result->code - 1);
  result->percent = percents[0];
  result->reliable = reliable ? 1 : 0;
  result->letters = bytes;
}
