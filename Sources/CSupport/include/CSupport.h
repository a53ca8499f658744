// The few lines of C that Swift cannot say.
#ifndef ADDER_CSUPPORT_H
#define ADDER_CSUPPORT_H

#include <stddef.h>
#include <stdint.h>

/// The first place where `needle` lies in `text`, NULL if nowhere: memmem, which Swift's Glibc module does not show.
const void *support_find(const void *text, size_t text_size, const void *needle, size_t needle_size);

#endif
