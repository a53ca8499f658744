#define _GNU_SOURCE
#include "CSupport.h"
#include <stdio.h>
#include <string.h>

const void *support_find(const void *text, size_t text_size, const void *needle, size_t needle_size) {
  return memmem(text, text_size, needle, needle_size);
}

int support_format_double(char *buffer, size_t size, char code, int precision, bool alternate, double value) {
  const char format[] = {'%', alternate ? '#' : '.', alternate ? '.' : '*', alternate ? '*' : code, alternate ? code : 0, 0};
  return snprintf(buffer, size, format, precision, value);
}
