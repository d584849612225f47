#include "cmarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  cmarkdown_document *document;
  size_t room, literal_room;
} builder;

static pthread_once_t registered = PTHREAD_ONCE_INIT;

static int32_t kind_of(cmark_node *node) {
  switch (cmark_node_get_type(node)) {
  case CMARK_NODE_BLOCK_QUOTE: return CMARKDOWN_QUOTE;
  case CMARK_NODE_LIST: return CMARKDOWN_LIST;
  case CMARK_NODE_ITEM: return CMARKDOWN_ITEM;
  case CMARK_NODE_PARAGRAPH: return CMARKDOWN_PARAGRAPH;
  case CMARK_NODE_HEADING: return CMARKDOWN_HEADING;
  case CMARK_NODE_CODE_BLOCK: return CMARKDOWN_CODE_BLOCK;
  case CMARK_NODE_HTML_BLOCK: return CMARKDOWN_HTML_BLOCK;
  case CMARK_NODE_TEXT: return CMARKDOWN_TEXT;
  case CMARK_NODE_CODE: return CMARKDOWN_CODE;
  case CMARK_NODE_HTML_INLINE: return CMARKDOWN_HTML;
  case CMARK_NODE_SOFTBREAK: return CMARKDOWN_SOFT_BREAK;
  case CMARK_NODE_LINEBREAK: return CMARKDOWN_LINE_BREAK;
  case CMARK_NODE_LINK: return CMARKDOWN_LINK;
  case CMARK_NODE_IMAGE: return CMARKDOWN_IMAGE;
  default: break;
  }
  /* The node types of an extension have numbers only once it is registered; their names stay. */
  const char *name = cmark_node_get_type_string(node);
  if (!name) return CMARKDOWN_OTHER;
  if (strcmp(name, "table") == 0) return CMARKDOWN_TABLE;
  if (strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0) return CMARKDOWN_ROW;
  if (strcmp(name, "table_cell") == 0) return CMARKDOWN_CELL;
  return CMARKDOWN_OTHER;
}

static int add(builder *b, cmark_node *node, int leaves) {
  cmarkdown_document *document = b->document;
  if (document->count == b->room) {
    size_t room = b->room ? b->room * 2 : 256;
    cmarkdown_node *nodes = realloc(document->nodes, room * sizeof *nodes);
    if (!nodes) return 0;
    document->nodes = nodes;
    b->room = room;
  }
  cmarkdown_node *out = &document->nodes[document->count];
  memset(out, 0, sizeof *out);
  out->kind = kind_of(node);
  out->leaves = leaves;
  if (out->kind == CMARKDOWN_HEADING) out->number = cmark_node_get_heading_level(node);
  if (out->kind == CMARKDOWN_LIST && cmark_node_get_list_type(node) == CMARK_ORDERED_LIST &&
      cmark_node_get_list_start(node) > 1 && cmark_node_first_child(node) == cmark_node_last_child(node))
    out->number = cmark_node_get_list_start(node);
  if (out->kind == CMARKDOWN_ROW) out->number = cmark_gfm_extensions_get_table_row_is_header(node);
  out->start_line = cmark_node_get_start_line(node);
  out->start_column = cmark_node_get_start_column(node);
  out->end_line = cmark_node_get_end_line(node);
  out->end_column = cmark_node_get_end_column(node);
  if (out->kind == CMARKDOWN_TEXT || out->kind == CMARKDOWN_CODE || out->kind == CMARKDOWN_HTML) {
    const char *literal = cmark_node_get_literal(node);
    size_t length = literal ? strlen(literal) : 0;
    if (document->literals_length + length > b->literal_room) {
      size_t room = (document->literals_length + length) * 2;
      uint8_t *literals = realloc(document->literals, room);
      if (!literals) return 0;
      document->literals = literals;
      b->literal_room = room;
    }
    if (length) memcpy(document->literals + document->literals_length, literal, length);
    out->literal = document->literals_length;
    out->literal_length = length;
    document->literals_length += length;
  }
  document->count += 1;
  return 1;
}

cmarkdown_document *cmarkdown_parse(const uint8_t *text, size_t length) {
  /* Registering is the library's only global state and not safe in threads. */
  pthread_once(&registered, cmark_gfm_core_extensions_ensure_registered);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES);
  if (!parser) return NULL;
  cmark_syntax_extension *table = cmark_find_syntax_extension("table");
  if (table) cmark_parser_attach_syntax_extension(parser, table);
  cmark_parser_feed(parser, (const char *)text, length);
  cmark_node *root = cmark_parser_finish(parser);
  builder b = {calloc(1, sizeof(cmarkdown_document)), 0, 0};
  int sound = root && b.document;
  if (sound) {
    cmark_iter *walk = cmark_iter_new(root);
    cmark_event_type event;
    while (sound && (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE)
      sound = add(&b, cmark_iter_get_node(walk), event == CMARK_EVENT_EXIT);
    cmark_iter_free(walk);
  }
  if (root) cmark_node_free(root);
  cmark_parser_free(parser);
  if (!sound) {
    cmarkdown_free(b.document);
    return NULL;
  }
  return b.document;
}

void cmarkdown_free(cmarkdown_document *document) {
  if (!document) return;
  free(document->nodes);
  free(document->literals);
  free(document);
}
