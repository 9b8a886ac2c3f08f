// Gives the terminal back whatever ends or stops the process. Everything that runs in a signal handler here uses
// async-signal-safe functions only.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"
#include "device.h"

// Whose the terminal is, and which thread is at changing that: signals of several kinds can come at once on several
// threads. Who finds it being taken or given back by another waits for that, because a process that ended meanwhile
// would leave it half way.
enum { is_free, is_ours, is_being_taken, is_being_given_back, kinds = 4 };
static _Atomic int64_t terminal_state = is_free;
static int64_t by_this_thread(int kind) { return kind + (int64_t)gettid() * kinds; }
// Whether a signal is about to end the process: what has been given back is not taken again.
static atomic_bool is_ending = false;
static atomic_bool cut = false;
// When the terminal last did not take all that was sent at once, and for how long it counts as slow after that: a
// pseudo-terminal holds some kilobytes, which 9,600 bit/s need that long for.
static _Atomic int64_t waited = INT64_MIN / 2;
static const int64_t slow_for = 10 * 1000;
static struct termios before;

// Two copies: a handler reads the one that is not being written.
static struct nc_transitions transitions[2];
static atomic_int current = 0;

// Standard error, while what is written to it is kept for after the picture: a trap's message would be drawn over and
// then vanish with the alternate screen.
static int standard_error = -1, kept_errors = -1;

// MARK: Leaving

// Writes to a terminal that may have stopped reading, for a quarter of a second at most.
static void write_patiently(int device, const char *bytes, size_t count) {
  int64_t end = nc_milliseconds() + 250;
  while (count > 0) {
    ssize_t written = write(device, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
      continue;
    }
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno != EAGAIN && errno != EWOULDBLOCK) return;
    int64_t left = end - nc_milliseconds();
    if (left <= 0) {
      // It reads nothing: drop what it has not read, so that the end of our modes at least waits for it.
      tcflush(device, TCOFLUSH);
      ssize_t ignored = write(device, bytes, count);
      (void)ignored;
      return;
    }
    struct pollfd wait = {.fd = device, .events = POLLOUT};
    poll(&wait, 1, (int)left);
  }
}

static void keep_errors(int device) {
  struct stat errors, terminal;
  if (!isatty(STDERR_FILENO) || fstat(STDERR_FILENO, &errors) != 0 || fstat(device, &terminal) != 0) return;
  if (errors.st_rdev != terminal.st_rdev) return;
  kept_errors = memfd_create("errors", MFD_CLOEXEC);
  if (kept_errors < 0) return;
  standard_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (standard_error < 0 || dup2(kept_errors, STDERR_FILENO) < 0) {
    if (standard_error >= 0) close(standard_error);
    close(kept_errors);
    standard_error = kept_errors = -1;
  }
}

static void release_errors(int device) {
  if (standard_error < 0) return;
  dup2(standard_error, STDERR_FILENO);
  close(standard_error);
  struct stat kept;
  char bytes[1024];
  off_t limit = 16 * 1024;
  off_t offset = fstat(kept_errors, &kept) == 0 && kept.st_size > limit ? kept.st_size - limit : 0;
  for (;;) {
    ssize_t count = pread(kept_errors, bytes, sizeof bytes, offset);
    if (count <= 0) break;
    write_patiently(device, bytes, (size_t)count);
    offset += count;
  }
  close(kept_errors);
  standard_error = kept_errors = -1;
}

static void give_back(void) {
  int device = nc_device();
  const struct nc_transitions *end = &transitions[atomic_load(&current)];
  bool is_cut = atomic_exchange(&cut, false);
  if (is_cut || nc_milliseconds() - atomic_load(&waited) < slow_for) {
    // A slow terminal still has much of a picture before it that nobody will look at; what is said next would queue.
    tcflush(device, TCOFLUSH);
    // ESC ends whatever sequence was sent in part; ESC \\ alone does nothing.
    write_patiently(device, "\033\\", 2);
  }
  write_patiently(device, end->leave, end->leave_count);
  // Mouse reports and replies on their way are not for the shell.
  tcflush(device, TCIFLUSH);
  tcsetattr(device, TCSANOW, &before);
  release_errors(device);
  nc_device_share(false);
}

static void sleep_briefly(void) {
  struct timespec moment = {.tv_nsec = 1000000};
  nanosleep(&moment, NULL);
}

void nc_guard_leave(void) {
  int saved = errno;
  // Besides, setting the modes from the background would stop the process.
  sigset_t mask;
  nc_block_signals(&mask);
  int64_t mine = by_this_thread(is_being_given_back), end = nc_milliseconds() + 1000;
  for (;;) {
    int64_t state = atomic_load(&terminal_state);
    if (state == is_free) break;
    // Its own doing, interrupted by one of the few signals that can't be blocked, nobody goes on with.
    if (state == is_ours || state / kinds == mine / kinds) {
      if (!atomic_compare_exchange_strong(&terminal_state, &state, mine)) continue;
      give_back();
      atomic_store(&terminal_state, is_free);
      break;
    }
    if (nc_milliseconds() >= end) break;
    sleep_briefly();
  }
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  errno = saved;
}

void nc_guard_leave_for_good(void) {
  atomic_store(&is_ending, true);
  nc_guard_leave();
}

void nc_guard_await_end(void) {
  for (int i = 0; i < 1000 && atomic_load(&is_ending); i++) sleep_briefly();
}

bool nc_guard_holds(void) { return atomic_load(&terminal_state) == is_ours; }

void nc_guard_note_wait(void) { atomic_store(&waited, nc_milliseconds()); }

void nc_guard_set_cut(bool is_cut) { atomic_store(&cut, is_cut); }

void nc_guard_set_transitions(const struct nc_transitions *new) {
  int other = 1 - atomic_load(&current);
  transitions[other] = *new;
  atomic_store(&current, other);
}

// MARK: Entering

// Stops, like any job that wants the terminal from the background, until it is in the foreground.
bool nc_guard_wait_for_foreground(void) {
  int device = nc_device();
  struct sigaction noting, plain = {.sa_handler = SIG_DFL};
  sigaction(SIGTTOU, NULL, &noting);
  bool is_foreground = false;
  for (int attempt = 0; attempt < 100; attempt++) {
    pid_t foreground = tcgetpgrp(device);
    if (foreground < 0 || foreground == getpgrp()) {
      is_foreground = foreground >= 0 || errno == ENOTTY;
      break;
    }
    if (noting.sa_handler != SIG_IGN) sigaction(SIGTTOU, &plain, NULL);
    if (kill(0, SIGTTOU) != 0) break;
    // In an orphaned group nothing stops; a few attempts tell.
    struct timespec moment = {.tv_nsec = 1000000};
    nanosleep(&moment, NULL);
  }
  sigaction(SIGTTOU, &noting, NULL);
  return is_foreground;
}

bool nc_guard_enter(void) {
  int device = nc_device();
  if (nc_guard_holds()) return true;
  if (!nc_guard_wait_for_foreground() || tcgetattr(device, &before) != 0) return false;
  struct termios raw = before;
  // Keys as bytes, at once, unechoed. Signals (Ctrl-C, Ctrl-Z, Ctrl-\) and flow control stay with the terminal.
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  raw.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | ISTRIP);
  // ncurses takes a line feed for "one row down, same column".
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  sigset_t mask;
  nc_block_signals(&mask);
  int64_t free = is_free;
  bool is_raw = atomic_compare_exchange_strong(&terminal_state, &free, by_this_thread(is_being_taken));
  if (is_raw) {
    is_raw = !atomic_load(&is_ending) && tcsetattr(device, TCSANOW, &raw) == 0;
    if (is_raw) {
      nc_device_share(true);
      keep_errors(device);
      atomic_store(&cut, false);
    }
    atomic_store(&terminal_state, is_raw ? is_ours : is_free);
  }
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  if (!is_raw) {
    nc_guard_await_end();
    return false;
  }
  const struct nc_transitions *start = &transitions[atomic_load(&current)];
  nc_queue_clear();
  return nc_queue(start->enter, start->enter_count) && nc_send() >= 0;
}
