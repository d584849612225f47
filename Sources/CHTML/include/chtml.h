#ifndef CHTML_H
#define CHTML_H
/* HTML of any quality, by libxml2's SAX parser, as one flat list of events in the order of the text. One call a page.

   The library's own tree follows HTML 4, so its implied tags are left out here; end tags are those that the page has, also
   where the library takes them for misplaced. */
#include <stddef.h>
#include <stdint.h>

enum {
  CHTML_START = 0,
  CHTML_END,
  CHTML_TEXT
};

enum {
  /* Of a start tag: it ends in a slash. */
  CHTML_IS_EMPTY = 1,
  /* Of a text: it lies in the page byte by byte. Where not, its bytes stand for that stretch of the page. */
  CHTML_IS_COPY = 2
};

typedef struct {
  /* Of a tag: the first eight bytes of its name in lower case, the first one highest. */
  uint64_t name;
  /* Where it lies in the page: a start tag from its `<` to where its attributes end, an end tag whole. */
  uint32_t start, end;
  /* Of a text: its UTF-8 in `bytes`. */
  uint32_t text, text_length;
  /* Of a start tag, in `attributes`. */
  uint32_t attribute;
  uint16_t attribute_count;
  uint8_t kind;
  uint8_t flags;
} chtml_event;

typedef struct {
  /* As for tags. */
  uint64_t name;
  /* Its value in `bytes`, cut after CHTML_LONGEST_VALUE bytes. */
  uint32_t value, value_length;
} chtml_attribute;

enum { CHTML_LONGEST_VALUE = 4096, CHTML_MOST_ATTRIBUTES = 64 };

typedef struct {
  chtml_event *events;
  size_t count;
  chtml_attribute *attributes;
  size_t attribute_count;
  uint8_t *bytes;
  size_t byte_count;
} chtml_page;

/* Nothing is fetched, and no entities but those of HTML are resolved. Time and memory are linear in the length, whatever
   the page holds.

   - text: UTF-8, well-formed; a NUL is passed over.
   Returns NULL where memory runs out. To be freed with chtml_free. */
chtml_page *chtml_parse(const uint8_t *text, size_t length);
void chtml_free(chtml_page *page);

#endif
