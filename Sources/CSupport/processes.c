#define _GNU_SOURCE
#include "CSupport.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

extern char **environ;

char **support_environment(void) { return environ; }

int support_fork(void) { return (int)fork(); }

int support_system(const char *command) { return system(command); }

int support_pipe(int ends[2], int flags) { return pipe2(ends, flags); }

int support_duplicate(int descriptor, int target, int flags) { return dup3(descriptor, target, flags); }

int support_affinity(int process, size_t size, uint8_t *set) { return sched_getaffinity(process, size, (cpu_set_t *)set); }

ptrdiff_t support_random(uint8_t *bytes, size_t count, unsigned flags) { return getrandom(bytes, count, flags); }

int support_volume(const char *path, struct statvfs *info) { return statvfs(path, info); }

int support_set_times(int directory, const char *path, const struct timespec times[2], int flags) {
  return path ? utimensat(directory, path, times, flags) : futimens(directory, times);
}

long support_time_now(void) { return UTIME_NOW; }

int support_open_flag(int which) {
  static const int flags[] = {O_DIRECT, O_LARGEFILE, O_NOATIME, O_PATH, O_TMPFILE};
  return flags[which];
}

// ---- Starting programs ---------------------------------------------------------------------------------------------------------
// Between fork and exec only what is safe in a signal handler is called, but for the hook of the program that started it.

// Descriptors above 2 but `keep` (ascending) are closed.
static void close_others(const int *keep, size_t count) {
  long last = sysconf(_SC_OPEN_MAX);
  if (last < 0 || last > 65536) last = 65536;
  int from = 3;
  for (size_t i = 0; i <= count; i++) {
    int to = i < count ? keep[i] : (int)last;
    if (i == count && close_range((unsigned)from, ~0U, 0) == 0) return;
    for (; from < to; from++) close(from);
    if (from <= to) from = to + 1;
  }
}

static int set_inheritable(int descriptor) {
  int flags = fcntl(descriptor, F_GETFD);
  return flags < 0 ? -1 : fcntl(descriptor, F_SETFD, flags & ~FD_CLOEXEC);
}

// Puts a descriptor in the place of standard stream `number`.
static int place(int descriptor, int number) {
  if (descriptor == number) return set_inheritable(descriptor);
  return descriptor < 0 ? 0 : dup2(descriptor, number) < 0 ? -1 : 0;
}

// Above the standard streams, so that these can be put in their places.
static int raised(int *descriptor) {
  if (*descriptor < 0 || *descriptor > 2) return 0;
  int copy = fcntl(*descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return -1;
  *descriptor = copy;
  return 0;
}

static int prepare_streams(struct support_start *start) {
  // What becomes stream n must not be overwritten by an earlier one.
  if (start->child_out == 0 && raised(&start->child_out) < 0) return -1;
  if ((start->child_error == 0 || start->child_error == 1) && raised(&start->child_error) < 0) return -1;
  if (place(start->child_in, 0) < 0 || place(start->child_out, 1) < 0 || place(start->child_error, 2) < 0) return -1;
  return 0;
}

static void reset_signals(bool restore) {
  if (restore) {
    signal(SIGPIPE, SIG_DFL);
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_DFL);
#endif
  }
}

static int change_identity(const struct support_start *start) {
  if (start->umask >= 0) umask((mode_t)start->umask);
  if (start->new_session && setsid() < 0) return -1;
  if (start->process_group >= 0 && setpgid(0, start->process_group) < 0) return -1;
  if (start->group_count >= 0 && setgroups((size_t)start->group_count, start->groups) < 0) return -1;
  if (start->gid != (gid_t)-1 && setregid(start->gid, start->gid) < 0) return -1;
  if (start->uid != (uid_t)-1 && setreuid(start->uid, start->uid) < 0) return -1;
  return 0;
}

static void write_all(int descriptor, const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t n = write(descriptor, text, left);
    if (n < 0 && errno != EINTR) return;
    if (n > 0) {
      text += n;
      left -= (size_t)n;
    }
  }
}

// CPython's protocol: `OSError:ERRNO in hexadecimal:WHERE`, or `SubprocessError:0:WHERE`.
static void report(int pipe, int code, const char *where) {
  char digits[16];
  char *next = digits + sizeof digits - 1;
  *next = 0;
  do {
    *--next = "0123456789ABCDEF"[code % 16];
    code /= 16;
  } while (code > 0);
  write_all(pipe, "OSError:");
  write_all(pipe, next);
  write_all(pipe, ":");
  write_all(pipe, where);
}

static void run_child(struct support_start *start, bool (*hook)(void *), void *context) {
  const char *where = "";
  for (size_t i = 0; i < start->keep_count; i++) {
    if (start->keep[i] != start->error_pipe && set_inheritable(start->keep[i]) < 0) goto failed;
  }
  if (start->unused_in >= 0) close(start->unused_in);
  if (start->unused_out >= 0) close(start->unused_out);
  if (start->unused_error >= 0) close(start->unused_error);
  if (start->error_pipe_read >= 0) close(start->error_pipe_read);
  if (prepare_streams(start) < 0) goto failed;
  if (start->directory && chdir(start->directory) < 0) {
    where = start->directory_failure;
    goto failed;
  }
  reset_signals(start->restore_signals);
  if (change_identity(start) < 0) goto failed;
  if (hook && !hook(context)) {
    write_all(start->error_pipe, "SubprocessError:0:Exception occurred in preexec_fn.");
    return;
  }
  if (start->close_others) close_others(start->keep, start->keep_count);
  int saved = 0;
  for (char **program = start->programs; *program; program++) {
    if (start->variables) {
      execve(*program, start->words, start->variables);
    } else {
      execv(*program, start->words);
    }
    if (errno != ENOENT && errno != ENOTDIR && saved == 0) saved = errno;
  }
  if (saved) errno = saved;
failed:
  report(start->error_pipe, errno, where);
}

int support_start_program(struct support_start *start, bool (*hook)(void *), void *context) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  pid_t pid = fork();
  if (pid == 0) {
    // Handlers of this process must not run in the child with the words of its threads.
    support_post_signals(NULL, NULL, 0, 0);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    run_child(start, hook, context);
    _exit(255);
  }
  int code = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = code;
  return (int)pid;
}
