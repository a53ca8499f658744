// The few lines of C that Swift cannot say.
#ifndef ADDER_CSUPPORT_H
#define ADDER_CSUPPORT_H

#include <stddef.h>
#include <stdint.h>

#endif
