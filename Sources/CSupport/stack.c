#define _GNU_SOURCE
#include "CSupport.h"
#include <pthread.h>

void support_native_stack_bounds(uintptr_t *low, uintptr_t *high) {
#ifdef __APPLE__
  pthread_t self = pthread_self();
  *high = (uintptr_t)pthread_get_stackaddr_np(self);
  *low = *high - pthread_get_stacksize_np(self);
#else
  // Should the system not know, one page around here is a stack on which nothing recurses.
  void *start = (void *)((uintptr_t)__builtin_frame_address(0) & ~(uintptr_t)4095);
  size_t size = 4096;
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &start, &size);
    pthread_attr_destroy(&attributes);
  }
  *low = (uintptr_t)start;
  *high = (uintptr_t)start + size;
#endif
}
