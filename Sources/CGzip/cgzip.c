#include "cgzip.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct cgzip {
  z_stream stream;
  int32_t is_open;   /* inside a member */
  int32_t has_ended; /* at least one member was read to its end */
};

cgzip *cgzip_open(void) {
  cgzip *handle = calloc(1, sizeof *handle);
  if (!handle) return NULL;
  /* 16 more than the window's bits: gzip alone, no zlib and no bare deflate. */
  if (inflateInit2(&handle->stream, 15 + 16) == Z_OK) return handle;
  free(handle);
  return NULL;
}

void cgzip_close(cgzip *handle) {
  if (!handle) return;
  inflateEnd(&handle->stream);
  free(handle);
}

int32_t cgzip_is_complete(const cgzip *handle) { return !handle->is_open && handle->has_ended; }

int32_t cgzip_inflate(
  cgzip *handle, const uint8_t *in, size_t in_length, size_t *taken, uint8_t *out, size_t out_length, size_t *put) {
  z_stream *stream = &handle->stream;
  *taken = *put = 0;
  for (;;) {
    size_t in_left = in_length - *taken, out_left = out_length - *put;
    if (in_left == 0 && !handle->is_open) return CGZIP_OK;
    if (out_left == 0) return CGZIP_OK;
    if (!handle->is_open) {
      if (handle->has_ended && in[*taken] != 0x1F) return CGZIP_TRAILING;
      handle->is_open = 1;
    }
    uInt in_now = in_left > INT_MAX ? INT_MAX : (uInt)in_left;
    uInt out_now = out_left > INT_MAX ? INT_MAX : (uInt)out_left;
    stream->next_in = (Bytef *)(in + *taken);
    stream->avail_in = in_now;
    stream->next_out = out + *put;
    stream->avail_out = out_now;
    uLong total = stream->total_out;
    int status = inflate(stream, Z_NO_FLUSH);
    *taken += in_now - stream->avail_in;
    *put += out_now - stream->avail_out;
    switch (status) {
    case Z_OK: break;
    case Z_STREAM_END:
      handle->is_open = 0;
      handle->has_ended = 1;
      if (inflateReset(stream) != Z_OK) return CGZIP_DAMAGED;
      break;
    case Z_BUF_ERROR: return CGZIP_OK;
    case Z_MEM_ERROR: return CGZIP_NO_MEMORY;
    default:
      /* A header that is none, after a whole member: not a damaged text but something else behind it. */
      if (handle->has_ended && total == 0 && stream->total_out == 0) {
        handle->is_open = 0;
        return CGZIP_TRAILING;
      }
      return CGZIP_DAMAGED;
    }
  }
}
