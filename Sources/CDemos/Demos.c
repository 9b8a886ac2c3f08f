// Written by `RENEW_DEMOS=1 swift test --filter DemoTests`: the files of the folder Demos, one after another.

#include "CDemos.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const Demo demos[] = {
    {0, 0, 0},
};

size_t demo_count(void) { return sizeof demos / sizeof *demos - 1; }

Demo demo_at(size_t index) { return demos[index]; }
