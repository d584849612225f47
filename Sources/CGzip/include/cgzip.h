#ifndef CGZIP_H
#define CGZIP_H
/* Unpacks gzip (RFC 1952) by zlib, piece by piece; several members in a row are one text. */
#include <stddef.h>
#include <stdint.h>

enum {
  CGZIP_OK = 0,       /* goes on: with more input, or with room for more output */
  CGZIP_TRAILING = 1, /* the last member has ended, and what follows is no other one */
  CGZIP_DAMAGED = 2,
  CGZIP_NO_MEMORY = 3
};

typedef struct cgzip cgzip;

/* NULL where memory runs out. To be closed. One thread at a time. */
cgzip *cgzip_open(void);
void cgzip_close(cgzip *handle);

/* Takes bytes from `in` and puts what they hold into `out`, as far as both reach; says how many it took and put. */
int32_t cgzip_inflate(
  cgzip *handle, const uint8_t *in, size_t in_length, size_t *taken, uint8_t *out, size_t out_length, size_t *put);

/* Whether the input may end here: a member has ended, and no other one has begun. */
int32_t cgzip_is_complete(const cgzip *handle);

#endif
