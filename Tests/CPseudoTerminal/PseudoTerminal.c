#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

int pt_open(int width, int height, struct pt_terminal *terminal) {
  struct winsize size = {.ws_col = (unsigned short)width, .ws_row = (unsigned short)height};
  *terminal = (struct pt_terminal){-1, -1, -1, -1};
  if (openpty(&terminal->controller, &terminal->terminal, NULL, NULL, &size) != 0) return errno;
  fcntl(terminal->controller, F_SETFD, FD_CLOEXEC);
  fcntl(terminal->terminal, F_SETFD, FD_CLOEXEC);
  fcntl(terminal->controller, F_SETFL, O_NONBLOCK);
  return 0;
}

// Makes the system refuse new threads and processes to this one, as it does where there are too many.
static void refuse_threads(void) {
  struct sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EAGAIN),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {.len = sizeof program / sizeof *program, .filter = program};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) _exit(126);
}

int pt_start(
    struct pt_terminal *terminal, const char *path, char *const arguments[], char *const environment[],
    int refuses_threads) {
  int end = terminal->terminal, log[2];
  if (pipe2(log, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
  // A log that nobody reads must not stop the program.
  fcntl(log[1], F_SETPIPE_SZ, 1 << 20);
  pid_t program = fork();
  if (program < 0) return errno;
  if (program == 0) {
    setsid();
    ioctl(end, TIOCSCTTY, 0);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    dup2(end, 0);
    dup2(end, 1);
    dup2(end, 2);
    dup2(log[1], 3);
    close_range(4, ~0U, 0);
    if (refuses_threads) refuse_threads();
    execve(path, arguments, environment);
    _exit(127);
  }
  close(log[1]);
  terminal->log = log[0];
  terminal->program = program;
  return 0;
}

int pt_resize(int controller, int width, int height) {
  struct winsize size = {.ws_col = (unsigned short)width, .ws_row = (unsigned short)height};
  return ioctl(controller, TIOCSWINSZ, &size);
}

int pt_wait(int first, int second, int milliseconds) {
  struct pollfd waits[2] = {{.fd = first, .events = POLLIN}, {.fd = second, .events = POLLIN}};
  if (poll(waits, 2, milliseconds) <= 0) return 0;
  return (waits[0].revents & POLLIN ? 1 : 0) | (waits[1].revents & POLLIN ? 2 : 0);
}

long pt_read(int descriptor, uint8_t *buffer, size_t capacity) {
  for (;;) {
    ssize_t count = read(descriptor, buffer, capacity);
    if (count > 0) return (long)count;
    if (count < 0 && errno == EINTR) continue;
    return count < 0 && errno == EAGAIN ? 0 : -1;
  }
}

size_t pt_modes(int terminal, uint8_t *buffer, size_t capacity) {
  struct termios modes;
  memset(&modes, 0, sizeof modes);
  if (tcgetattr(terminal, &modes) != 0 || capacity < sizeof modes) return 0;
  memcpy(buffer, &modes, sizeof modes);
  return sizeof modes;
}

size_t pt_unread(int terminal, uint8_t *buffer, size_t capacity) {
  struct termios modes, raw;
  if (tcgetattr(terminal, &modes) != 0) return 0;
  raw = modes;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  raw.c_cc[VMIN] = 0;
  raw.c_cc[VTIME] = 0;
  tcsetattr(terminal, TCSANOW, &raw);
  ssize_t count = read(terminal, buffer, capacity);
  tcsetattr(terminal, TCSANOW, &modes);
  return count > 0 ? (size_t)count : 0;
}

int pt_ended(pid_t program, int *status, int *signal) {
  int result;
  if (waitpid(program, &result, WNOHANG) != program) return 0;
  *status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
  *signal = WIFSIGNALED(result) ? WTERMSIG(result) : -1;
  return 1;
}

int64_t pt_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int pt_run(const char *path, char *const arguments[], char *const environment[], int milliseconds, int *output) {
  // Not a pipe: a server that the program leaves behind would hold its end.
  *output = memfd_create("output", MFD_CLOEXEC);
  if (*output < 0) return -1;
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  pid_t program = fork();
  if (program == 0) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(nothing, 0);
    dup2(*output, 1);
    dup2(*output, 2);
    close_range(3, ~0U, 0);
    execve(path, arguments, environment);
    _exit(127);
  }
  close(nothing);
  int64_t end = pt_milliseconds() + milliseconds;
  int status = -1, signal = -1;
  while (program > 0 && !pt_ended(program, &status, &signal)) {
    if (pt_milliseconds() > end) kill(program, SIGKILL);
    pt_wait(-1, -1, 1);
  }
  lseek(*output, 0, SEEK_SET);
  return status;
}
