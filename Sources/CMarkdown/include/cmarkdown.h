#ifndef CMARKDOWN_H
#define CMARKDOWN_H
/* CommonMark with GitHub's tables, by libcmark-gfm, as one flat list of nodes in reading order. One call a document. */
#include <stddef.h>
#include <stdint.h>

enum {
  CMARKDOWN_OTHER = 0,
  CMARKDOWN_QUOTE,
  CMARKDOWN_LIST,      /* number: of its only item, where that is above 1 */
  CMARKDOWN_ITEM,
  CMARKDOWN_PARAGRAPH,
  CMARKDOWN_HEADING,   /* number: its level, 1-6 */
  CMARKDOWN_CODE_BLOCK,
  CMARKDOWN_HTML_BLOCK,
  CMARKDOWN_TABLE,
  CMARKDOWN_ROW,       /* number: 1 for the header row */
  CMARKDOWN_CELL,
  CMARKDOWN_TEXT,
  CMARKDOWN_CODE,
  CMARKDOWN_HTML,
  CMARKDOWN_SOFT_BREAK,
  CMARKDOWN_LINE_BREAK,
  CMARKDOWN_LINK,
  CMARKDOWN_IMAGE
};

typedef struct {
  int32_t kind;
  /* 1 where the walk leaves a node that has children, else 0. */
  int32_t leaves;
  int32_t number;
  /* From 1, in lines and bytes, as the library gives them: a hint only, for it does not count the marks and the
     indentation before continued lines. */
  int32_t start_line, start_column, end_line, end_column;
  /* Where its text lies in `literals`. */
  size_t literal, literal_length;
} cmarkdown_node;

typedef struct {
  cmarkdown_node *nodes;
  size_t count;
  /* NULL where there are none. */
  uint8_t *literals;
  size_t literals_length;
} cmarkdown_document;

/* NULL where memory runs out. To be freed with cmarkdown_free. */
cmarkdown_document *cmarkdown_parse(const uint8_t *text, size_t length);
void cmarkdown_free(cmarkdown_document *document);

#endif
