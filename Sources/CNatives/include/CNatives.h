// What native modules need of the system and Swift's Glibc module does not show.
#ifndef ADDER_CNATIVES_H
#define ADDER_CNATIVES_H

#include <signal.h>
#include <stdint.h>

// ---- Signals ---------------------------------------------------------------------------------------------------------------------

/// The first signal that the C library leaves to programs beside the named ones.
int support_first_real_time_signal(void);
/// What a signal does: 0 = what is usual, 1 = nothing, 2 = a handler runs; -1 if there is no such signal.
int support_signal_action(int number);
/// Takes a signal of the set that is pending: its number, -1 with errno if there is none. `words` gets its number, code, errno, process, user and
/// status.
int support_wait_signal(const sigset_t *set, int32_t words[6], long *band);

// ---- Waiting for descriptors ----------------------------------------------------------------------------------------------------

int support_epoll_make(int flags);
/// `operation`: 1 adds, 2 takes away, 3 changes.
int support_epoll_control(int epoll, int operation, int descriptor, uint32_t events);
/// At most `capacity` descriptors and their events; how many, -1 with errno.
int support_epoll_wait(int epoll, int32_t *descriptors, uint32_t *events, int capacity, int milliseconds);

#endif
