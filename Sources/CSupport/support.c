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

void support_clear_stack(void) {
  volatile char unused[16384];
  memset((void *)unused, 0, sizeof unused);
  __asm__ volatile("" : : "r"(unused) : "memory");
}

void support_spill_registers(void (*body)(void *context), void *context) {
  // Makes the compiler save every callee-saved register in this frame.
  __builtin_unwind_init();
  body(context);
  // Not a tail call: the frame must stay while `body` runs.
  __asm__ volatile("" ::: "memory");
}
