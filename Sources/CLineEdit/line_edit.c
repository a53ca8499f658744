#include "line_edit.h"

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

static EditLine *editor;
static History *history_list;
static line_edit_completer complete_word;
static const char *current_prompt = "";
static char *last_line;
static int was_interrupted;

// Pasted text stands between these. Its line feeds and tabs are to be part of the line, so each is quoted.
static const char paste_start[] = "\033[200~";
static const char paste_end[] = "\033[201~";
enum { QUOTE = 0x16, HISTORY_SIZE = 1000, COLUMN_GAP = 2, LINE_WIDTH = 80 };
static int is_pasting;

// Bytes that were read and not yet given to the editor.
static unsigned char waiting[64];
static size_t waiting_count;

static void write_text(const char *text) {
  ssize_t ignored = write(STDOUT_FILENO, text, strlen(text));
  (void)ignored;
}

// Which signals are held back outside of the editor. Within it SIGINT comes only while a byte is waited for: one that came just before would be
// noticed at the next key alone.
static sigset_t outer_signals;

// The next byte: 1, 0 at the end, -1 if a signal came.
static int read_byte(unsigned char *byte) {
  fd_set input;
  FD_ZERO(&input);
  FD_SET(STDIN_FILENO, &input);
  if (pselect(STDIN_FILENO + 1, &input, NULL, NULL, NULL, &outer_signals) < 0) return -1;
  ssize_t count = read(STDIN_FILENO, byte, 1);
  return count < 0 ? -1 : (int)count;
}

static int next_byte(unsigned char *byte) {
  if (waiting_count == 0) return read_byte(byte);
  *byte = waiting[0];
  memmove(waiting, waiting + 1, --waiting_count);
  return 1;
}

// Takes the rest of a mark of which the first byte was read; what is none is given back.
static int take_mark(const char *mark) {
  unsigned char seen[sizeof paste_start];
  size_t count = 0;
  for (size_t i = 1; mark[i] != 0; i++) {
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    if (waiting_count == 0 && poll(&input, 1, 20) <= 0) break;
    unsigned char byte;
    if (next_byte(&byte) != 1) break;
    seen[count++] = byte;
    if (byte != (unsigned char)mark[i]) break;
    if (mark[i + 1] == 0) return 1;
  }
  memmove(waiting + count, waiting, waiting_count);
  memcpy(waiting, seen, count);
  waiting_count += count;
  return 0;
}

// The next byte for the editor, with marks of pasted text taken out.
static int edited_byte(unsigned char *byte) {
  for (;;) {
    int result = next_byte(byte);
    if (result != 1) return result;
    if (*byte == 033) {
      if (take_mark(is_pasting ? paste_end : paste_start)) {
        is_pasting = !is_pasting;
        continue;
      }
      return 1;
    }
    if (!is_pasting) return 1;
    if (*byte == '\r') *byte = '\n';
    if (*byte == '\n' || *byte == '\t') {
      memmove(waiting + 1, waiting, waiting_count++);
      waiting[0] = *byte;
      *byte = QUOTE;
    }
    return 1;
  }
}

// The next byte is part of the line whatever it is.
static int is_quoted;

static int get_character(EditLine *unused, wchar_t *character) {
  (void)unused;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  for (;;) {
    unsigned char byte;
    int result = is_quoted ? next_byte(&byte) : edited_byte(&byte);
    if (result < 0) {
      if (errno == EINTR) was_interrupted = 1;
      return errno == EINTR ? 0 : -1;
    }
    if (result == 0) return 0;
    is_quoted = !is_quoted && is_pasting && byte == QUOTE;
    char part = (char)byte;
    size_t length = mbrtowc(character, &part, 1, &state);
    if (length == (size_t)-2) continue;
    if (length == (size_t)-1) {
      memset(&state, 0, sizeof state);
      continue;
    }
    return 1;
  }
}

static char *get_prompt(EditLine *unused) {
  (void)unused;
  return (char *)current_prompt;
}

// MARK: Completion

static int is_word_byte(unsigned char byte) {
  return byte >= 0x80 || byte == '_' || byte == '.' || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
}

// Prints words in columns below the line.
static void list_words(char *words, size_t longest) {
  size_t width = longest + COLUMN_GAP, column = 0;
  write_text("\n");
  for (char *word = strtok(words, "\n"); word != NULL; word = strtok(NULL, "\n")) {
    if (column > 0 && column + width > LINE_WIDTH) {
      write_text("\n");
      column = 0;
    }
    write_text(word);
    for (size_t i = strlen(word); i < width; i++) write_text(" ");
    column += width;
  }
  write_text("\n");
}

// Finds what all words begin with: its length. `longest` gets the length of the longest word, `count` how many there are.
static size_t common_start(const char *words, size_t *longest, size_t *count) {
  size_t common = strcspn(words, "\n");
  *longest = 0;
  *count = 0;
  for (const char *word = words; *word != 0;) {
    size_t length = strcspn(word, "\n"), same = 0;
    while (same < common && same < length && word[same] == words[same]) same++;
    common = same;
    if (length > *longest) *longest = length;
    ++*count;
    word += length + (word[length] == '\n');
  }
  return common;
}

static unsigned char complete(EditLine *edit, int unused) {
  (void)unused;
  const LineInfo *line = el_line(edit);
  const char *start = line->cursor;
  while (start > line->buffer && is_word_byte((unsigned char)start[-1])) start--;
  size_t length = (size_t)(line->cursor - start);
  if (length == 0) return el_insertstr(edit, "    ") == 0 ? CC_REFRESH : CC_ERROR;
  char *word = strndup(start, length), *front = strndup(line->buffer, (size_t)(start - line->buffer));
  // What is asked for its attributes may run for long.
  sigset_t signals;
  pthread_sigmask(SIG_SETMASK, &outer_signals, &signals);
  char *words = word == NULL || front == NULL ? NULL : complete_word(word, front);
  pthread_sigmask(SIG_SETMASK, &signals, NULL);
  free(word);
  free(front);
  if (words == NULL) return CC_ERROR;
  size_t longest, count, common = common_start(words, &longest, &count);
  unsigned char result = CC_REFRESH;
  if (common > length) {
    char *rest = strndup(words + length, common - length);
    if (rest == NULL || el_insertstr(edit, rest) != 0) result = CC_ERROR;
    free(rest);
  } else if (count > 1) {
    list_words(words, longest);
    result = CC_REDISPLAY;
  }
  free(words);
  return result;
}

// Ends the input where the line is empty, or deletes the character under the cursor.
static unsigned char delete_or_end(EditLine *edit, int unused) {
  (void)unused;
  const LineInfo *line = el_line(edit);
  if (line->lastchar == line->buffer) return CC_EOF;
  if (line->cursor == line->lastchar) return CC_ERROR;
  el_cursor(edit, 1);
  el_deletestr(edit, 1);
  return CC_REFRESH;
}

// MARK: The editor

int line_edit_open(const char *name, line_edit_completer completer) {
  // Python's text is UTF-8 whatever the locale says.
  if (setlocale(LC_CTYPE, "") == NULL || MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
  complete_word = completer;
  editor = el_init(name, stdin, stdout, stderr);
  history_list = history_init();
  if (editor == NULL || history_list == NULL) return 0;
  HistEvent event;
  history(history_list, &event, H_SETSIZE, HISTORY_SIZE);
  history(history_list, &event, H_SETUNIQUE, 1);
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_SIGNAL, 0);
  el_set(editor, EL_HIST, history, history_list);
  el_wset(editor, EL_GETCFN, get_character);
  el_set(editor, EL_PROMPT_ESC, get_prompt, '\1');
  el_set(editor, EL_ADDFN, "complete-word", "Complete a word", complete);
  el_set(editor, EL_BIND, "^I", "complete-word", NULL);
  el_set(editor, EL_ADDFN, "delete-or-end", "Delete a character or end the input", delete_or_end);
  el_set(editor, EL_BIND, "^D", "delete-or-end", NULL);
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return 1;
}

enum line_edit_status line_edit_read(const char *prompt, const char **line) {
  current_prompt = prompt;
  was_interrupted = 0;
  int count = 0;
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupt, &outer_signals);
  // Keys that are pressed as soon as the prompt is seen are to reach the editor, not the terminal's own line.
  el_set(editor, EL_PREP_TERM, 1);
  write_text("\033[?2004h");
  const char *text = el_gets(editor, &count);
  write_text("\033[?2004l");
  pthread_sigmask(SIG_SETMASK, &outer_signals, NULL);
  if (was_interrupted) {
    el_reset(editor);
    waiting_count = 0;
    is_pasting = 0;
    return LINE_EDIT_INTERRUPT;
  }
  if (text == NULL || count <= 0) return LINE_EDIT_END;
  free(last_line);
  last_line = strdup(text);
  if (last_line == NULL) return LINE_EDIT_END;
  size_t length = strlen(last_line);
  if (length > 0 && last_line[length - 1] == '\n') last_line[length - 1] = 0;
  *line = last_line;
  return LINE_EDIT_LINE;
}

void line_edit_remember(const char *statement) {
  HistEvent event;
  if (history_list != NULL) history(history_list, &event, H_ENTER, statement);
}

void line_edit_close(void) {
  if (editor != NULL) el_end(editor);
  if (history_list != NULL) history_end(history_list);
  editor = NULL;
  history_list = NULL;
  free(last_line);
  last_line = NULL;
}
