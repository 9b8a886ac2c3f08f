// Assets/terminfo/downhill-direct.ti, compiled; TerminalDescriptionTests compares the two.
#ifndef DIRECT_H
#define DIRECT_H

#define NC_DIRECT_NAME "downhill-direct"

extern const char nc_direct_description[];

#endif
