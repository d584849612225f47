#ifndef CXML_H
#define CXML_H
/* XML with namespaces, by libxml2's SAX parser, as one flat list of events in the order of the text. One call a
   document. Nothing is fetched, no DTD is loaded, and a document that declares entities is refused. */
#include <stddef.h>
#include <stdint.h>

enum {
  CXML_START = 0, /* name: the local name; value: its namespace */
  CXML_ATTRIBUTE, /* of the element that has just started; name, value */
  CXML_END, /* name */
  CXML_TEXT       /* value: the text; an entity or a character reference is a text of its own */
};

/* Deeper nesting ends the parsing. */
enum { CXML_DEEPEST = 256 };

typedef struct {
  int32_t kind;
  /* Where they lie in `literals`. */
  size_t name, name_length, value, value_length;
} cxml_event;

typedef struct {
  cxml_event *events;
  size_t count;
  uint8_t *literals;
  size_t literals_length;
  /* The first error that ended the parsing, by its line; 0 where there is none. What stands before is in the list. */
  int32_t error_line;
  int32_t error_column;
  char error[256];
  /* It declares entities. */
  int32_t is_refused;
  int32_t out_of_memory;
} cxml_document;

/* UTF-8, whatever the declaration says. To be freed with cxml_free. */
cxml_document *cxml_parse(const uint8_t *text, size_t length);
void cxml_free(cxml_document *document);

#endif
