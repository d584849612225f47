#ifndef CREPORTPAGE_H
#define CREPORTPAGE_H
#include <stddef.h>
#include <stdint.h>

/* The parts of the HTML report's page that are files of their own, as UTF-8. */
const uint8_t *creportpage_template(size_t *size);
const uint8_t *creportpage_style(size_t *size);
const uint8_t *creportpage_script(size_t *size);

#endif
