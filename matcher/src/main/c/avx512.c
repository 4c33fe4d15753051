#include "registers512.h"
#include "kernel.h"

const struct kernel scan_avx512 = {few, many, whole, complete, dot};
