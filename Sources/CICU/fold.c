#include "cicu.h"

void cicu_fold_table(uint16_t table[65536]) {
  for (int c = 0; c < 65536; c++) table[c] = (uint16_t)c;
}
