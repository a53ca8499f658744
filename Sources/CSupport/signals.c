#define _GNU_SOURCE
#include "CSupport.h"
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

// A signal handler has no argument of its own, hence the globals: the words of the thread that gets the process's signals.
static uint32_t *volatile requests;
static int64_t *volatile breaker;
static uint32_t interrupt_bit;
static uint32_t time_bit;

static void post(uint32_t bit) {
  if (!requests) return;
  support_add_bits(requests, bit);
  __atomic_store_n(breaker, -1, __ATOMIC_SEQ_CST);
}

static void on_interrupt(int signal) {
  (void)signal;
  post(interrupt_bit);
}

static void on_alarm(int signal) {
  (void)signal;
  post(time_bit);
}

// Signals that came and whose handlers were not called yet; how many came; where their numbers are written as well.
static volatile sig_atomic_t pending[65];
static volatile sig_atomic_t signal_count;
static volatile int wakeup = -1;
static uint32_t signal_bit;
static bool has_alarm;

static void on_signal(int number) {
  int code = errno;
  pending[number] = 1;
  signal_count++;
  if (wakeup >= 0) {
    unsigned char byte = (unsigned char)number;
    ssize_t written = write(wakeup, &byte, 1);
    (void)written;
  }
  post(signal_bit);
  errno = code;
}

int support_take_signal(void) {
  for (int number = 1; number <= 64; number++) {
    if (pending[number]) {
      pending[number] = 0;
      return number;
    }
  }
  return 0;
}

int support_signal_count(void) { return (int)signal_count; }

int support_set_wakeup(int descriptor) {
  int old = wakeup;
  wakeup = descriptor;
  return old;
}

bool support_has_alarm(void) { return has_alarm; }

int support_set_timer(int which, const struct itimerval *timer, struct itimerval *old) { return setitimer(which, timer, old); }

int support_get_timer(int which, struct itimerval *timer) { return getitimer(which, timer); }

static void set_handler(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void support_post_signals(uint32_t *request_word, int64_t *breaker_word, uint32_t interrupt, uint32_t time_limit) {
  requests = request_word;
  breaker = breaker_word;
  interrupt_bit = interrupt;
  time_bit = time_limit;
  if (!request_word) return;
  set_handler(SIGINT, on_interrupt);
  set_handler(SIGALRM, on_alarm);
  // As CPython: writing to a closed pipe is an error of the write.
  set_handler(SIGPIPE, SIG_IGN);
  // A process that was started by a thread that blocks signals inherits that.
  sigset_t wanted;
  sigemptyset(&wanted);
  sigaddset(&wanted, SIGINT);
  sigaddset(&wanted, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &wanted, NULL);
}

int support_catch_signal(int number, int action, uint32_t bit) {
  struct sigaction change;
  memset(&change, 0, sizeof change);
  change.sa_handler = action == 0 ? SIG_DFL : action == 1 ? SIG_IGN : action == 3 ? on_interrupt : on_signal;
  sigemptyset(&change.sa_mask);
  signal_bit = bit;
  return sigaction(number, &change, NULL);
}

void support_set_alarm(double seconds) {
  has_alarm = true;
  struct itimerval timer;
  memset(&timer, 0, sizeof timer);
  timer.it_value.tv_sec = (time_t)seconds;
  timer.it_value.tv_usec = (suseconds_t)((seconds - (double)timer.it_value.tv_sec) * 1e6);
  if (timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0) timer.it_value.tv_usec = 1;
  // A thread that was not at a poll is told again.
  timer.it_interval.tv_usec = 100000;
  setitimer(ITIMER_REAL, &timer, NULL);
}

void support_die_of_interrupt(void) {
  set_handler(SIGINT, SIG_DFL);
  raise(SIGINT);
}
