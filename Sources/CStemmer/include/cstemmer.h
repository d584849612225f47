#ifndef CSTEMMER_H
#define CSTEMMER_H
#include <stddef.h>
#include <stdint.h>
#endif
