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
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"
#include "device.h"

static atomic_bool holds = false;
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

// MARK: Waking

static int wake_pipe[2] = {-1, -1};
static atomic_uint pending = 0;

int nc_wake_pipe(void) {
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) wake_pipe[0] = wake_pipe[1] = -1;
  return wake_pipe[0];
}

static void note(unsigned what) {
  int saved = errno;
  if ((atomic_fetch_or(&pending, what) & what) == 0 && wake_pipe[1] >= 0) {
    ssize_t ignored = write(wake_pipe[1], "", 1);
    (void)ignored;
  }
  errno = saved;
}

void nc_wake(void) { note(NC_WAKE); }

bool nc_has_signals(void) { return atomic_load(&pending) != 0; }

bool nc_is_continued(void) { return (atomic_load(&pending) & NC_CONTINUED) != 0; }

unsigned nc_take_signals(void) {
  char bytes[64];
  while (wake_pipe[0] >= 0 && read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
  return atomic_exchange(&pending, 0);
}

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

void nc_guard_leave(void) {
  if (!atomic_exchange(&holds, false)) return;
  int saved = errno;
  int device = nc_device();
  // From the background, setting the modes would stop the process.
  sigset_t blocked, mask;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &blocked, &mask);
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
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  errno = saved;
}

bool nc_guard_holds(void) { return atomic_load(&holds); }

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
  for (int attempt = 0; attempt < 100; attempt++) {
    pid_t foreground = tcgetpgrp(device);
    if (foreground < 0 || foreground == getpgrp()) return foreground >= 0 || errno == ENOTTY;
    if (kill(0, SIGTTOU) != 0) return false;
    // In an orphaned group nothing stops; a few attempts tell.
    struct timespec moment = {.tv_nsec = 1000000};
    nanosleep(&moment, NULL);
  }
  return false;
}

bool nc_guard_enter(void) {
  int device = nc_device();
  if (atomic_load(&holds)) return true;
  if (!nc_guard_wait_for_foreground() || tcgetattr(device, &before) != 0) return false;
  struct termios raw = before;
  // Keys as bytes, at once, unechoed. Signals (Ctrl-C, Ctrl-Z, Ctrl-\) and flow control stay with the terminal.
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  raw.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | ISTRIP);
  // ncurses takes a line feed for "one row down, same column".
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  sigset_t all, mask;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &mask);
  bool is_raw = tcsetattr(device, TCSANOW, &raw) == 0;
  if (is_raw) {
    nc_device_share(true);
    keep_errors(device);
    atomic_store(&cut, false);
    atomic_store(&holds, true);
  }
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  if (!is_raw) return false;
  const struct nc_transitions *start = &transitions[atomic_load(&current)];
  nc_queue_clear();
  return nc_queue(start->enter, start->enter_count) && nc_send() >= 0;
}

// MARK: Signals

// Those that end a process if nobody does anything, Ctrl-C's apart, and that of a file that may not grow, which the
// program ignores.
static const int fatal[] = {SIGHUP,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT,   SIGBUS,  SIGFPE, SIGUSR1, SIGSEGV,
                            SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGVTALRM, SIGPROF, SIGSYS, SIGXCPU};
static const int handled[] = {SIGINT, SIGTSTP, SIGCONT, SIGWINCH};
enum { fatal_count = sizeof fatal / sizeof *fatal, handled_count = sizeof handled / sizeof *handled };

static struct sigaction fatal_before[fatal_count], handled_before[handled_count];
static bool is_installed = false;

static bool is_fault(int signal) {
  return signal == SIGILL || signal == SIGBUS || signal == SIGFPE || signal == SIGSEGV;
}

static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  nc_guard_leave();
  for (int i = 0; i < fatal_count; i++) {
    if (fatal[i] == signal) sigaction(signal, &fatal_before[i], NULL);
  }
  // A fault happens again on return, now with whoever was there before (Swift's backtrace, a sanitizer); anything else
  // is sent again and arrives when this handler is done.
  if (!is_fault(signal) || info->si_code <= 0) raise(signal);
}

// When the first interrupt that nobody has answered came; 0 for none.
static _Atomic int64_t interrupted_at = 0;

void nc_interrupt_answered(void) { atomic_store(&interrupted_at, 0); }

static void on_interrupt(void) {
  int64_t now = nc_milliseconds(), none = 0;
  if (atomic_compare_exchange_strong(&interrupted_at, &none, now) || now - none < 1000) {
    note(NC_INTERRUPTED);
    return;
  }
  // The program does not answer: Ctrl-C means it.
  nc_guard_leave();
  signal(SIGINT, SIG_DFL);
  raise(SIGINT);
}

static void on_handled(int signal) {
  switch (signal) {
    case SIGINT: on_interrupt(); break;
    case SIGTSTP: note(NC_STOP); break;
    case SIGCONT: note(NC_CONTINUED); break;
    case SIGWINCH: note(NC_RESIZED); break;
  }
}

void nc_guard_install(void) {
  if (is_installed) return;
  is_installed = true;
  nc_wake_pipe();
  nc_guard_thread();
  static bool is_registered = false;
  if (!is_registered) is_registered = atexit(nc_guard_leave) == 0;

  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = on_fatal;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) {
    sigaction(fatal[i], NULL, &fatal_before[i]);
    // What is ignored (nohup) stays ignored.
    if (fatal_before[i].sa_handler != SIG_IGN) sigaction(fatal[i], &action, NULL);
  }
  struct sigaction mild = {.sa_handler = on_handled, .sa_flags = SA_RESTART | SA_ONSTACK};
  sigfillset(&mild.sa_mask);
  for (int i = 0; i < handled_count; i++) {
    sigaction(handled[i], NULL, &handled_before[i]);
    if (handled_before[i].sa_handler != SIG_IGN || handled[i] == SIGWINCH || handled[i] == SIGCONT) {
      sigaction(handled[i], &mild, NULL);
    }
  }
}

void nc_guard_remove(void) {
  if (!is_installed) return;
  is_installed = false;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  for (int i = 0; i < handled_count; i++) sigaction(handled[i], &handled_before[i], NULL);
}

bool nc_suspend(void) {
  nc_guard_leave();
  struct sigaction ours, plain = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, &plain, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  return nc_resume();
}

void nc_end_by_signal(int signal) {
  nc_guard_leave();
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigaction(signal, &plain, NULL);
  sigset_t mask;
  sigemptyset(&mask);
  sigaddset(&mask, signal);
  pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
  raise(signal);
  _exit(128 + signal);
}

// MARK: Stacks

enum { stack_size = 64 * 1024 };

static pthread_key_t stack_key;
static pthread_once_t stack_once = PTHREAD_ONCE_INIT;
static bool has_stack_key = false;
static _Thread_local bool has_stack = false;

static void free_stack(void *stack) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(stack, stack_size);
}

static void make_stack_key(void) { has_stack_key = pthread_key_create(&stack_key, free_stack) == 0; }

void nc_guard_thread(void) {
  if (has_stack) return;
  has_stack = true;
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && !(present.ss_flags & SS_DISABLE)) return;
  pthread_once(&stack_once, make_stack_key);
  if (!has_stack_key) return;
  void *memory = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t stack = {.ss_sp = memory, .ss_size = stack_size};
  if (sigaltstack(&stack, NULL) != 0 || pthread_setspecific(stack_key, memory) != 0) free_stack(memory);
}
