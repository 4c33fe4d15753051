/* What the processor has and the system lets us use. */
#define _GNU_SOURCE
#include "scan.h"
#include <unistd.h>
#ifdef __x86_64__
#include <cpuid.h>
#include <sys/syscall.h>

/* Bits of the state that the system saves at a switch: vectors, masks, tiles. */
enum { AVX_STATE = 0x6, AVX512_STATE = 0xe6, TILE_STATE = 0x60000 };

static unsigned saved(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE)) return 0;
  __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
  return a;
}

static int leaf7(unsigned sub, unsigned *a, unsigned *b, unsigned *c, unsigned *d) {
  *a = *b = *c = *d = 0;
  return __get_cpuid_count(7, sub, a, b, c, d);
}

int scan_has_avx2(void) {
  unsigned a, b, c, d;
  return (saved() & AVX_STATE) == AVX_STATE && leaf7(0, &a, &b, &c, &d) && b >> 5 & 1;
}

int scan_has_avxvnni(void) {
  unsigned a, b, c, d;
  return scan_has_avx2() && leaf7(1, &a, &b, &c, &d) && a >> 4 & 1;
}

/* F, DQ, BW, VL and VNNI. */
int scan_has_avx512(void) {
  unsigned a, b, c, d;
  return (saved() & AVX512_STATE) == AVX512_STATE && leaf7(0, &a, &b, &c, &d) && b >> 16 & 1 &&
         b >> 17 & 1 && b >> 30 & 1 && b >> 31 & 1 && c >> 11 & 1;
}

int scan_has_amx(void) {
#ifdef EMULATE_AMX
  return scan_has_avx512();
#else
  unsigned a, b, c, d;
  const int request_permission = 0x1023, tile_data = 18;
  return scan_has_avx512() && (saved() & TILE_STATE) == TILE_STATE && leaf7(0, &a, &b, &c, &d) &&
         d >> 24 & 1 && d >> 25 & 1 && syscall(SYS_arch_prctl, request_permission, tile_data) == 0;
#endif
}
#else
#include <sys/auxv.h>

int scan_has_neon(void) {
  const unsigned long dot_product = 1ul << 20;
  return (getauxval(AT_HWCAP) & dot_product) != 0;
}
#endif
