/*
 * AMX int8 for many probes, AVX-512 for the rest. With -DEMULATE_AMX the seven instructions are
 * plain C, so that all the rest can be tested where there is no AMX.
 */
#define OWN_ALL_PROBES
#include "registers512.h"
#include "kernel.h"

#ifdef EMULATE_AMX
static _Thread_local uint8_t tiles[8][16][64];
static void tile_zero(int t) { __builtin_memset(tiles[t], 0, 1024); }
static void tile_load(int t, const void *at, int64_t step) {
  for (int i = 0; i < 16; i++) __builtin_memcpy(tiles[t][i], (const char *)at + i * step, 64);
}
static void tile_store(int t, void *at) { __builtin_memcpy(at, tiles[t], 1024); }
static void tile_dp(int sum, int u, int s) {
  for (int m = 0; m < 16; m++)
    for (int n = 0; n < 16; n++) {
      int32_t all;
      __builtin_memcpy(&all, tiles[sum][m] + 4 * n, 4);
      for (int k = 0; k < 64; k++) all += tiles[u][m][k] * (int8_t)tiles[s][k / 4][4 * n + k % 4];
      __builtin_memcpy(tiles[sum][m] + 4 * n, &all, 4);
    }
}
static void tiles_begin(void) {}
static void tiles_end(void) {}
#else
struct config {
  uint8_t palette, start, reserved[14];
  uint16_t bytes[16];
  uint8_t rows[16];
};
/* Volatile: a compiler that cannot see who reads it leaves the stores out. */
IN void tiles_begin(void) {
  volatile struct config config = {0};
  config.palette = 1;
  for (int i = 0; i < 8; i++) {
    config.bytes[i] = 64;
    config.rows[i] = 16;
  }
  _tile_loadconfig((const void *)&config);
}
IN void tiles_end(void) { _tile_release(); }
#define tile_zero(t) _tile_zero(t)
#define tile_load(t, at, step) _tile_loadd(t, at, step)
#define tile_store(t, at) _tile_stored(t, at, 64)
#define tile_dp(sum, u, s) _tile_dpbusd(sum, u, s)
#endif

/* 16 rows by 16 probes. */
INLINE int test_tile(const struct rows *rows, const struct probes *p, int row, int probe,
                     const int32_t *sums, int to, const int whole,
                     struct survivor *out) {
  int found = 0;
  for (int i = 0; i < 16 && row + i < to; i++) {
    found += test_probes(rows, p, row + i, probe, vi_load(sums + 16 * i), whole,
                         out + found);
  }
  return found;
}

INLINE int all_probes(const struct rows *rows, const struct probes *p, int from, int to,
                      const int whole, struct survivor *out) {
  const int stride = p->stride, lanes = (p->count + GROUP - 1) / GROUP * GROUP;
  int32_t sums[4][256] __attribute__((aligned(64)));
  int found = 0;
  tiles_begin();
  for (int row = from; row < to; row += TOGETHER) {
    unpack_rows(rows, p, row, whole);
    const uint8_t *upper = p->room, *lower = upper + 16 * stride;
    int probe = 0;
    for (; probe + 2 * GROUP <= lanes; probe += 2 * GROUP) {
      const int8_t *left = p->packed + (int64_t)probe * stride, *right = left + GROUP * stride;
      tile_zero(0);
      tile_zero(1);
      tile_zero(2);
      tile_zero(3);
      for (int k = 0; k < stride; k += 64) {
        tile_load(4, upper + k, stride);
        tile_load(5, lower + k, stride);
        tile_load(6, left + k * GROUP, 64);
        tile_load(7, right + k * GROUP, 64);
        tile_dp(0, 4, 6);
        tile_dp(1, 4, 7);
        tile_dp(2, 5, 6);
        tile_dp(3, 5, 7);
      }
      tile_store(0, sums[0]);
      tile_store(1, sums[1]);
      tile_store(2, sums[2]);
      tile_store(3, sums[3]);
      found += test_tile(rows, p, row, probe, sums[0], to, whole, out + found);
      found += test_tile(rows, p, row, probe + GROUP, sums[1], to, whole, out + found);
      found += test_tile(rows, p, row + 16, probe, sums[2], to, whole, out + found);
      found += test_tile(rows, p, row + 16, probe + GROUP, sums[3], to, whole, out + found);
    }
    if (probe < lanes) {
      const int8_t *left = p->packed + (int64_t)probe * stride;
      tile_zero(0);
      tile_zero(2);
      for (int k = 0; k < stride; k += 64) {
        tile_load(4, upper + k, stride);
        tile_load(5, lower + k, stride);
        tile_load(6, left + k * GROUP, 64);
        tile_dp(0, 4, 6);
        tile_dp(2, 5, 6);
      }
      tile_store(0, sums[0]);
      tile_store(2, sums[2]);
      found += test_tile(rows, p, row, probe, sums[0], to, whole, out + found);
      found += test_tile(rows, p, row + 16, probe, sums[2], to, whole, out + found);
    }
  }
  tiles_end();
  return found;
}

const struct kernel scan_amx = {few, many, whole, complete, dot};
