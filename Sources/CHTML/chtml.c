#include "chtml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* The library keeps the names of all open elements and walks them for each end tag: deeper ones are forgotten, so that
   no page makes it slow. */
enum { DEEPEST = 256, MOST_SEEN_ATTRIBUTES = 512 };

typedef struct {
  chtml_page *page;
  size_t room, attribute_room, byte_room;
  htmlParserCtxtPtr parser;
  /* The page as the parser sees it. */
  const uint8_t *source;
  size_t length;
  /* How far the events reach. */
  size_t at;
  int failed;
} builder;

static pthread_once_t initialised = PTHREAD_ONCE_INIT;

static int is_letter(uint8_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
static int is_blank(uint8_t c) { return c == ' ' || (c >= 9 && c <= 13); }

/* What the library drops. */
static int is_control(uint8_t c) { return (c < 0x20 && !is_blank(c)) || c == 0x7F; }

static int is_name(uint8_t c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

static uint64_t packed(const uint8_t *name, size_t length) {
  uint64_t result = 0;
  for (size_t i = 0; i < 8; i++) {
    uint8_t c = i < length ? name[i] : 0;
    if (c >= 'A' && c <= 'Z') c |= 0x20;
    result = result << 8 | c;
  }
  return result;
}

static void *grown(builder *b, void *list, size_t *room, size_t needed, size_t size) {
  if (b->failed || needed <= *room) return list;
  size_t more = *room ? *room * 2 : 256;
  while (more < needed) more *= 2;
  void *result = realloc(list, more * size);
  if (!result) {
    b->failed = 1;
    return list;
  }
  *room = more;
  return result;
}

static chtml_event *add(builder *b, int kind, size_t start, size_t end) {
  chtml_page *page = b->page;
  page->events = grown(b, page->events, &b->room, page->count + 1, sizeof *page->events);
  if (b->failed) return NULL;
  chtml_event *event = &page->events[page->count++];
  memset(event, 0, sizeof *event);
  event->kind = (uint8_t)kind;
  event->start = (uint32_t)start;
  event->end = (uint32_t)end;
  return event;
}

static size_t add_bytes(builder *b, const uint8_t *bytes, size_t length) {
  chtml_page *page = b->page;
  page->bytes = grown(b, page->bytes, &b->byte_room, page->byte_count + length, 1);
  if (b->failed) return 0;
  if (length) memcpy(page->bytes + page->byte_count, bytes, length);
  page->byte_count += length;
  return page->byte_count - length;
}

/* How far the parser has read. It counts in the page's own bytes, for it is told that they are UTF-8 already. */
static size_t reached(const builder *b) {
  const xmlParserInput *input = b->parser->input;
  if (!input || !input->cur || !input->base) return b->at;
  size_t place = (size_t)input->consumed + (size_t)(input->cur - input->base);
  return place < b->length ? place : b->length;
}

/* The offset of the `>` that ends the tag at `i`, or `end`. */
static size_t tag_end(const uint8_t *source, size_t i, size_t end) {
  uint8_t quote = 0;
  int after_equals = 0;
  for (; i < end; i++) {
    uint8_t c = source[i];
    if (quote) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i;
    } else if (after_equals && (c == '"' || c == '\'')) {
      quote = c;
      after_equals = 0;
    } else if (c == '=') {
      after_equals = 1;
    } else if (!is_blank(c)) {
      after_equals = 0;
    }
  }
  return end;
}

/* Where the comment, declaration or instruction at `i` ends. */
static size_t markup_end(const uint8_t *s, size_t i, size_t end) {
  if (i + 4 <= end && s[i + 1] == '!' && s[i + 2] == '-' && s[i + 3] == '-') {
    for (i += 6; i < end; i++)
      if (s[i] == '>' && s[i - 1] == '-' && s[i - 2] == '-') return i + 1;
    return end;
  }
  while (i < end && s[i] != '>') i++;
  return i < end ? i + 1 : end;
}

/* Passes over the markup between `b->at` and `end`, and notes the end tags in it where `notes`. Stops at the first text
   unless `passes_text`. Returns where it stops: `end`, or the `<` of a start tag that is not over there. */
static size_t pass(builder *b, size_t end, int passes_text, int notes) {
  const uint8_t *s = b->source;
  size_t i = b->at;
  while (i < end) {
    if (s[i] != '<' || i + 1 >= end) {
      /* The rest of the tag that was reported last. */
      if (s[i] == '>' || s[i] == '/' || is_control(s[i]) || passes_text) {
        i++;
        continue;
      }
      return i;
    }
    uint8_t next = s[i + 1];
    if (next == '/' && i + 2 < end && is_letter(s[i + 2])) {
      size_t name = i + 2, after = name;
      while (after < end && is_name(s[after])) after++;
      size_t close = after;
      while (close < end && s[close] != '>') close++;
      if (close < end) close++;
      chtml_event *event = notes ? add(b, CHTML_END, i, close) : NULL;
      if (event) event->name = packed(s + name, after - name);
      i = close;
    } else if (is_letter(next)) {
      size_t close = tag_end(s, i + 1, end);
      if (close >= end) return i;
      i = close + 1;
    } else if (next == '!' || next == '?') {
      i = markup_end(s, i, end);
    } else if (passes_text) {
      i++;
    } else {
      return i;
    }
  }
  return end;
}

/* Drops an open element from the library's list: its names are kept by the library, so nothing is freed. */
static void forget(htmlParserCtxtPtr parser) {
  if (parser->nameNr <= DEEPEST) return;
  parser->nameTab[parser->nameNr - 2] = parser->nameTab[parser->nameNr - 1];
  parser->nameNr--;
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  builder *b = context;
  if (b->failed) return;
  size_t here = reached(b);
  size_t length = strlen((const char *)name);
  size_t tag = pass(b, here, 1, 0);
  if (tag + 1 + length > here || packed(b->source + tag + 1, length) != packed(name, length)) {
    /* The library has made it up; what it was made up for is still to come. */
    forget(b->parser);
    return;
  }
  pass(b, here, 1, 1);
  chtml_event *event = add(b, CHTML_START, tag, here);
  if (!event) return;
  b->at = here;
  event->name = packed(name, length);
  if (here + 1 < b->length && b->source[here] == '/' && b->source[here + 1] == '>') event->flags |= CHTML_IS_EMPTY;
  size_t at = b->page->count - 1;
  chtml_page *page = b->page;
  size_t first = page->attribute_count;
  for (int i = 0; attributes && attributes[i] && page->attribute_count - first < CHTML_MOST_ATTRIBUTES; i += 2) {
    const uint8_t *value = attributes[i + 1] ? attributes[i + 1] : (const uint8_t *)"";
    size_t count = strnlen((const char *)value, CHTML_LONGEST_VALUE + 1);
    if (count > CHTML_LONGEST_VALUE) {
      count = CHTML_LONGEST_VALUE;
      while (count && (value[count] & 0xC0) == 0x80) count--;
    }
    page->attributes =
        grown(b, page->attributes, &b->attribute_room, page->attribute_count + 1, sizeof *page->attributes);
    size_t bytes = add_bytes(b, value, count);
    if (b->failed) return;
    chtml_attribute *out = &page->attributes[page->attribute_count++];
    out->name = packed(attributes[i], strlen((const char *)attributes[i]));
    out->value = (uint32_t)bytes;
    out->value_length = (uint32_t)count;
  }
  page->events[at].attribute = (uint32_t)first;
  page->events[at].attribute_count = (uint16_t)(page->attribute_count - first);
  forget(b->parser);
}

static void add_text(builder *b, size_t start, size_t end, const uint8_t *text, size_t length) {
  chtml_event *event = add(b, CHTML_TEXT, start, end);
  if (!event) return;
  int is_copy = end - start == length && memcmp(b->source + start, text, length) == 0;
  size_t bytes = add_bytes(b, text, length);
  if (b->failed) return;
  event = &b->page->events[b->page->count - 1];
  event->text = (uint32_t)bytes;
  event->text_length = (uint32_t)length;
  if (is_copy) event->flags |= CHTML_IS_COPY;
  b->at = end;
}

/* Lays a text against the page from `i` on, over what the library drops: control characters, and the CR of CR LF. */
static int lies_at(const builder *b, size_t i, size_t end, const uint8_t *text, size_t length) {
  size_t k = 0;
  while (k < length) {
    if (i >= end) return 0;
    uint8_t c = b->source[i];
    if (c != text[k]) {
      if (!is_control(c) && !(c == '\r' && text[k] == '\n')) return 0;
      i++;
      continue;
    }
    i++;
    k++;
  }
  return 1;
}

static void add_pieces(builder *b, size_t i, const uint8_t *text, size_t length) {
  size_t k = 0;
  while (k < length) {
    size_t from = k, start = i;
    while (k < length && i < b->length && b->source[i] == text[k]) {
      i++;
      k++;
    }
    if (k > from) add_text(b, start, i, text + from, k - from);
    if (k < length) i++;
    if (i > b->length) return;
  }
}

/* A script or a style: no markup but its own end lies in it. */
static void on_raw(void *context, const xmlChar *text, int count) {
  builder *b = context;
  if (b->failed || count <= 0) return;
  size_t here = reached(b), length = (size_t)count;
  if (here >= length + b->at && memcmp(b->source + here - length, text, length) == 0) {
    pass(b, here - length, 1, 1);
    add_text(b, here - length, here, text, length);
  } else if (here > b->at) {
    b->at = here;
  }
}

/* Whether the library has resolved the reference that begins here; one that it does not know it gives as it stands, the
   ampersand first. */
static int is_reference(const uint8_t *source, size_t count, const uint8_t *text, size_t length) {
  if (length != 1 || text[0] != '&') return 1;
  return source[1] == '#' || (count >= 4 && memcmp(source + 1, "amp", 3) == 0);
}

/* What Windows-1252 has at 0x80 to 0x9F: pages mean that when they write `&#146;` (WHATWG HTML, 13.2.5.84). */
static const uint16_t windows[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D,   0x017E, 0x0178};

static void add_reference(builder *b, size_t start, size_t end, const uint8_t *text, size_t length) {
  uint8_t plain[3];
  if (length == 2 && text[0] == 0xC2 && text[1] >= 0x80 && text[1] < 0xA0 && windows[text[1] - 0x80] > 0x9F) {
    uint16_t c = windows[text[1] - 0x80];
    if (c < 0x800) {
      plain[0] = (uint8_t)(0xC0 | c >> 6);
      plain[1] = (uint8_t)(0x80 | (c & 0x3F));
    } else {
      plain[0] = (uint8_t)(0xE0 | c >> 12);
      plain[1] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
      plain[2] = (uint8_t)(0x80 | (c & 0x3F));
      length = 3;
    }
    text = plain;
  }
  add_text(b, start, end, text, length);
}

static void on_text(void *context, const xmlChar *text, int count) {
  builder *b = context;
  if (b->failed || count <= 0) return;
  if (b->parser->name &&
      (strcmp((const char *)b->parser->name, "script") == 0 || strcmp((const char *)b->parser->name, "style") == 0)) {
    on_raw(context, text, count);
    return;
  }
  size_t here = reached(b), length = (size_t)count;
  /* Most text ends where the parser stands. */
  if (here >= length + b->at && memcmp(b->source + here - length, text, length) == 0) {
    pass(b, here - length, 1, 1);
    add_text(b, here - length, here, text, length);
    return;
  }
  size_t start;
  for (;;) {
    start = pass(b, here > b->at ? here : b->length, 0, 1);
    if (start + 1 < here && b->source[start] == '&' && is_reference(b->source + start, here - start, text, length)) {
      add_reference(b, start, here, text, length);
      return;
    }
    if (start < b->length && lies_at(b, start, b->length, text, length)) {
      add_pieces(b, start, text, length);
      return;
    }
    /* Blanks and byte order marks before the first text are dropped. */
    if (start >= here) break;
    int is_mark = start + 3 <= here && memcmp(b->source + start, "\xEF\xBB\xBF", 3) == 0;
    if (!is_mark && !is_blank(b->source[start])) break;
    b->at = start + (is_mark ? 3 : 1);
  }
  while (start < here && b->source[start] != '&') start++;
  if (start < here) {
    add_text(b, start, here, text, length);
  } else {
    add_text(b, b->at, here > b->at ? here : b->at, text, length);
  }
}

static void on_comment(void *context, const xmlChar *text) {
  builder *b = context;
  (void)text;
  if (b->failed) return;
  size_t here = reached(b);
  if (here <= b->at) return;
  pass(b, here, 1, 1);
  b->at = here;
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
  (void)data;
  on_comment(context, target);
}

/* Makes a comment of the declaration or whatever it is from `i` to the `>` before `end`, for the library takes some for
   text. */
static void make_comment(uint8_t *s, size_t i, size_t end) {
  if (end - i < 7) {
    memset(s + i, 1, end - i);
    return;
  }
  s[i + 1] = '!';
  memset(s + i + 2, '-', 2);
  for (size_t k = i + 4; k < end - 3; k++)
    if (s[k] == '-' || s[k] == '>') s[k] = ' ';
  memcpy(s + end - 3, "-->", 3);
}

static int has_name(const uint8_t *s, size_t i, size_t length, const char *name) {
  size_t count = strlen(name);
  return i + count < length && packed(s + i, count) == packed((const uint8_t *)name, count) && !is_name(s[i + count]);
}

/* Where the element that holds no markup ends: the `<` of its end tag. */
static size_t raw_end(const uint8_t *s, size_t i, size_t length, const char *name) {
  while (i + 2 < length) {
    const uint8_t *open = memchr(s + i, '<', length - i - 2);
    if (!open) return length;
    i = (size_t)(open - s);
    if (s[i + 1] == '/' && has_name(s, i + 2, length, name)) return i;
    i++;
  }
  return length;
}

/* References of HTML 5 that the library, which knows those of HTML 4, leaves as they are. */
static const struct {
  const char *name;
  uint16_t c;
} references[] = {
    {"percnt;", '%'},  {"dollar;", '$'},  {"comma;", ','},   {"period;", '.'},  {"colon;", ':'},     {"semi;", ';'},
    {"excl;", '!'},    {"quest;", '?'},   {"lpar;", '('},    {"rpar;", ')'},    {"lbrack;", '['},    {"rbrack;", ']'},
    {"lsqb;", '['},    {"rsqb;", ']'},    {"plus;", '+'},    {"equals;", '='},  {"num;", '#'},       {"ast;", '*'},
    {"sol;", '/'},     {"bsol;", '\\'},   {"lowbar;", '_'},  {"commat;", '@'},  {"grave;", '`'},     {"Tab;", 9},
    {"NewLine;", 10},  {"verbar;", '|'},  {"vert;", '|'},    {"lcub;", '{'},    {"rcub;", '}'},      {"apos;", '\''},
    {"hyphen;", 0x2010}, {"dash;", 0x2010}, {"horbar;", 0x2015}, {"rsquor;", 0x2019}, {"lsquor;", 0x201A},
    {"ldquor;", 0x201E}, {"rdquor;", 0x201D}, {"half;", 0xBD}, {"numsp;", 0x2007}, {"puncsp;", 0x2008},
    {"thinsp;", 0x2009}, {"hairsp;", 0x200A}, {"nbsp", 0xA0}, {"eacute", 0xE9}, {"egrave", 0xE8}, {"agrave", 0xE0},
    {"ccedil", 0xE7}, {"auml", 0xE4}, {"ouml", 0xF6}, {"uuml", 0xFC}, {"szlig", 0xDF}, {"quot", '"'},
    {"Ccaron;", 0x10C}, {"ccaron;", 0x10D}, {"Zcaron;", 0x17D}, {"zcaron;", 0x17E}, {"rcaron;", 0x159},
    {"ecaron;", 0x11B}, {"gbreve;", 0x11F}, {"inodot;", 0x131}, {"imath;", 0x131}, {"scedil;", 0x15F},
    {"Scedil;", 0x15E}, {"Idot;", 0x130}, {"lstrok;", 0x142}, {"Lstrok;", 0x141}, {"aogon;", 0x105},
    {"eogon;", 0x119}, {"zdot;", 0x17C}, {"sacute;", 0x15B}, {"cacute;", 0x107}, {"nacute;", 0x144},
    {"zacute;", 0x17A}};

/* Writes a reference by number in place of such a name, zeros before it so that all stays where it is. */
static size_t tame_reference(uint8_t *s, size_t i, size_t length) {
  for (size_t k = 0; k < sizeof references / sizeof *references; k++) {
    const char *name = references[k].name;
    if (s[i + 1] != (uint8_t)name[0]) continue;
    size_t count = strlen(name), end = i + 1 + count;
    if (end > length || memcmp(s + i + 1, name, count) != 0) continue;
    int is_open = name[count - 1] != ';';
    if (is_open && end < length && (is_name(s[end]) || s[end] == ';' || s[end] == '=')) return i + 1;
    s[i + 1] = '#';
    size_t digit = is_open ? end : end - 1;
    for (unsigned c = references[k].c; digit > i + 2; c /= 10) s[--digit] = (uint8_t)('0' + c % 10);
    return end;
  }
  return i + 1;
}

/* A page without what the library would stumble over, each byte still in its place: declarations, names of
   characters that it does not know, more attributes than it can look at one by one. */
static void tame(uint8_t *s, size_t length) {
  size_t i = 0;
  while (i + 1 < length) {
    uint8_t c = s[i];
    if (c == '&') {
      i = tame_reference(s, i, length);
      continue;
    }
    if (c != '<') {
      i++;
      continue;
    }
    uint8_t next = s[i + 1];
    if (is_letter(next)) {
      size_t name = ++i, close = tag_end(s, i, length), seen = 0;
      if (close - i > 2 * MOST_SEEN_ATTRIBUTES) {
        for (; i < close && seen < MOST_SEEN_ATTRIBUTES; i++) seen += is_blank(s[i]) || s[i] == '=';
        if (i < close) memset(s + i, ' ', close - i);
      }
      int is_empty = close < length && s[close - 1] == '/';
      i = close;
      if (is_empty) continue;
      if (has_name(s, name, length, "script")) i = raw_end(s, i, length, "script");
      else if (has_name(s, name, length, "style")) i = raw_end(s, i, length, "style");
    } else if (next == '!' && i + 4 < length && s[i + 2] == '-' && s[i + 3] == '-') {
      size_t dashes = s[i + 4] == '-' ? 5 : 4;
      if (i + dashes < length && s[i + dashes] == '>') {
        memset(s + i, 1, dashes + 1);
        i += dashes + 1;
        continue;
      }
      for (i += 4; i < length; i++) {
        if (s[i] != '>') continue;
        if (s[i - 1] == '!' && s[i - 2] == '-' && s[i - 3] == '-') memcpy(s + i - 3, " --", 3);
        if (s[i - 1] == '-' && s[i - 2] == '-') break;
      }
    } else if (next == '!' || next == '?' || (next == '/' && i + 2 < length && !is_letter(s[i + 2]))) {
      size_t end = i;
      while (end < length && s[end] != '>') end++;
      if (end == length) {
        memset(s + i, 1, length - i);
        return;
      }
      if (!has_name(s, i + 2, length, "doctype")) make_comment(s, i, end + 1);
      i = end + 1;
    } else {
      i++;
    }
  }
}

chtml_page *chtml_parse(const uint8_t *text, size_t length) {
  pthread_once(&initialised, xmlInitParser);
  chtml_page *page = calloc(1, sizeof *page);
  /* Twice the length, for the text of references, must stay within the offsets. */
  if (!page || !length || length > INT_MAX - 1) return page;
  uint8_t *source = malloc(length + 1);
  builder b = {.page = page, .source = source, .length = length};
  if (source) {
    /* The library takes a NUL for the end. */
    for (size_t i = 0; i < length; i++) source[i] = text[i] ? text[i] : 1;
    source[length] = 0;
    tame(source, length);
    b.parser = htmlCreateMemoryParserCtxt((const char *)source, (int)length);
  }
  if (!source || !b.parser) {
    free(source);
    chtml_free(page);
    return NULL;
  }
  htmlCtxtUseOptions(
      b.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                    HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(b.parser, XML_CHAR_ENCODING_UTF8);
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = on_start;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  handler.cdataBlock = on_raw;
  handler.comment = on_comment;
  handler.processingInstruction = on_instruction;
  xmlSAXHandler *own = b.parser->sax;
  b.parser->sax = &handler;
  b.parser->userData = &b;
  htmlParseDocument(b.parser);
  pass(&b, length, 1, 1);
  b.parser->sax = own;
  htmlFreeParserCtxt(b.parser);
  free(source);
  if (b.failed) {
    chtml_free(page);
    return NULL;
  }
  return page;
}

void chtml_free(chtml_page *page) {
  if (!page) return;
  free(page->events);
  free(page->attributes);
  free(page->bytes);
  free(page);
}
