/* What every kernel offers, and how the memory lies that Java hands over by address. */
#ifndef FACESTREAM_SCAN_H
#define FACESTREAM_SCAN_H
#include <stdint.h>

/* Rows of a block, and how many are unpacked together for a large batch. */
enum { BLOCK = 1024, TOGETHER = 32, GROUP = 16, PROBE_BITS = 8 };

/*
 * One block of rows (CodedRows.java). A plane has half a byte for each component: of each 64 bytes
 * the low nibbles are 64 components and the high nibbles the 64 after them.
 */
struct rows {
  const uint8_t *high, *low;
  const float *coarse_scales, *coarse_residuals, *scales, *residuals;
};

/*
 * Some probes (ProbeTile.java): int8 codes a row each; the same packed by groups of 16 probes, four
 * components of each side by side; what the tests need; and room to unpack rows.
 */
struct probes {
  int count, stride;
  const float *slopes, *floors;
  const int32_t *sums;
  const int8_t *codes, *packed;
  uint8_t *room;
};

/* A row and a probe that passed, row << 8 | probe, and <high nibbles, probe>; later <int8, probe>. */
struct survivor {
  int32_t entry, product;
};

struct kernel {
  /* Level 1, rows from (a multiple of 32) to to: writes what may reach its floor, and says how many. */
  int (*few)(const struct rows *, const struct probes *, int from, int to, struct survivor *);
  int (*many)(const struct rows *, const struct probes *, int from, int to, struct survivor *);
  /* Levels 1 and 2 at once, for when most rows would need both: products are of int8. Or null. */
  int (*whole)(const struct rows *, const struct probes *, int from, int to, struct survivor *);
  /* Level 2: adds the low nibbles, keeps what may still reach its floor, and says how many. */
  int (*complete)(const struct rows *, const struct probes *, struct survivor *, int count);
  /* Level 3: eight interleaved sums in double. */
  double (*dot)(const float *, const float *, int stride);
};

extern const struct kernel scan_avx512, scan_amx, scan_avxvnni, scan_avx2, scan_neon;

/* Whether this processor and system can run them. */
int scan_has_avx512(void), scan_has_amx(void), scan_has_avxvnni(void), scan_has_avx2(void),
    scan_has_neon(void);
#endif
