#ifndef CSTEMMER_H
#define CSTEMMER_H
#include <stddef.h>
#include <stdint.h>

/* Snowball's stemmers. One object is for one thread at a time. */

/* A stemmer for an ISO 639 code or an English language name in lower case; NULL where Snowball has none. */
void *cstemmer_new(const char *language);
void cstemmer_free(void *stemmer);

/* The stem of a lower-case UTF-8 word; *stem is valid until the next call. Returns its length, or -1. */
int32_t cstemmer_stem(void *stemmer, const uint8_t *word, int32_t size, const uint8_t **stem);

#endif
