#include "registers256.h"

IN VI vi_dp(VI sum, VI u, VI s) { return _mm256_dpbusd_avx_epi32(sum, u, s); }

#include "kernel.h"

const struct kernel scan_avxvnni = {few, many, whole, complete, dot};
