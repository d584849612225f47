#include "clanguagedata.h"
