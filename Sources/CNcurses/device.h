// What the files of this target share about the device; not seen from Swift.
#ifndef DEVICE_H
#define DEVICE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

// What is sent on taking the terminal and on giving it back.
struct nc_transitions {
  char enter[512];
  size_t enter_count;
  char leave[512];
  size_t leave_count;
};

// device.c

// Opens the terminal behind standard output with a description of its own, so that non-blocking mode is not shared
// with the shell.
bool nc_device_open(void);
void nc_device_close(void);
int nc_device(void);
// Where the descriptor had to be borrowed: makes it non-blocking while it is ours. Async-signal-safe.
void nc_device_share(bool is_ours);
// Drops what is queued.
void nc_queue_clear(void);
// Asks the device for its size. False where it does not know.
bool nc_device_size(int *width, int *height);

// guard.c

// Stops, like any job that wants the terminal from the background, until it is in the foreground. False where that
// cannot be.
bool nc_guard_wait_for_foreground(void);
// Raw mode, standard error set aside, `enter` sent; from now on the guard gives the terminal back.
// False where the terminal cannot be had.
bool nc_guard_enter(void);
// Undoes nc_guard_enter if it is in effect. Async-signal-safe.
void nc_guard_leave(void);
// The same before a signal ends the process: it is not entered again. Async-signal-safe.
void nc_guard_leave_for_good(void);
// Where a signal that came on another thread is about to end the process: waits for that.
void nc_guard_await_end(void);
bool nc_guard_holds(void);
// Replaces what is sent on entering and leaving; safe against a signal at any moment.
void nc_guard_set_transitions(const struct nc_transitions *transitions);
// Whether a sequence may have been sent in part, so that leaving must first end it.
void nc_guard_set_cut(bool cut);
// Notes that the terminal does not take all that is to be sent at once.
void nc_guard_note_wait(void);
// signals.c

// Installs the signal handlers. Saved handlers come back with nc_guard_remove.
void nc_guard_install(void);
void nc_guard_remove(void);
// Blocks all signals for the calling thread but those of faults, which would end the process without a handler then.
void nc_block_signals(sigset_t *before);
// Makes the pipe that ends a wait, once a process. Its reading end, or -1.
int nc_wake_pipe(void);
bool nc_has_signals(void);
// Whether the process has been continued, or is to be stopped, and nobody has dealt with it yet: nothing may be read or
// written then.
bool nc_must_yield(void);

#endif
