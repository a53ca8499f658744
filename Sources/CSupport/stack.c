#define _GNU_SOURCE
#include "CSupport.h"
#include <pthread.h>
#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
// Set by the dynamic linker or the start-up code: where the first thread's stack began.
extern void *__libc_stack_end;
#endif

void support_native_stack_bounds(uintptr_t *low, uintptr_t *high) {
#ifdef __APPLE__
  pthread_t self = pthread_self();
  *high = (uintptr_t)pthread_get_stackaddr_np(self);
  *low = *high - pthread_get_stacksize_np(self);
#else
#ifdef __linux__
  // For the first thread the C library would parse /proc/self/maps, which takes longer than the rest of an empty program's start.
  struct rlimit limit;
  if (getpid() == gettid() && getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t end = ((uintptr_t)__libc_stack_end + page) & ~(page - 1);
    // What lies above (arguments, environment) counts too; it takes at most a quarter of the limit (execve(2)).
    *high = end;
    *low = end - limit.rlim_cur / 4 * 3;
    return;
  }
#endif
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
