#include "cstemmer.h"

#include <libstemmer.h>

void *cstemmer_new(const char *language) { return sb_stemmer_new(language, NULL); }

void cstemmer_free(void *stemmer) { sb_stemmer_delete(stemmer); }

int32_t cstemmer_stem(void *stemmer, const uint8_t *word, int32_t size, const uint8_t **stem) {
  *stem = sb_stemmer_stem(stemmer, word, size);
  return *stem ? sb_stemmer_length(stemmer) : -1;
}
