#ifndef CLANGUAGEDATA_H
#define CLANGUAGEDATA_H
#include <stddef.h>
#include <stdint.h>

/* All language files, one after the other, each ended by a zero byte. */
const uint8_t *clanguagedata_all(size_t *size);

#endif
