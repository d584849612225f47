/* The ready concepts and rules are built into the program, so that a copied binary needs nothing beside it.
   A new one is one file in data/ and one line here. The first line of a file is its name, as a comment. */
#include "crulelibrary.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t all[] = {
#embed "data/area-burnt.yaml" suffix(, 0, )
#embed "data/deaths.yaml" suffix(, 0, )
#embed "data/displaced.yaml" suffix(, 0, )
#embed "data/doses-and-cases.yaml" suffix(, 0, )
#embed "data/event-dates.yaml" suffix(, 0, )
#embed "data/injured.yaml" suffix(, 0, )
#embed "data/magnitude.yaml" suffix(, 0, )
#embed "data/money.yaml" suffix(, 0, )
#embed "data/office-holders.yaml" suffix(, 0, )
#embed "data/percentages.yaml" suffix(, 0, )
#embed "data/prices.yaml" suffix(, 0, )
#embed "data/seats.yaml" suffix(, 0, )
#embed "data/troops.yaml" suffix(, 0, )
#embed "data/turnout.yaml" suffix(, 0, )
#embed "data/votes.yaml" suffix(, 0, )
};

const uint8_t *crulelibrary_all(size_t *size) {
  *size = sizeof all;
  return all;
}
