/* The page's template, style and script are built into the program, so that a copied binary needs nothing beside it. */
#include "creportpage.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t template[] = {
#embed "assets/page.mustache"
};

static const uint8_t style[] = {
#embed "assets/style.css"
};

static const uint8_t script[] = {
#embed "assets/script.js"
};

const uint8_t *creportpage_template(size_t *size) {
  *size = sizeof template;
  return template;
}

const uint8_t *creportpage_style(size_t *size) {
  *size = sizeof style;
  return style;
}

const uint8_t *creportpage_script(size_t *size) {
  *size = sizeof script;
  return script;
}
