// Signals: the ones that end or stop the process give the terminal back first (guard.c), the others wake the loop.
// Everything that runs in a handler here uses async-signal-safe functions only.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "CNcurses.h"
#include "device.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED true
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED false
#endif
static const bool is_sanitized = IS_SANITIZED;

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

bool nc_must_yield(void) { return (atomic_load(&pending) & (NC_CONTINUED | NC_STOP)) != 0; }

unsigned nc_take_signals(void) {
  char bytes[64];
  while (wake_pipe[0] >= 0 && read(wake_pipe[0], bytes, sizeof bytes) > 0) continue;
  return atomic_exchange(&pending, 0);
}

// MARK: Kinds of signals

static bool is_fault(int signal) {
  return signal == SIGILL || signal == SIGBUS || signal == SIGFPE || signal == SIGSEGV;
}

// Whether the C library keeps a signal for itself: it lets nobody handle it, yet sent from outside it ends the process
// like any other.
static bool is_reserved(int signal) { return signal > SIGSYS && signal < SIGRTMIN; }

// What the kernel knows of a handler; the C library's own form differs, and it fills in what only it knows.
struct kernel_action {
  _Alignas(long) char bytes[64];
};
enum { kernel_mask_size = 8 };

// Lets a reserved signal be handled as an action says; null for what the system does by itself.
static void set_reserved(int signal, const struct kernel_action *action) {
  static const struct kernel_action plain = {{0}};
  syscall(SYS_rt_sigaction, signal, action != NULL ? action : &plain, NULL, (size_t)kernel_mask_size);
}

// Handles the reserved signals as another one is handled just now, if that is by this handler.
static void install_reserved(int like, void (*handler)(int, siginfo_t *, void *)) {
  // A sanitizer watches over what it has seen installed.
  if (is_sanitized) return;
  struct kernel_action model = {{0}};
  struct sigaction present;
  if (sigaction(like, NULL, &present) != 0 || present.sa_sigaction != handler) return;
  if (syscall(SYS_rt_sigaction, like, NULL, &model, (size_t)kernel_mask_size) != 0) return;
  for (int signal = 1; signal < NSIG; signal++) {
    if (is_reserved(signal)) set_reserved(signal, &model);
  }
}

void nc_forget_debugger(void) {
  // Under a sanitizer faults are its own affair.
  if (is_sanitized) return;
  const char *asked = getenv("SWIFT_BACKTRACE");
  static const int crashes[] = {SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) {
    struct sigaction present, plain = {.sa_handler = SIG_DFL};
    // Ctrl-\ is no crash, whoever may have asked for a debugger.
    if (crashes[i] != SIGQUIT && asked != NULL && *asked != '\0') continue;
    if (sigaction(crashes[i], NULL, &present) != 0 || present.sa_handler == SIG_IGN) continue;
    sigaction(crashes[i], &plain, NULL);
  }
}

void nc_block_signals(sigset_t *mask) {
  sigset_t blocked;
  sigfillset(&blocked);
  for (int signal = 1; signal < NSIG; signal++) {
    if (is_fault(signal)) sigdelset(&blocked, signal);
  }
  pthread_sigmask(SIG_BLOCK, &blocked, mask);
}

// MARK: Signals

// Those that the program deals with.
static const struct { int number, flags; } handled[] = {
    {SIGINT, SA_RESTART},  {SIGTSTP, SA_RESTART}, {SIGCONT, SA_RESTART}, {SIGWINCH, SA_RESTART},
    // Reading or writing in the background: begun again, it would be refused again, for ever.
    {SIGTTIN, 0},          {SIGTTOU, 0},
};
enum { handled_count = sizeof handled / sizeof *handled };

// Whether a signal ends a process that does nothing about it: all but those that the program deals with, those that
// nobody can, those that stop or go unnoticed by themselves, and that of a file that may not grow, which it ignores.
static bool is_fatal(int signal) {
  for (int i = 0; i < handled_count; i++) {
    if (handled[i].number == signal) return false;
  }
  return signal != SIGKILL && signal != SIGSTOP && signal != SIGCHLD && signal != SIGURG && signal != SIGXFSZ;
}

static struct sigaction fatal_before[NSIG], handled_before[handled_count];
static bool is_installed = false;

static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  nc_guard_leave_for_good();
  if (is_reserved(signal)) {
    set_reserved(signal, NULL);
  } else {
    sigaction(signal, &fatal_before[signal], NULL);
  }
  // A fault happens again on return, now with whoever was there before (a sanitizer); anything else is sent again and
  // arrives when this handler is done. Not by raise, which knows nothing of the reserved ones.
  if (!is_fault(signal) || info->si_code <= 0) syscall(SYS_tgkill, getpid(), gettid(), signal);
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
  nc_guard_leave_for_good();
  signal(SIGINT, SIG_DFL);
  raise(SIGINT);
}

static void on_handled(int signal) {
  switch (signal) {
    case SIGINT: on_interrupt(); break;
    case SIGTSTP:
    case SIGTTIN:
    case SIGTTOU: note(NC_STOP); break;
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
  for (int signal = 1; signal < NSIG; signal++) {
    if (!is_fatal(signal) || is_reserved(signal)) continue;
    sigaction(signal, NULL, &fatal_before[signal]);
    // What is ignored (nohup) stays ignored.
    if (fatal_before[signal].sa_handler != SIG_IGN) sigaction(signal, &action, NULL);
  }
  install_reserved(SIGSYS, on_fatal);
  struct sigaction mild = {.sa_handler = on_handled};
  sigfillset(&mild.sa_mask);
  for (int i = 0; i < handled_count; i++) {
    int signal = handled[i].number;
    mild.sa_flags = handled[i].flags | SA_ONSTACK;
    sigaction(signal, NULL, &handled_before[i]);
    if (handled_before[i].sa_handler != SIG_IGN || signal == SIGWINCH || signal == SIGCONT) {
      sigaction(signal, &mild, NULL);
    }
  }
}

void nc_guard_remove(void) {
  if (!is_installed) return;
  is_installed = false;
  for (int signal = 1; signal < NSIG; signal++) {
    if (!is_fatal(signal)) continue;
    if (is_reserved(signal)) {
      set_reserved(signal, NULL);
    } else {
      sigaction(signal, &fatal_before[signal], NULL);
    }
  }
  for (int i = 0; i < handled_count; i++) sigaction(handled[i].number, &handled_before[i], NULL);
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
