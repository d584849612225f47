#include "cxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/SAX2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  cxml_document *document;
  xmlParserCtxtPtr parser;
  size_t event_capacity, literal_capacity;
  int depth;
  /* The entity that was asked for last. */
  xmlEntity entity;
  xmlChar content[8];
} state;

static int grow(void **memory, size_t *capacity, size_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  size_t larger = *capacity ? *capacity : 256;
  while (larger < needed) larger *= 2;
  void *moved = realloc(*memory, larger * size);
  if (moved == NULL) return 0;
  *memory = moved;
  *capacity = larger;
  return 1;
}

static void stop(state *s) {
  s->document->out_of_memory = 1;
  xmlStopParser(s->parser);
}

static size_t keep(state *s, const xmlChar *text, size_t length) {
  cxml_document *d = s->document;
  if (!grow((void **)&d->literals, &s->literal_capacity, d->literals_length + length + 1, 1)) {
    stop(s);
    return 0;
  }
  if (length > 0) memcpy(d->literals + d->literals_length, text, length);
  size_t start = d->literals_length;
  d->literals_length += length;
  return start;
}

static void add(state *s, int32_t kind, const xmlChar *name, const xmlChar *value, size_t value_length) {
  cxml_document *d = s->document;
  if (d->out_of_memory) return;
  if (!grow((void **)&d->events, &s->event_capacity, d->count + 1, sizeof(cxml_event))) return stop(s);
  size_t name_length = name ? strlen((const char *)name) : 0;
  cxml_event event = {.kind = kind, .name_length = name_length, .value_length = value_length};
  event.name = keep(s, name, name_length);
  event.value = keep(s, value, value_length);
  if (!d->out_of_memory) d->events[d->count++] = event;
}

static void on_start(
  void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
  const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
  state *s = context;
  if (++s->depth > CXML_DEEPEST) {
    cxml_document *d = s->document;
    if (d->error_line == 0) {
      d->error_line = xmlSAX2GetLineNumber(s->parser);
      snprintf(d->error, sizeof d->error, "elements are nested deeper than %d", CXML_DEEPEST);
    }
    return xmlStopParser(s->parser);
  }
  add(s, CXML_START, name, uri, uri ? strlen((const char *)uri) : 0);
  /* Five pointers each: name, prefix, namespace, beginning and end of the value. */
  for (int i = 0; i < attribute_count; i++) {
    const xmlChar **a = attributes + 5 * i;
    add(s, CXML_ATTRIBUTE, a[0], a[3], (size_t)(a[4] - a[3]));
  }
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  state *s = context;
  s->depth--;
  add(s, CXML_END, name, NULL, 0);
}

static void on_text(void *context, const xmlChar *text, int length) {
  add(context, CXML_TEXT, NULL, text, (size_t)length);
}

/* What XML predefines, and what HTML does: feeds are full of &nbsp;, which nothing declares. */
static xmlEntityPtr on_entity(void *context, const xmlChar *name) {
  state *s = context;
  xmlEntityPtr predefined = xmlGetPredefinedEntity(name);
  if (predefined != NULL) return predefined;
  const htmlEntityDesc *known = htmlEntityLookup(name);
  if (known == NULL) return NULL;
  int length = xmlCopyChar(4, s->content, (int)known->value);
  s->content[length] = 0;
  memset(&s->entity, 0, sizeof s->entity);
  s->entity.type = XML_ENTITY_DECL;
  s->entity.name = (const xmlChar *)known->name;
  s->entity.content = s->content;
  s->entity.length = length;
  s->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  return &s->entity;
}

static void on_declaration(
  void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  state *s = context;
  s->document->is_refused = 1;
  xmlStopParser(s->parser);
}

static void on_error(void *context, xmlErrorPtr error) {
  state *s = context;
  cxml_document *d = s->document;
  if (error->level < XML_ERR_ERROR || d->error_line != 0 || d->is_refused) return;
  d->error_line = error->line > 0 ? error->line : 1;
  d->error_column = error->int2;
  if (error->message != NULL) {
    strncpy(d->error, error->message, sizeof d->error - 1);
    size_t length = strlen(d->error);
    while (length > 0 && (d->error[length - 1] == '\n' || d->error[length - 1] == ' ')) d->error[--length] = 0;
  }
}

cxml_document *cxml_parse(const uint8_t *text, size_t length) {
  cxml_document *document = calloc(1, sizeof *document);
  if (document == NULL) return NULL;
  if (length > INT32_MAX) {
    document->out_of_memory = 1;
    return document;
  }
  state s = {.document = document};
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_start;
  handler.endElementNs = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_text;
  handler.getEntity = on_entity;
  handler.entityDecl = on_declaration;
  handler.serror = (xmlStructuredErrorFunc)on_error;
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &s, NULL, 0, NULL);
  if (parser == NULL) {
    document->out_of_memory = 1;
    return document;
  }
  s.parser = parser;
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  size_t done = 0;
  while (done < length && !document->out_of_memory && !document->is_refused) {
    size_t part = length - done < (1 << 16) ? length - done : 1 << 16;
    xmlParseChunk(parser, (const char *)text + done, (int)part, 0);
    done += part;
  }
  xmlParseChunk(parser, NULL, 0, 1);
  xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
  return document;
}

void cxml_free(cxml_document *document) {
  if (document == NULL) return;
  free(document->events);
  free(document->literals);
  free(document);
}
