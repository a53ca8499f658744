// Lines that are edited on a terminal, by libedit, whose functions take a variable number of arguments and cannot be called from Swift.
#ifndef LINE_EDIT_H
#define LINE_EDIT_H

#include <stddef.h>

enum line_edit_status { LINE_EDIT_LINE, LINE_EDIT_END, LINE_EDIT_INTERRUPT };

// What a word may go on as, behind the rest of the line in front of it: whole words separated by line feeds, allocated by malloc; NULL for none.
typedef char *(*line_edit_completer)(const char *word, const char *front);

// Makes the editor for the terminal of standard input and output. Returns 0 if that is not possible.
int line_edit_open(const char *name, line_edit_completer completer);

// Reads a line behind a prompt; escape sequences in it stand between bytes of value 1. The line, which may have several lines in it, has
// its end removed, and is valid until the next call.
enum line_edit_status line_edit_read(const char *prompt, const char **line);

// Puts a statement behind those that the arrow keys bring back.
void line_edit_remember(const char *statement);

void line_edit_close(void);

#endif
