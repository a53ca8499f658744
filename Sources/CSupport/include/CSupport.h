// The few lines of C that Swift cannot say.
#ifndef ADDER_CSUPPORT_H
#define ADDER_CSUPPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// The first place where `needle` lies in `text`, NULL if nowhere: memmem, which Swift's Glibc module does not show.
const void *support_find(const void *text, size_t text_size, const void *needle, size_t needle_size);

/// snprintf of one double with `%.*` and `code` (e, f, g); `alternate` adds `#`. Returns the bytes the whole text needs, without the NUL.
int support_format_double(char *buffer, size_t size, char code, int precision, bool alternate, double value);

// ---- Big integers (GMP's mpn layer) --------------------------------------------------------------------------------------------
// Limbs are 64 bits, least significant first; counts are in limbs. The results may be the operands' own limbs in this first group.

// r[an] = a + b, an >= bn >= 1; returns the carry.
uint64_t support_limbs_add(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn);
// r[an] = a - b, a >= b, an >= bn >= 1.
void support_limbs_subtract(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn);
// r[an] = a + limb; returns the carry.
uint64_t support_limbs_add_limb(uint64_t *r, const uint64_t *a, ptrdiff_t an, uint64_t limb);
// r[an] = a - limb, a >= limb.
void support_limbs_subtract_limb(uint64_t *r, const uint64_t *a, ptrdiff_t an, uint64_t limb);
// r[an] = a * limb; returns the carry.
uint64_t support_limbs_multiply_limb(uint64_t *r, const uint64_t *a, ptrdiff_t an, uint64_t limb);
// q[an] = a / limb; returns the remainder.
uint64_t support_limbs_divide_limb(uint64_t *q, const uint64_t *a, ptrdiff_t an, uint64_t limb);
// r[an] = a << bits (1 to 63); returns the bits shifted out.
uint64_t support_limbs_shift_left(uint64_t *r, const uint64_t *a, ptrdiff_t an, unsigned bits);
// r[an] = a >> bits (1 to 63).
void support_limbs_shift_right(uint64_t *r, const uint64_t *a, ptrdiff_t an, unsigned bits);
// Below, equal to or above 0 as a < b, a == b, a > b.
int support_limbs_compare(const uint64_t *a, const uint64_t *b, ptrdiff_t n);

// Operations that may need scratch memory. GMP ends the process when it gets none; each of these returns false (or -1) instead, and leaves the
// operands intact and the result undefined.

// Lets the next of them give up in the same way once `word` has `bit`: asked whenever GMP takes memory, which long operations do all the time.
void support_limbs_watch(uint32_t *word, uint32_t bit);
// r[an + bn] = a * b, an >= bn >= 1, no overlap.
bool support_limbs_multiply(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn);
// q[nn - dn + 1], r[dn] = n / d truncated, nn >= dn >= 1, top limb of d not zero.
bool support_limbs_divide(uint64_t *q, uint64_t *r, const uint64_t *n, ptrdiff_t nn, const uint64_t *d, ptrdiff_t dn);
// r[(an + 1) / 2] = floor of the square root.
bool support_limbs_square_root(uint64_t *r, const uint64_t *a, ptrdiff_t an);
// r = gcd(a, b); returns the limbs of the result (at most min(an, bn)), -1 without memory.
ptrdiff_t support_limbs_gcd(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *b, ptrdiff_t bn);
// r = base ** exponent mod m, m not zero; returns the limbs of the result (at most mn), -1 without memory.
ptrdiff_t support_limbs_power(
    uint64_t *r, const uint64_t *base, ptrdiff_t bn, const uint64_t *exponent, ptrdiff_t en, const uint64_t *m, ptrdiff_t mn);
// r = the inverse of a modulo m; returns the limbs of the result (at most mn), 0 if there is none, -1 without memory.
ptrdiff_t support_limbs_invert(uint64_t *r, const uint64_t *a, ptrdiff_t an, const uint64_t *m, ptrdiff_t mn);
// Digit values (not characters), most significant first, of a (destroyed; an >= 1); returns their number, -1 without memory.
ptrdiff_t support_limbs_to_digits(uint8_t *digits, int base, uint64_t *a, ptrdiff_t an);
// r = the number with these digit values, most significant first, count >= 1; returns its limbs, -1 without memory.
ptrdiff_t support_limbs_from_digits(uint64_t *r, const uint8_t *digits, size_t count, int base);

/// The address of the caller's native stack frame.
static inline __attribute__((always_inline)) void *support_frame_address(void) { return __builtin_frame_address(0); }

// Overwrites what earlier calls left below the caller's frame, so that the frames of the next calls do not show it to the collector.
void support_clear_stack(void);

/// Calls `body` while the values of all callee-saved registers lie on the native stack above it, so that a scan of the stack sees them.
void support_spill_registers(void (*body)(void *context), void *context);

/// Stores the lowest and the highest address of the calling thread's native stack.
void support_native_stack_bounds(uintptr_t *low, uintptr_t *high);

/// Atomically adds bits to a word that another thread or a signal handler also writes.
static inline void support_add_bits(uint32_t *word, uint32_t bits) { __atomic_fetch_or(word, bits, __ATOMIC_SEQ_CST); }
/// Atomically takes all bits of such a word.
static inline uint32_t support_take_bits(uint32_t *word) { return __atomic_exchange_n(word, 0, __ATOMIC_SEQ_CST); }
/// Atomically removes bits from such a word.
static inline void support_clear_bits(uint32_t *word, uint32_t bits) { __atomic_fetch_and(word, ~bits, __ATOMIC_SEQ_CST); }
/// Atomically reads such a word.
static inline uint32_t support_read_bits(const uint32_t *word) { return __atomic_load_n(word, __ATOMIC_SEQ_CST); }

// ---- Signals ---------------------------------------------------------------------------------------------------------------------

/// From now on SIGINT and SIGALRM add their bit to `requests` and make `breaker` negative; SIGPIPE is ignored. NULL words: signals do nothing.
void support_post_signals(uint32_t *requests, int64_t *breaker, uint32_t interrupt, uint32_t time_limit);
/// SIGALRM after so many seconds, and every tenth of a second from then on.
void support_set_alarm(double seconds);

struct itimerval;
/// What a signal does from now on: 0 = what is usual, 1 = nothing, 2 = it adds `bit` to the words of `support_post_signals` and is kept for
/// `support_take_signal`, 3 = it adds the bit of SIGINT. Returns -1 with errno if that cannot be.
int support_catch_signal(int number, int action, uint32_t bit);
/// The lowest signal that came and was not taken; 0 if there is none.
int support_take_signal(void);
/// How many came.
int support_signal_count(void);
/// Where the numbers of signals are written as well, -1 for nowhere. Returns the old one.
int support_set_wakeup(int descriptor);
/// Whether `support_set_alarm` was called.
bool support_has_alarm(void);
int support_set_timer(int which, const struct itimerval *timer, struct itimerval *old);
int support_get_timer(int which, struct itimerval *timer);

// ---- Deadlines -------------------------------------------------------------------------------------------------------------------

/// After so many seconds, and every tenth of a second from then on, a thread of the process adds `bit` to `requests` and makes `breaker` negative,
/// until the deadline is cancelled. Returns its id, -1 if there is no memory or no thread for it. Safe from any thread.
int support_deadline_start(uint32_t *requests, int64_t *breaker, uint32_t bit, double seconds);
/// Ends a deadline and takes back its bit. From then on the words are not touched.
void support_deadline_cancel(int id);

/// Ends the process as if it had not handled SIGINT.
void support_die_of_interrupt(void);

// ---- Threads of one interpreter -----------------------------------------------------------------------------------------------
// Where a thread is asked to let go of the lock: `bit` is set in `requests`, and `breaker` becomes -1.
struct support_words {
  uint32_t *requests;
  int64_t *breaker;
  uint32_t bit;
};

struct support_lock;

// A lock that the calling thread holds; NULL without memory. It is never freed: threads may wait for it when the interpreter is gone.
struct support_lock *support_lock_make(struct support_words words);
// Waits for the lock. The holder is asked for it every `interval` microseconds.
void support_lock_take(struct support_lock *lock, struct support_words words, long interval);
void support_lock_give(struct support_lock *lock);
// Lets one of those that wait have the lock, if there are any, and takes it again.
void support_lock_yield(struct support_lock *lock, struct support_words words, long interval);
// Gives the lock back, waits for support_lock_wake or so many microseconds, and takes it again.
void support_lock_pause(struct support_lock *lock, struct support_words words, long interval, long microseconds);
void support_lock_wake(struct support_lock *lock);
// The holder is gone for good: nobody gets the lock any more, or asks for it.
void support_lock_abandon(struct support_lock *lock);
// Runs `body` on a new native thread; false if there can be none. `stack_size` 0 = the system's.
bool support_thread_start(void (*body)(void *context), void *context, size_t stack_size, uintptr_t *identifier);

// ---- Processes and files: what Swift's Glibc module does not show ---------------------------------------------------------------
struct statvfs;
struct timespec;

char **support_environment(void);
int support_fork(void);
int support_system(const char *command);
int support_pipe(int ends[2], int flags);
int support_duplicate(int descriptor, int target, int flags);
int support_affinity(int process, size_t size, uint8_t *set);
ptrdiff_t support_random(uint8_t *bytes, size_t count, unsigned flags);
int support_volume(const char *path, struct statvfs *info);
// Of the file at `path` in a directory; of the open file `directory` if `path` is NULL.
int support_set_times(int directory, const char *path, const struct timespec times[2], int flags);
// What stands for the current time in `tv_nsec`.
long support_time_now(void);
// 0 O_DIRECT, 1 O_LARGEFILE, 2 O_NOATIME, 3 O_PATH, 4 O_TMPFILE.
int support_open_flag(int which);

// A program that is to be started. Descriptors that are not there are -1.
struct support_start {
  // Ends in NULL: the paths that are tried one after the other; its arguments; its environment (NULL: that of this process).
  char **programs;
  char **words;
  char **variables;
  // Its current directory; NULL: that of this process.
  const char *directory;
  // What is said if the program cannot be in it.
  const char *directory_failure;
  // The descriptors that become its standard streams, and the other ends of their pipes.
  int child_in, child_out, child_error;
  int unused_in, unused_out, unused_error;
  // Where is said why it could not be started.
  int error_pipe, error_pipe_read;
  bool close_others, restore_signals, new_session;
  // Ascending; they stay open.
  const int *keep;
  size_t keep_count;
  // -1 leaves each of these as it is.
  int process_group, umask;
  ptrdiff_t group_count;
  const gid_t *groups;
  gid_t gid;
  uid_t uid;
};

// Starts a program; `hook` is called in the new process before, and false from it ends that. Returns its number, -1 with errno if there is none.
int support_start_program(struct support_start *start, bool (*hook)(void *context), void *context);

#endif
