// The C door to ncurses, the terminal device and signals.
//
// Everything that Swift cannot import (macros, variadics, C globals) or must not do (work in a signal handler) stands
// behind the functions here. All of them belong to the main thread, except where a comment says otherwise. There is one
// terminal a process, so the state behind them is static.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: Locale

// Takes the character type of the locale from the environment. True where it is UTF-8.
bool nc_use_locale(void);
// Takes a UTF-8 character type whatever the environment says. False where the system has none.
bool nc_use_utf8(void);

// MARK: Terminal descriptions

// What a terminal description says about the abilities that are used here.
struct nc_description {
  int colors;             // how many, at most 0x1000000; 0 where it has none
  int direct_reserved;    // direct color: how many of the lowest values are palette entries; -1 without direct color
  bool can_move;          // the cursor can be placed and the screen cleared
  bool can_paste;         // it marks pasted text
  char mouse_prefix[16];  // what a mouse report begins with; empty without a mouse
};

// Loads the description of a terminal; the strings below are from the description loaded last. False: there is none.
bool nc_load_description(const char *name, struct nc_description *description);
// The bytes that a key sends, by the capability's name ("kcuu1"); null where there is no such key. Valid until the next
// description is loaded or a screen is opened.
const char *nc_key_bytes(const char *capability);

// MARK: The screen

enum nc_mouse { NC_MOUSE_OFF = 0, NC_MOUSE_CLASSIC = 1, NC_MOUSE_SGR = 2 };

struct nc_setup {
  const char *name;  // the terminal description to use
  bool direct;       // use the built-in description with 24-bit color instead
  bool color;        // start colors
  bool paste;        // ask the terminal to mark pasted text
  int mouse;         // one of enum nc_mouse
};

enum nc_result {
  NC_OK = 0,
  NC_NOT_A_TERMINAL,  // standard output is none, or it cannot be set up
  NC_NO_DESCRIPTION,  // ncurses refuses the description
  NC_BUSY,            // a screen is open already
  NC_NO_RESOURCES,    // no memory or no descriptors left
};

// Opens the terminal behind standard output: guards first, then raw mode, then the alternate screen.
enum nc_result nc_open(const struct nc_setup *setup);
// Gives the terminal back as it was. Does nothing where no screen is open.
void nc_close(void);
// Gives the terminal back, stops the process until it is continued, and takes the terminal again. False: it is gone.
bool nc_suspend(void);
// Takes the terminal again after a stop that could not be foreseen. False: it is gone.
bool nc_resume(void);

// How many colors and pairs ncurses has.
int nc_colors(void);
int nc_pairs(void);
// Whether -1 stands for the terminal's own colors.
bool nc_has_default_colors(void);
// Sets up a pair; colors are palette entries, 0xRRGGBB with direct color, -1 for the terminal's own.
bool nc_init_pair(int pair, int foreground, int background);

// The size in cells that the terminal says it has, or that its description says.
void nc_size(int *width, int *height);
// Takes the terminal's present size over. True where it differs from the one before.
bool nc_take_size(void);

enum nc_attribute { NC_BOLD = 1, NC_DIM = 2, NC_UNDERLINE = 4, NC_REVERSE = 8 };

// Blanks the picture that is being drawn; nothing is sent.
void nc_erase(void);
// Puts characters (UTF-32) in a row of the picture; 0 stands for the right half of the wide character before it.
void nc_put(int row, int column, const uint32_t *scalars, int count, unsigned attributes, int pair);
// Makes the next render send everything.
void nc_redraw_all(void);
// Compares the picture with what the terminal shows and queues the bytes that make it so. False: out of memory.
bool nc_render(void);

// MARK: Bytes

// Queues bytes after those that wait already.
bool nc_queue(const char *bytes, size_t count);
// Sends as much of what is queued as the terminal takes without waiting. Bytes left, or -1 where the terminal is gone.
long nc_send(void);
// Reads what is there without waiting. Bytes read, 0 for none, -1 where the terminal is gone.
long nc_receive(uint8_t *buffer, size_t capacity);

enum nc_readiness { NC_READABLE = 1, NC_WRITABLE = 2, NC_WOKEN = 4, NC_GONE = 8 };

// Waits for input, for room for output where some is queued, for nc_wake or a signal. Milliseconds; below 0 for ever.
// A set of enum nc_readiness; empty when time is over.
unsigned nc_wait(int64_t milliseconds);

// Ends a wait, or the next one. Any thread; also after the screen has closed.
void nc_wake(void);
// Monotonic time in milliseconds. Any thread.
int64_t nc_milliseconds(void);

// MARK: Signals

enum nc_signal { NC_RESIZED = 1, NC_INTERRUPTED = 2, NC_STOP = 4, NC_CONTINUED = 8, NC_WAKE = 16 };

// The signals and wakes since the last call, as a set of enum nc_signal.
unsigned nc_take_signals(void);
// Says that the interrupts reported before have been dealt with: the next one is a first one again.
void nc_interrupt_answered(void);
// Gives the calling thread a stack of its own for signal handlers, so that its stack overflow restores the terminal
// too. Any thread, as often as wanted; the stack goes with the thread.
void nc_guard_thread(void);
// Leaves what faults and Ctrl-\ do to the system: Swift's runtime would start a debugger on the terminal, which waits for
// keys. Where the environment asks for that debugger (SWIFT_BACKTRACE), faults keep it. Before a screen is opened.
void nc_forget_debugger(void);
// Ends the process as if the signal had not been caught.
_Noreturn void nc_end_by_signal(int signal);

#endif
