// The built-in lessons as they are in the folder Demos, compiled into the program.
#ifndef CDEMOS_H
#define CDEMOS_H

#include <stddef.h>

// A file of the folder: its name without the ending, and its bytes.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} Demo;

// How many there are.
size_t demo_count(void);

// One of them, in the order of their names; the index is below the count.
Demo demo_at(size_t index);

#endif
