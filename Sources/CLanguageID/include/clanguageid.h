#ifndef CLANGUAGEID_H
#define CLANGUAGEID_H
#include <stddef.h>
#include <stdint.h>
#endif
