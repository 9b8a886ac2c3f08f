// ncurses, as the keeper of what the terminal shows: it compares pictures and speaks the terminal's language. It writes
// into memory, not to the terminal, so that a slow terminal never stops the program (device.c sends).
#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
// After curses.h, which it needs.
#include <term.h>

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#include "CNcurses.h"
#include "device.h"
#include "direct.h"

static SCREEN *screen = NULL;
static FILE *output = NULL;
static TERMINAL *description = NULL;
static bool has_default_colors = false;
static bool sends_paste = false;
static int mouse_kind = NC_MOUSE_OFF;
static int described_width = 80, described_height = 24;

// MARK: Locale

bool nc_use_locale(void) {
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool nc_use_utf8(void) {
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL;
}

// MARK: Descriptions

// A string of the present description; null where it has none.
static const char *text_of(const char *capability) {
  const char *text = tigetstr((char *)capability);
  return text == (const char *)-1 ? NULL : text;
}

static void forget_description(void) {
  if (description != NULL) del_curterm(description);
  description = NULL;
}

bool nc_load_description(const char *name, struct nc_description *result) {
  // An open screen owns the present description.
  if (screen != NULL) return false;
  forget_description();
  memset(result, 0, sizeof *result);
  int status = 0;
  if (setupterm((char *)name, STDOUT_FILENO, &status) != OK) return false;
  description = cur_term;
  int colors = tigetnum("colors");
  result->colors = colors > 0 ? colors : 0;
  int reserved = tigetnum("CO");
  bool is_direct = tigetflag("RGB") > 0 || tigetnum("RGB") > 0;
  result->direct_reserved = !is_direct || colors < 0x1000000 ? -1 : reserved > 0 ? reserved : 0;
  result->can_move = text_of("cup") != NULL && text_of("clear") != NULL;
  result->can_paste = text_of("BE") != NULL && text_of("BD") != NULL;
  const char *mouse = text_of("kmous");
  if (mouse != NULL && strlen(mouse) < sizeof result->mouse_prefix) strcpy(result->mouse_prefix, mouse);
  return true;
}

const char *nc_key_bytes(const char *capability) { return text_of(capability); }

// MARK: Transitions

static char *transition;
static size_t transition_count;

static int put_transition(int byte) {
  if (transition_count >= sizeof((struct nc_transitions *)0)->enter) return EOF;
  transition[transition_count++] = (char)byte;
  return byte;
}

static void add(const char *text) {
  if (text != NULL) tputs(text, 1, put_transition);
}

static void add_raw(const char *text) {
  while (*text != '\0') put_transition(*text++);
}

// What is sent on entering and leaving; again when the height changes, because without an alternate screen the shell's
// prompt goes below the last row.
static void make_transitions(void) {
  struct nc_transitions both;
  transition = both.enter;
  transition_count = 0;
  add(text_of("smcup"));
  add(text_of("smkx"));
  add(text_of("civis"));
  if (sends_paste) add_raw("\033[?2004h");
  if (mouse_kind != NC_MOUSE_OFF) add_raw("\033[?1000h\033[?1002h");
  if (mouse_kind == NC_MOUSE_SGR) add_raw("\033[?1006h");
  both.enter_count = transition_count;

  transition = both.leave;
  transition_count = 0;
  if (mouse_kind == NC_MOUSE_SGR) add_raw("\033[?1006l");
  if (mouse_kind != NC_MOUSE_OFF) add_raw("\033[?1002l\033[?1000l");
  if (sends_paste) add_raw("\033[?2004l");
  // ncurses turns automatic margins off for the last corner; a signal may come between.
  if (text_of("rmam") != NULL) add(text_of("smam"));
  add(text_of("sgr0"));
  if (has_default_colors) add(text_of("op"));
  add(text_of("rmkx"));
  if (text_of("rmcup") != NULL) {
    add(text_of("rmcup"));
  } else if (text_of("cup") != NULL) {
    int width, height;
    nc_size(&width, &height);
    add(tparm((char *)text_of("cup"), height - 1, 0, 0, 0, 0, 0, 0, 0, 0));
    add(text_of("el"));
  }
  add(text_of("cnorm"));
  both.leave_count = transition_count;
  nc_guard_set_transitions(&both);
}

// MARK: Opening and closing

// Sets a variable, or removes it where the value is null. What it was, to be freed.
static char *exchange_variable(const char *name, const char *value) {
  const char *present = getenv(name);
  char *before = present != NULL ? strdup(present) : NULL;
  if (value != NULL) {
    setenv(name, value, 1);
  } else {
    unsetenv(name);
  }
  return before;
}

static SCREEN *make_screen(const struct nc_setup *setup, FILE *file) {
  // The size is asked of the device, later; LINES and COLUMNS are often those of another window, or nonsense.
  char *height = exchange_variable("LINES", NULL);
  char *width = exchange_variable("COLUMNS", NULL);
  SCREEN *made;
  if (setup->direct) {
    // The description travels in the variable that usually names where descriptions are found.
    char *place = exchange_variable("TERMINFO", nc_direct_description);
    made = newterm((char *)NC_DIRECT_NAME, file, file);
    free(exchange_variable("TERMINFO", place));
    free(place);
  } else {
    made = newterm((char *)setup->name, file, file);
  }
  free(exchange_variable("LINES", height));
  free(exchange_variable("COLUMNS", width));
  free(height);
  free(width);
  return made;
}

// Throws away what ncurses has written, for example the start of the alternate screen, which is the guard's to send.
static void discard_output(void) {
  fflush(output);
  if (ftruncate(fileno(output), 0) == 0) lseek(fileno(output), 0, SEEK_SET);
}

static void free_screen(void) {
  if (screen != NULL) {
    endwin();
    delscreen(screen);
  }
  screen = NULL;
  if (output != NULL) fclose(output);
  output = NULL;
}

// A picture of 1000 x 1000 cells, each in colors of its own, takes some 45 million bytes.
enum { largest_picture = 1 << 26 };

enum nc_result nc_open(const struct nc_setup *setup) {
  if (screen != NULL) return NC_BUSY;
  if (!nc_device_open()) return NC_NOT_A_TERMINAL;
  forget_description();
  int memory = memfd_create("screen", MFD_CLOEXEC);
  // A limit on the sizes of files holds for it too, and would be met by some picture, which would then be missing.
  if (memory >= 0 && (ftruncate(memory, largest_picture) != 0 || ftruncate(memory, 0) != 0)) {
    close(memory);
    memory = -1;
  }
  output = memory < 0 ? NULL : fdopen(memory, "w+");
  if (output == NULL) {
    if (memory >= 0) close(memory);
    nc_device_close();
    return NC_NO_RESOURCES;
  }
  // Before ncurses, which leaves handlers alone that are there already.
  nc_guard_install();
  screen = make_screen(setup, output);
  if (screen == NULL) {
    // It reads the description once more, for which a file must be left.
    int spare = fcntl(memory, F_DUPFD_CLOEXEC, 0);
    if (spare >= 0) close(spare);
    free_screen();
    nc_guard_remove();
    nc_device_close();
    return spare >= 0 ? NC_NO_DESCRIPTION : NC_NO_RESOURCES;
  }
  described_width = COLS;
  described_height = LINES;
  typeahead(-1);
  leaveok(stdscr, TRUE);
  scrollok(stdscr, FALSE);
  curs_set(0);
  has_default_colors = false;
  if (setup->color && has_colors() && start_color() == OK) has_default_colors = use_default_colors() == OK;
  discard_output();
  sends_paste = setup->paste;
  mouse_kind = setup->mouse;
  nc_take_size();
  make_transitions();
  if (!nc_guard_enter()) {
    nc_close();
    return NC_NOT_A_TERMINAL;
  }
  return NC_OK;
}

void nc_close(void) {
  if (screen == NULL) return;
  nc_queue_clear();
  nc_guard_leave();
  free_screen();
  nc_guard_remove();
  nc_device_close();
}

bool nc_resume(void) {
  if (screen == NULL || !nc_guard_wait_for_foreground()) return false;
  // After a stop that could not be foreseen the guard still holds, but the shell has had the terminal.
  nc_guard_leave();
  if (!nc_guard_enter()) return false;
  nc_take_size();
  nc_redraw_all();
  return true;
}

// MARK: Colors

int nc_colors(void) { return COLORS; }
int nc_pairs(void) { return COLOR_PAIRS; }
bool nc_has_default_colors(void) { return has_default_colors; }

bool nc_init_pair(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

// MARK: Pictures

void nc_size(int *width, int *height) {
  if (nc_device_size(width, height)) return;
  *width = described_width > 0 ? described_width : 80;
  *height = described_height > 0 ? described_height : 24;
}

bool nc_take_size(void) {
  int width, height;
  nc_size(&width, &height);
  if (width == COLS && height == LINES) return false;
  resize_term(height, width);
  make_transitions();
  nc_redraw_all();
  return true;
}

void nc_redraw_all(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

void nc_erase(void) { werase(stdscr); }

// The character to draw, after whether the next cell is its right half.
static wchar_t drawable(uint32_t scalar, bool is_wide) {
  if (scalar >= 0x20 && scalar < 0x7F) return is_wide ? L'?' : (wchar_t)scalar;
  // Box drawing, blocks and braille: most of a picture, and known to be narrow.
  bool is_narrow = (scalar >= 0x2500 && scalar < 0x25A0) || (scalar >= 0x2800 && scalar < 0x2900);
  int width = is_narrow ? 1 : wcwidth((wchar_t)scalar);
  if (width == (is_wide ? 2 : 1)) return (wchar_t)scalar;
  return scalar < 0xA0 ? L' ' : L'?';
}

void nc_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair) {
  enum { batch = 128 };
  if (screen == NULL || row < 0 || row >= LINES || column < 0 || column >= COLS) return;
  if (count > COLS - column) count = COLS - column;
  attr_t look = (attributes & NC_BOLD ? A_BOLD : 0) | (attributes & NC_DIM ? A_DIM : 0) |
                (attributes & NC_UNDERLINE ? A_UNDERLINE : 0) | (attributes & NC_REVERSE ? A_REVERSE : 0);
  cchar_t model, cells[batch];
  if (setcchar(&model, L" ", look, 0, &pair) != OK) return;
  int index = 0;
  while (index < count) {
    int start = index, filled = 0;
    while (index < count && filled < batch - 1) {
      uint32_t scalar = scalars[index];
      bool is_wide = scalar != 0 && index + 1 < count && scalars[index + 1] == 0;
      wchar_t character = drawable(scalar, is_wide);
      cells[filled] = model;
      cells[filled++].chars[0] = character;
      if (is_wide && wcwidth(character) != 2) cells[filled++] = model;
      index += is_wide ? 2 : 1;
    }
    mvwadd_wchnstr(stdscr, row, column + start, cells, filled);
  }
}

bool nc_render(void) {
  if (screen == NULL) return false;
  wnoutrefresh(stdscr);
  doupdate();
  int memory = fileno(output);
  off_t size = lseek(memory, 0, SEEK_CUR);
  char bytes[16 * 1024];
  bool is_complete = size >= 0;
  for (off_t offset = 0; offset < size && is_complete;) {
    ssize_t count = pread(memory, bytes, sizeof bytes, offset);
    is_complete = count > 0 && nc_queue(bytes, (size_t)count);
    offset += count > 0 ? count : 0;
  }
  discard_output();
  return is_complete;
}
