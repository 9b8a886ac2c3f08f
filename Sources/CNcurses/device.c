#define _GNU_SOURCE
#include "device.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "CNcurses.h"

static int device = -1;
static bool shares_flags = false;
static int shared_flags = 0;

// Bytes waiting to be sent: queue[sent..<count].
static char *queue = NULL;
static size_t capacity = 0, count = 0, sent = 0;

static bool is_same_terminal(int a, int b) {
  struct stat first, second;
  return fstat(a, &first) == 0 && fstat(b, &second) == 0 && first.st_rdev == second.st_rdev;
}

bool nc_device_open(void) {
  if (!isatty(STDOUT_FILENO)) return false;
  char path[256];
  shares_flags = false;
  if (ttyname_r(STDOUT_FILENO, path, sizeof path) == 0) {
    device = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (device >= 0 && isatty(device) && is_same_terminal(device, STDOUT_FILENO)) return true;
    if (device >= 0) close(device);
  }
  // The terminal has no name here (another mount namespace, another user's): borrow the descriptor.
  device = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (device < 0) return false;
  shared_flags = fcntl(device, F_GETFL);
  shares_flags = shared_flags >= 0;
  return true;
}

void nc_device_share(bool is_ours) {
  if (shares_flags) fcntl(device, F_SETFL, is_ours ? shared_flags | O_NONBLOCK : shared_flags);
}

void nc_device_close(void) {
  if (device < 0) return;
  shares_flags = false;
  close(device);
  device = -1;
}

int nc_device(void) { return device; }

bool nc_device_size(int *width, int *height) {
  struct winsize size;
  if (device < 0 || ioctl(device, TIOCGWINSZ, &size) != 0) return false;
  if (size.ws_col == 0 || size.ws_row == 0) return false;
  // Beyond any screen; keeps a wrong or hostile size from taking all memory.
  *width = size.ws_col < 2000 ? size.ws_col : 2000;
  *height = size.ws_row < 1000 ? size.ws_row : 1000;
  return true;
}

// MARK: Bytes

bool nc_queue(const char *bytes, size_t more) {
  if (sent == count) sent = count = 0;
  if (count + more > capacity) {
    size_t wanted = (count + more) * 2;
    char *bigger = realloc(queue, wanted);
    if (bigger == NULL) return false;
    queue = bigger;
    capacity = wanted;
  }
  memcpy(queue + count, bytes, more);
  count += more;
  return true;
}

void nc_queue_clear(void) { sent = count = 0; }

long nc_send(void) {
  while (sent < count) {
    // After a crash on another thread the terminal has been given back; nothing may follow.
    if (!nc_guard_holds()) {
      nc_guard_await_end();
      return -1;
    }
    // Just continued, perhaps in the background, or to be stopped: first that must be dealt with.
    if (nc_must_yield()) return (long)(count - sent);
    nc_guard_set_cut(true);
    ssize_t written = write(device, queue + sent, count - sent);
    if (written > 0) {
      sent += (size_t)written;
    } else if (written < 0 && errno == EINTR) {
      continue;
    } else if (written == 0 || errno == EAGAIN || errno == EWOULDBLOCK) {
      nc_guard_note_wait();
      return (long)(count - sent);
    } else {
      return -1;
    }
  }
  nc_guard_set_cut(false);
  return 0;
}

long nc_receive(uint8_t *buffer, size_t room) {
  for (;;) {
    ssize_t received = read(device, buffer, room);
    if (received > 0) return (long)received;
    if (received < 0 && errno == EINTR && !nc_must_yield()) continue;
    if (received < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK)) return 0;
    return -1;
  }
}

int64_t nc_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

unsigned nc_wait(int64_t milliseconds) {
  int64_t end = milliseconds < 0 ? 0 : nc_milliseconds() + milliseconds;
  for (;;) {
    if (nc_has_signals()) milliseconds = 0;
    struct pollfd waits[2] = {
        {.fd = device, .events = (short)(POLLIN | (sent < count ? POLLOUT : 0))},
        {.fd = nc_wake_pipe(), .events = POLLIN},
    };
    int64_t longest = 24 * 60 * 60 * 1000;
    int timeout = milliseconds < 0 ? -1 : (int)(milliseconds < longest ? milliseconds : longest);
    int ready = poll(waits, 2, timeout);
    unsigned result = nc_has_signals() ? NC_WOKEN : 0;
    if (ready > 0) {
      if (waits[0].revents & POLLIN) result |= NC_READABLE;
      if (waits[0].revents & POLLOUT) result |= NC_WRITABLE;
      if (waits[0].revents & (POLLHUP | POLLERR | POLLNVAL)) result |= NC_GONE;
      if (waits[1].revents & POLLIN) result |= NC_WOKEN;
      return result;
    }
    if (ready == 0 || errno != EINTR || result != 0) return result;
    if (milliseconds > 0) {
      milliseconds = end - nc_milliseconds();
      if (milliseconds < 0) milliseconds = 0;
    }
  }
}
