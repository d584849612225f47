/* The language files are built into the program, so that a copied binary needs nothing beside it.
   A new language is one file in data/ and one line here. */
#include "clanguagedata.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t all[] = {
#embed "data/common.yaml" suffix(, 0, )
#embed "data/en.yaml" suffix(, 0, )
#embed "data/fr.yaml" suffix(, 0, )
#embed "data/clauses.yaml" suffix(, 0, )
#embed "data/inflection.yaml" suffix(, 0, )
#embed "data/regions.yaml" suffix(, 0, )
};

const uint8_t *clanguagedata_all(size_t *size) {
  *size = sizeof all;
  return all;
}
