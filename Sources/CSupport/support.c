#define _GNU_SOURCE
#include "CSupport.h"
#include <string.h>

const void *support_find(const void *text, size_t text_size, const void *needle, size_t needle_size) {
  return memmem(text, text_size, needle, needle_size);
}
