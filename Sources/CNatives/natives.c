#define _GNU_SOURCE
#include "CNatives.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>

int support_first_real_time_signal(void) { return SIGRTMIN; }

int support_signal_action(int number) {
  struct sigaction action;
  if (sigaction(number, NULL, &action) < 0) return -1;
  return action.sa_handler == SIG_DFL ? 0 : action.sa_handler == SIG_IGN ? 1 : 2;
}

int support_wait_signal(const sigset_t *set, int32_t words[6], long *band) {
  struct timespec none = {0, 0};
  siginfo_t info;
  memset(&info, 0, sizeof info);
  int number = sigtimedwait(set, &info, &none);
  if (number < 0) return -1;
  words[0] = info.si_signo;
  words[1] = info.si_code;
  words[2] = info.si_errno;
  words[3] = info.si_pid;
  words[4] = (int32_t)info.si_uid;
  words[5] = info.si_status;
  *band = info.si_band;
  return number;
}

int support_epoll_make(int flags) { return epoll_create1(flags); }

int support_epoll_control(int epoll, int operation, int descriptor, uint32_t events) {
  struct epoll_event event;
  memset(&event, 0, sizeof event);
  event.events = events;
  event.data.fd = descriptor;
  return epoll_ctl(epoll, operation, descriptor, &event);
}

int support_epoll_wait(int epoll, int32_t *descriptors, uint32_t *events, int capacity, int milliseconds) {
  struct epoll_event *found = calloc((size_t)capacity, sizeof *found);
  if (!found) {
    errno = ENOMEM;
    return -1;
  }
  int count = epoll_wait(epoll, found, capacity, milliseconds);
  int code = errno;
  for (int i = 0; i < count; i++) {
    descriptors[i] = found[i].data.fd;
    events[i] = found[i].events;
  }
  free(found);
  errno = code;
  return count;
}
