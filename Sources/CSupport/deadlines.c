#define _GNU_SOURCE
#include "CSupport.h"
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

// One thread of the process waits for the nearest deadline. The list is short: one entry for each interpreter that is running with a time limit.
struct deadline {
  int id;
  uint32_t *requests;
  int64_t *breaker;
  uint32_t bit;
  struct timespec when;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed;
static struct deadline *deadlines;
static size_t count, capacity;
static int next_id = 1;
static bool is_watching;

static struct timespec later(struct timespec time, double seconds) {
  time.tv_sec += (time_t)seconds;
  time.tv_nsec += (long)((seconds - (double)(time_t)seconds) * 1e9);
  if (time.tv_nsec >= 1000000000) {
    time.tv_sec += 1;
    time.tv_nsec -= 1000000000;
  }
  return time;
}

static bool is_before(struct timespec a, struct timespec b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

// Posts what has passed (again every tenth of a second, for a thread that was not at a poll); returns the nearest deadline or NULL.
static struct deadline *post_passed(struct timespec now) {
  struct deadline *nearest = NULL;
  for (size_t i = 0; i < count; i++) {
    if (!is_before(now, deadlines[i].when)) {
      support_add_bits(deadlines[i].requests, deadlines[i].bit);
      __atomic_store_n(deadlines[i].breaker, -1, __ATOMIC_SEQ_CST);
      deadlines[i].when = later(now, 0.1);
    }
    if (!nearest || is_before(deadlines[i].when, nearest->when)) nearest = deadlines + i;
  }
  return nearest;
}

static void *watch(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct deadline *nearest = post_passed(now);
    if (nearest) {
      struct timespec when = nearest->when;
      pthread_cond_timedwait(&changed, &lock, &when);
    } else {
      pthread_cond_wait(&changed, &lock);
    }
  }
  return NULL;
}

static bool start_watching(void) {
  if (is_watching) return true;
  pthread_condattr_t clock;
  pthread_condattr_init(&clock);
  pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
  pthread_cond_init(&changed, &clock);
  pthread_condattr_destroy(&clock);
  pthread_t thread;
  if (pthread_create(&thread, NULL, watch, NULL) != 0) return false;
  pthread_detach(thread);
  is_watching = true;
  return true;
}

int support_deadline_start(uint32_t *requests, int64_t *breaker, uint32_t bit, double seconds) {
  int id = -1;
  pthread_mutex_lock(&lock);
  if (count == capacity) {
    size_t more = capacity ? 2 * capacity : 8;
    struct deadline *grown = realloc(deadlines, more * sizeof *grown);
    if (grown) {
      deadlines = grown;
      capacity = more;
    }
  }
  if (count < capacity && start_watching()) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    id = next_id++;
    deadlines[count++] = (struct deadline){id, requests, breaker, bit, later(now, seconds)};
    pthread_cond_signal(&changed);
  }
  pthread_mutex_unlock(&lock);
  return id;
}

void support_deadline_cancel(int id) {
  pthread_mutex_lock(&lock);
  for (size_t i = 0; i < count; i++) {
    if (deadlines[i].id == id) {
      support_clear_bits(deadlines[i].requests, deadlines[i].bit);
      deadlines[i] = deadlines[--count];
      break;
    }
  }
  pthread_mutex_unlock(&lock);
}
