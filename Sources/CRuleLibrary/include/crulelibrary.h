#ifndef CRULELIBRARY_H
#define CRULELIBRARY_H
#include <stddef.h>
#include <stdint.h>

/* All files of the library, one after the other, each ended by a zero byte. */
const uint8_t *crulelibrary_all(size_t *size);

#endif
