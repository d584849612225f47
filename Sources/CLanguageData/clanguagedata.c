/* The language files are built into the program, so that a copied binary needs nothing beside it.
   A new language is one file in data/ and one line here. */
#include "clanguagedata.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t all[] = {
#embed "data/common.yaml" suffix(, 0, )
#embed "data/en.yaml" suffix(, 0, )
#embed "data/fr.yaml" suffix(, 0, )
#embed "data/ar.yaml" suffix(, 0, )
#embed "data/cs.yaml" suffix(, 0, )
#embed "data/de.yaml" suffix(, 0, )
#embed "data/es.yaml" suffix(, 0, )
#embed "data/fa.yaml" suffix(, 0, )
#embed "data/he.yaml" suffix(, 0, )
#embed "data/hi.yaml" suffix(, 0, )
#embed "data/id.yaml" suffix(, 0, )
#embed "data/it.yaml" suffix(, 0, )
#embed "data/ja.yaml" suffix(, 0, )
#embed "data/ko.yaml" suffix(, 0, )
#embed "data/nl.yaml" suffix(, 0, )
#embed "data/pl.yaml" suffix(, 0, )
#embed "data/pt.yaml" suffix(, 0, )
#embed "data/ru.yaml" suffix(, 0, )
#embed "data/sv.yaml" suffix(, 0, )
#embed "data/tr.yaml" suffix(, 0, )
#embed "data/uk.yaml" suffix(, 0, )
#embed "data/zh.yaml" suffix(, 0, )
#embed "data/clauses.yaml" suffix(, 0, )
#embed "data/han-forms.yaml" suffix(, 0, )
#embed "data/inflection.yaml" suffix(, 0, )
#embed "data/modality.yaml" suffix(, 0, )
#embed "data/names.yaml" suffix(, 0, )
#embed "data/regions.yaml" suffix(, 0, )
#embed "data/sounds.yaml" suffix(, 0, )
#embed "data/states.yaml" suffix(, 0, )
#embed "data/ages.yaml" suffix(, 0, )
#embed "data/times.yaml" suffix(, 0, )
};

const uint8_t *clanguagedata_all(size_t *size) {
  *size = sizeof all;
  return all;
}
