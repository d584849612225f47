#include "clanguageid.h"
