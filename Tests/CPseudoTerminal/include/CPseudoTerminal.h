// A pseudo-terminal with a program in it, for tests: what Swift cannot import or must not do between fork and exec.
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pt_terminal {
  int controller;  // our end
  int terminal;    // the program's end, kept open to look at its modes and at input nobody has read
  int log;         // what the program writes to its descriptor 3
  pid_t program;
};

// Makes a pseudo-terminal without a program. errno of the failure, or 0.
int pt_open(int width, int height, struct pt_terminal *terminal);
// Starts a program in it as the leader of its session. arguments and environment end with a null pointer. errno of the
// failure, or 0.
int pt_start(
    struct pt_terminal *terminal, const char *path, char *const arguments[], char *const environment[],
    int refuses_threads);
int pt_resize(int controller, int width, int height);
// Waits for the first of two descriptors to be readable, for milliseconds at most. Bit 0: the first, bit 1: the second.
int pt_wait(int first, int second, int milliseconds);
// Reads without waiting. 0: nothing there; -1: the other end is closed.
long pt_read(int descriptor, uint8_t *buffer, size_t capacity);
// The modes as bytes that are equal if and only if the modes are. How many bytes.
size_t pt_modes(int terminal, uint8_t *buffer, size_t capacity);
// Input that the program has not read, line by line or not.
size_t pt_unread(int terminal, uint8_t *buffer, size_t capacity);
// Looks whether the program has ended. 0: not yet; otherwise 1, with the exit status or the signal (the other is -1).
int pt_ended(pid_t program, int *status, int *signal);
int64_t pt_milliseconds(void);

// Runs a program to its end, for milliseconds at most, with nothing but standard descriptors; what it writes to standard
// output and standard error goes to a new descriptor, which the caller closes. Its exit status, or -1.
int pt_run(const char *path, char *const arguments[], char *const environment[], int milliseconds, int *output);

#endif
