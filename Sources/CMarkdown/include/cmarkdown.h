#ifndef CMARKDOWN_H
#define CMARKDOWN_H
#include <stddef.h>
#include <stdint.h>
#endif
