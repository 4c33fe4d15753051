/*
 * The scan, written once for every instruction set. A file that includes this has defined
 *   W                    int32 lanes of a register, the types VI (int32) and VF (float)
 *   vi_zero, vi_load, vi_store, vi_add, vi_broadcast (four bytes), vi_dp (u8 by s8, by fours)
 *   vi_low, vi_high      the nibbles of each byte
 *   vi_reduce            W registers to one: the sum of each
 *   vf_load, vf_all
 *   reach                which lanes of value * scale + residual * slope reach floor
 */
#include "scan.h"

#define INLINE static inline __attribute__((always_inline))

#ifndef OWN_APPEND
/* Writes the lanes of a mask, whose rows or probes are consecutive, and says how many. */
INLINE int append(unsigned mask, int row, int row_step, int probe, int probe_step, VI product,
                  struct survivor *out) {
  int32_t products[W] __attribute__((aligned(64)));
  vi_store(products, product);
  int n = 0;
  for (; mask; mask &= mask - 1) {
    int lane = __builtin_ctz(mask);
    out[n].entry = (row + lane * row_step) << PROBE_BITS | (probe + lane * probe_step);
    out[n++].product = products[lane];
  }
  return n;
}
#endif

/* Bytes: on a Zen 5 a third is gained by asking for them, and as much by 1 kB as by 4. */
enum { AHEAD = 2048 };

/* Two streams of rows, W / 2 of each at a time, for n probes; the lanes of a register are rows. */
INLINE int few_probes(const struct rows *rows, const struct probes *p, int first, const int n,
                      int from, int to, struct survivor *out) {
  const int stride = p->stride, plane = stride / 2, half = W / 2;
  const int span = (to - from + TOGETHER - 1) / TOGETHER * TOGETHER, apart = span / 2;
  int found = 0;
  for (int i = from; i < from + apart; i += half) {
    VI sums[4][W];
    for (int z = 0; z < W; z++) {
      const uint8_t *row = rows->high + (int64_t)(z < half ? i + z : i + apart + z - half) * plane;
      VI even[4], odd[4];
      for (int q = 0; q < n; q++) {
        even[q] = odd[q] = vi_zero();
      }
      for (int at = 0; at < plane; at += 64) {
        for (int part = 0; part < 64; part += 4 * W) {
          VI both = vi_load(row + at + part);
          __builtin_prefetch(row + at + part + AHEAD);
          VI low = vi_low(both), high = vi_high(both);
          for (int q = 0; q < n; q++) {
            const int8_t *codes = p->codes + (int64_t)(first + q) * stride + 2 * at + part;
            even[q] = vi_dp(even[q], low, vi_load(codes));
            odd[q] = vi_dp(odd[q], high, vi_load(codes + 64));
          }
        }
      }
      for (int q = 0; q < n; q++) {
        sums[q][z] = vi_add(even[q], odd[q]);
      }
    }
    float scales[W] __attribute__((aligned(64))), residuals[W] __attribute__((aligned(64)));
    __builtin_memcpy(scales, rows->coarse_scales + i, half * 4);
    __builtin_memcpy(scales + half, rows->coarse_scales + i + apart, half * 4);
    __builtin_memcpy(residuals, rows->coarse_residuals + i, half * 4);
    __builtin_memcpy(residuals + half, rows->coarse_residuals + i + apart, half * 4);
    for (int q = 0; q < n; q++) {
      int probe = first + q;
      VI product = vi_reduce(sums[q]);
      VI value = vi_add(vi_add(product, product), vi_all(-15 * p->sums[probe]));
      unsigned mask = reach(value, vf_load(scales), vf_load(residuals), vf_all(p->slopes[probe]),
                            vf_all(p->floors[probe]));
      if (mask) {
        unsigned lower = (1u << half) - 1;
        unsigned left = i + half <= to ? lower : i < to ? (1u << (to - i)) - 1 : 0;
        int j = i + apart;
        unsigned right = j + half <= to ? lower : j < to ? (1u << (to - j)) - 1 : 0;
        found += append(mask & left, i, 1, probe, 0, product, out + found);
        found += append(mask & right << half, j - half, 1, probe, 0, product, out + found);
      }
    }
  }
  return found;
}

static int few(const struct rows *rows, const struct probes *p, int from, int to,
               struct survivor *out) {
  int found = 0, first = 0;
  for (; first + 4 <= p->count; first += 4) {
    found += few_probes(rows, p, first, 4, from, to, out + found);
  }
  switch (p->count - first) {
    case 3: return found + few_probes(rows, p, first, 3, from, to, out + found);
    case 2: return found + few_probes(rows, p, first, 2, from, to, out + found);
    case 1: return found + few_probes(rows, p, first, 1, from, to, out + found);
    default: return found;
  }
}

/* A byte for each nibble, which then lie in the first cache. */
INLINE void unpack(const uint8_t *nibbles, int bytes, uint8_t *room) {
  for (int at = 0; at < bytes; at += 64) {
    for (int part = 0; part < 64; part += 4 * W) {
      VI both = vi_load(nibbles + at + part);
      vi_store(room + 2 * at + part, vi_low(both));
      vi_store(room + 2 * at + part + 64, vi_high(both));
    }
  }
}

/* A byte for each code, 16 high + low = int8 + 128. */
INLINE void unpack_whole(const uint8_t *high, const uint8_t *low, int bytes, uint8_t *room) {
  for (int at = 0; at < bytes; at += 64) {
    for (int part = 0; part < 64; part += 4 * W) {
      VI h = vi_load(high + at + part), l = vi_load(low + at + part);
      VI even = vi_low(h), odd = vi_high(h);
      for (int twice = 0; twice < 4; twice++) {
        even = vi_add(even, even);
        odd = vi_add(odd, odd);
      }
      vi_store(room + 2 * at + part, vi_add(even, vi_low(l)));
      vi_store(room + 2 * at + part + 64, vi_add(odd, vi_high(l)));
    }
  }
}

/* 32 rows, with their high nibbles alone or whole. */
INLINE void unpack_rows(const struct rows *rows, const struct probes *p, int row, const int whole) {
  const int bytes = TOGETHER * p->stride / 2;
  const int64_t at = (int64_t)row * (p->stride / 2);
  if (whole) {
    unpack_whole(rows->high + at, rows->low + at, bytes, p->room);
  } else {
    unpack(rows->high + at, bytes, p->room);
  }
}

/* The test of one row and one register of probes. */
INLINE int test_probes(const struct rows *rows, const struct probes *p, int row, int probe,
                       VI product, const int whole, struct survivor *out) {
  const float *scales = whole ? rows->scales : rows->coarse_scales;
  const float *residuals = whole ? rows->residuals : rows->coarse_residuals;
  int32_t bias[W] __attribute__((aligned(64)));
  for (int lane = 0; lane < W; lane++) {
    bias[lane] = (whole ? -128 : -15) * p->sums[probe + lane];
  }
  VI value = vi_add(whole ? product : vi_add(product, product), vi_load(bias));
  unsigned mask = reach(value, vf_all(scales[row]), vf_all(residuals[row]),
                        vf_load(p->slopes + probe), vf_load(p->floors + probe));
  return mask ? append(mask, row, 0, probe, 1, whole ? value : product, out) : 0;
}

INLINE int all_probes(const struct rows *rows, const struct probes *p, int from, int to,
                      const int whole, struct survivor *out);

#ifndef OWN_ALL_PROBES
/* r rows by g registers of probes, all sums in registers; the lanes of a register are probes. */
INLINE int rows_by_probes(const struct rows *rows, const struct probes *p, int row, const int r,
                          int probe, const int g, const uint8_t *room, int to, const int whole,
                          struct survivor *out) {
  const int stride = p->stride;
  VI sums[16][8];
  for (int i = 0; i < r; i++) {
    for (int j = 0; j < g; j++) {
      sums[i][j] = vi_zero();
    }
  }
  const int8_t *packed[8];
  for (int j = 0; j < g; j++) {
    int lane = probe + j * W;
    packed[j] = p->packed + (int64_t)(lane / GROUP * GROUP) * stride + lane % GROUP * 4;
  }
  for (int k = 0; k < stride; k += 4) {
    VI codes[8];
    for (int j = 0; j < g; j++) {
      codes[j] = vi_load(packed[j] + k * GROUP);
    }
    for (int i = 0; i < r; i++) {
      VI components = vi_broadcast(room + i * stride + k);
      for (int j = 0; j < g; j++) {
        sums[i][j] = vi_dp(sums[i][j], components, codes[j]);
      }
    }
  }
  int found = 0;
  for (int i = 0; i < r; i++) {
    for (int j = 0; row + i < to && j < g; j++) {
      found += test_probes(rows, p, row + i, probe + j * W, sums[i][j], whole, out + found);
    }
  }
  return found;
}

INLINE int all_probes(const struct rows *rows, const struct probes *p, int from, int to,
                      const int whole, struct survivor *out) {
  const int stride = p->stride, lanes = (p->count + GROUP - 1) / GROUP * GROUP;
  int found = 0;
  for (int row = from; row < to; row += TOGETHER) {
    unpack_rows(rows, p, row, whole);
    int probe = 0;
    for (; probe + WIDE * W <= lanes; probe += WIDE * W) {
      for (int i = 0; i < TOGETHER; i += WIDE_ROWS) {
        found += rows_by_probes(rows, p, row + i, WIDE_ROWS, probe, WIDE, p->room + i * stride, to,
                                whole, out + found);
      }
    }
    for (; probe < lanes; probe += GROUP) {
      for (int i = 0; i < TOGETHER; i += NARROW_ROWS) {
        found += rows_by_probes(rows, p, row + i, NARROW_ROWS, probe, GROUP / W,
                                p->room + i * stride, to, whole, out + found);
      }
    }
  }
  return found;
}
#endif

static int many(const struct rows *rows, const struct probes *p, int from, int to,
                struct survivor *out) {
  return all_probes(rows, p, from, to, 0, out);
}

#ifndef NIBBLES_ONLY
static int whole(const struct rows *rows, const struct probes *p, int from, int to,
                 struct survivor *out) {
  return all_probes(rows, p, from, to, 1, out);
}
#endif

INLINE void prefetch_row(const uint8_t *nibbles, int row, int bytes) {
  for (int at = 0; at < bytes; at += 64) {
    __builtin_prefetch(nibbles + (int64_t)row * bytes + at);
  }
}

/* Survivors: their low nibbles lie anywhere in the block, where no processor foresees them. */
enum { SOON = 16 };

/* <int8, probe> = 16 <high, probe> + <low, probe> - 128 <1, probe>. */
static int complete(const struct rows *rows, const struct probes *p, struct survivor *survivors,
                    int count) {
  const int stride = p->stride, plane = stride / 2;
  int kept = 0, unpacked = -1, awaited = -1;
  for (int s = 0; s < count; s++) {
    int32_t entry = survivors[s].entry;
    int soon = s + SOON < count ? survivors[s + SOON].entry >> PROBE_BITS : awaited;
    if (soon != awaited) {
      prefetch_row(rows->low, soon, plane);
      awaited = soon;
    }
    int row = entry >> PROBE_BITS, probe = entry & ((1 << PROBE_BITS) - 1);
    if (row != unpacked) {
      unpack(rows->low + (int64_t)row * plane, plane, p->room);
      unpacked = row;
    }
    const int8_t *codes = p->codes + (int64_t)probe * stride;
    VI even = vi_zero(), odd = even;
    for (int at = 0; at < stride; at += 8 * W) {
      even = vi_dp(even, vi_load(p->room + at), vi_load(codes + at));
      odd = vi_dp(odd, vi_load(p->room + at + 4 * W), vi_load(codes + at + 4 * W));
    }
    int32_t product =
        16 * survivors[s].product + vi_total(vi_add(even, odd)) - 128 * p->sums[probe];
    if ((float)product * rows->scales[row] + rows->residuals[row] * p->slopes[probe] >=
        p->floors[probe]) {
      survivors[kept].entry = entry;
      survivors[kept++].product = product;
    }
  }
  return kept;
}

/* A product of two floats is exact in double, so that fused or not is the same to the bit. */
static double dot(const float *x, const float *y, int stride) {
  double lanes[8] = {0};
  for (int i = 0; i < stride; i += 8) {
    for (int lane = 0; lane < 8; lane++) {
      lanes[lane] += (double)x[i + lane] * y[i + lane];
    }
  }
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) +
         ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}
