#include "CSupport.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

// The lock of an interpreter. Who holds it has its request words here: whoever waits too long asks the holder, through them, to let go.
struct support_lock {
  pthread_mutex_t mutex;
  // The lock was given back; somebody took it; something happened that paused threads may wait for.
  pthread_cond_t freed, taken, event;
  bool is_held;
  unsigned waiting;
  uint64_t turns;
  struct support_words holder;
};

static struct timespec after(long microseconds) {
  struct timespec when;
  clock_gettime(CLOCK_MONOTONIC, &when);
  when.tv_sec += microseconds / 1000000;
  when.tv_nsec += microseconds % 1000000 * 1000;
  if (when.tv_nsec >= 1000000000) {
    when.tv_sec++;
    when.tv_nsec -= 1000000000;
  }
  return when;
}

struct support_lock *support_lock_make(struct support_words words) {
  struct support_lock *lock = calloc(1, sizeof *lock);
  if (!lock) return NULL;
  pthread_mutex_init(&lock->mutex, NULL);
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
#ifdef __linux__
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
#endif
  pthread_cond_init(&lock->freed, &attributes);
  pthread_cond_init(&lock->taken, &attributes);
  pthread_cond_init(&lock->event, &attributes);
  pthread_condattr_destroy(&attributes);
  lock->is_held = true;
  lock->holder = words;
  return lock;
}

// The mutex is held. Every `interval` microseconds the holder is asked to let go.
static void take(struct support_lock *lock, struct support_words words, long interval) {
  lock->waiting++;
  while (lock->is_held) {
    struct timespec when = after(interval);
    uint64_t turn = lock->turns;
    bool is_late = pthread_cond_timedwait(&lock->freed, &lock->mutex, &when) == ETIMEDOUT;
    if (is_late && lock->is_held && lock->turns == turn && lock->holder.requests) {
      support_add_bits(lock->holder.requests, lock->holder.bit);
      __atomic_store_n(lock->holder.breaker, -1, __ATOMIC_SEQ_CST);
    }
  }
  lock->waiting--;
  lock->is_held = true;
  lock->turns++;
  lock->holder = words;
  pthread_cond_broadcast(&lock->taken);
}

void support_lock_take(struct support_lock *lock, struct support_words words, long interval) {
  pthread_mutex_lock(&lock->mutex);
  take(lock, words, interval);
  pthread_mutex_unlock(&lock->mutex);
}

void support_lock_give(struct support_lock *lock) {
  pthread_mutex_lock(&lock->mutex);
  lock->is_held = false;
  pthread_cond_signal(&lock->freed);
  pthread_mutex_unlock(&lock->mutex);
}

void support_lock_yield(struct support_lock *lock, struct support_words words, long interval) {
  pthread_mutex_lock(&lock->mutex);
  if (lock->waiting > 0) {
    lock->is_held = false;
    pthread_cond_signal(&lock->freed);
    // Another one has its turn first.
    for (uint64_t turn = lock->turns; lock->turns == turn && lock->waiting > 0;) pthread_cond_wait(&lock->taken, &lock->mutex);
    take(lock, words, interval);
  }
  pthread_mutex_unlock(&lock->mutex);
}

void support_lock_pause(struct support_lock *lock, struct support_words words, long interval, long microseconds) {
  pthread_mutex_lock(&lock->mutex);
  lock->is_held = false;
  pthread_cond_signal(&lock->freed);
  struct timespec when = after(microseconds);
  pthread_cond_timedwait(&lock->event, &lock->mutex, &when);
  take(lock, words, interval);
  pthread_mutex_unlock(&lock->mutex);
}

void support_lock_wake(struct support_lock *lock) {
  pthread_mutex_lock(&lock->mutex);
  pthread_cond_broadcast(&lock->event);
  pthread_mutex_unlock(&lock->mutex);
}

void support_lock_abandon(struct support_lock *lock) {
  pthread_mutex_lock(&lock->mutex);
  lock->holder.requests = NULL;
  pthread_mutex_unlock(&lock->mutex);
}

struct start {
  void (*body)(void *context);
  void *context;
};

static void *run(void *argument) {
  struct start start = *(struct start *)argument;
  free(argument);
  start.body(start.context);
  return NULL;
}

bool support_thread_start(void (*body)(void *context), void *context, size_t stack_size, uintptr_t *identifier) {
  struct start *start = malloc(sizeof *start);
  if (!start) return false;
  start->body = body;
  start->context = context;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (stack_size > 0) pthread_attr_setstacksize(&attributes, stack_size);
  pthread_t thread;
  int status = pthread_create(&thread, &attributes, run, start);
  pthread_attr_destroy(&attributes);
  if (status != 0) {
    free(start);
    return false;
  }
  *identifier = (uintptr_t)thread;
  return true;
}
