#ifndef CLANGUAGEID_H
#define CLANGUAGEID_H
/* The language of a text, by CLD2. */
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
  /* CLD2's own code: "fr", "zh-Hant", "iw", "un" where it does not know. */
  char code[16];
  /* How much of the text is in that language, 0-100. */
  int32_t percent;
  /* 1 where CLD2 holds that this language is clearly likelier than the next. */
  int32_t reliable;
  /* Bytes of letters that were looked at. */
  int32_t letters;
} clanguageid_result;

/* `text` must be valid UTF-8; at most 2^31-1 bytes of it are read. Safe to call from many threads. */
void clanguageid_detect(const uint8_t *text, size_t length, clanguageid_result *result);

#ifdef __cplusplus
}
#endif
#endif
