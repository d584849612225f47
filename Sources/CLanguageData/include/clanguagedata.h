#ifndef CLANGUAGEDATA_H
#define CLANGUAGEDATA_H
#include <stddef.h>
#include <stdint.h>
#endif
