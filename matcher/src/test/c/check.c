/*
 * Every way of every kernel that runs here against plain loops: which rows and probes pass, with
 * what products, for part blocks, odd batches and extreme codes. Exit status 1 at a difference.
 */
#include "../../main/c/scan.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252ull;

static unsigned next(unsigned below) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (unsigned)(state >> 33) % below;
}

static void *room(size_t bytes) { return aligned_alloc(64, (bytes + 63) / 64 * 64); }

static int nibble(const uint8_t *plane, int row, int stride, int i) {
  uint8_t both = plane[row * stride / 2 + i / 128 * 64 + i % 64];
  return i % 128 < 64 ? both & 15 : both >> 4;
}

static int by_entry(const void *a, const void *b) {
  return ((const struct survivor *)a)->entry - ((const struct survivor *)b)->entry;
}

static int expect(const char *what, const struct survivor *want, int wanted, struct survivor *got,
                  int found) {
  qsort(got, found, sizeof *got, by_entry);
  if (wanted == found && !memcmp(want, got, wanted * sizeof *want)) return 0;
  printf("%s: %d instead of %d, or others\n", what, found, wanted);
  return 1;
}

static int check(const char *name, const struct kernel *kernel, int stride, int count, int from,
                 int to, int extreme) {
  int lanes = (count + 15) / 16 * 16;
  size_t plane = (size_t)BLOCK * stride / 2;
  uint8_t *high = room(plane), *low = room(plane), *unpacked = room(32 * stride);
  float *meta = room(4 * BLOCK * 4), *slopes = room(lanes * 4), *floors = room(lanes * 4);
  int32_t *sums = room(lanes * 4);
  int8_t *codes = room((size_t)lanes * stride), *packed = room((size_t)lanes * stride);
  struct survivor *want = room(sizeof *want * BLOCK * lanes), *got = room(sizeof *got * BLOCK * lanes);
  for (size_t i = 0; i < plane; i++) {
    high[i] = extreme ? (next(2) ? 255 : 0) : next(256);
    low[i] = extreme ? (next(2) ? 255 : 0) : next(256);
  }
  for (int i = 0; i < BLOCK; i++) {
    /* Powers of two: no rounding, so that plain loops decide the same. */
    meta[i] = meta[2 * BLOCK + i] = next(2) ? 1 : 0.5f;
    meta[BLOCK + i] = meta[3 * BLOCK + i] = next(8) * 8;
  }
  for (int p = 0; p < lanes; p++) {
    int sum = 0;
    for (int i = 0; i < stride; i++) {
      int code = p >= count ? 0 : extreme ? (next(2) ? 127 : -127) : (int)next(255) - 127;
      codes[p * stride + i] = code;
      packed[p / 16 * 16 * stride + i / 4 * 64 + p % 16 * 4 + i % 4] = code;
      sum += code;
    }
    sums[p] = sum;
    slopes[p] = p < count ? 1 + p % 3 : 0;
    floors[p] = p >= count ? __builtin_inff() : p % 5 ? next(16384) : -__builtin_inff();
  }
  struct rows rows = {high, low, meta, meta + BLOCK, meta + 2 * BLOCK, meta + 3 * BLOCK};
  struct probes probes = {count, stride, slopes, floors, sums, codes, packed, unpacked};
  int wanted = 0;
  for (int row = from; row < to; row++)
    for (int p = 0; p < count; p++) {
      int product = 0;
      for (int i = 0; i < stride; i++) product += nibble(high, row, stride, i) * codes[p * stride + i];
      if ((float)(2 * product - 15 * sums[p]) * meta[row] + meta[BLOCK + row] * slopes[p] >= floors[p])
        want[wanted++] = (struct survivor){row << PROBE_BITS | p, product};
    }
  char what[200];
  snprintf(what, sizeof what, "%s stride %d probes %d rows %d..%d", name, stride, count, from, to);
  int bad = expect(what, want, wanted, got, kernel->few(&rows, &probes, from, to, got));
  bad |= expect(what, want, wanted, got, kernel->many(&rows, &probes, from, to, got));
  int found = kernel->complete(&rows, &probes, got, wanted);
  int left = 0;
  for (int i = 0; i < wanted; i++) {
    int row = want[i].entry >> PROBE_BITS, p = want[i].entry & 255, product = 0;
    for (int j = 0; j < stride; j++)
      product += (16 * nibble(high, row, stride, j) + nibble(low, row, stride, j) - 128) * codes[p * stride + j];
    if ((float)product * meta[2 * BLOCK + row] + meta[3 * BLOCK + row] * slopes[p] >= floors[p])
      want[left++] = (struct survivor){want[i].entry, product};
  }
  bad |= expect(what, want, left, got, found);
  left = 0;
  for (int row = from; kernel->whole && row < to; row++)
    for (int p = 0; p < count; p++) {
      int product = 0;
      for (int j = 0; j < stride; j++)
        product += (16 * nibble(high, row, stride, j) + nibble(low, row, stride, j) - 128) * codes[p * stride + j];
      if ((float)product * meta[2 * BLOCK + row] + meta[3 * BLOCK + row] * slopes[p] >= floors[p])
        want[left++] = (struct survivor){row << PROBE_BITS | p, product};
    }
  if (kernel->whole) bad |= expect(what, want, left, got, kernel->whole(&rows, &probes, from, to, got));
  void *all[] = {high, low, unpacked, meta, slopes, floors, sums, codes, packed, want, got};
  for (int i = 0; i < 11; i++) free(all[i]);
  return bad;
}

static int check_all(const char *name, const struct kernel *kernel, int runs) {
  if (!runs) {
    printf("%s: not here\n", name);
    return 0;
  }
  int bad = 0;
  for (int stride = 128; stride <= 512; stride *= 2)
    for (int extreme = 0; extreme < 2; extreme++) {
      const int counts[] = {1, 2, 3, 4, 5, 16, 17, 33, 64, 81, 256};
      for (int i = 0; i < 11; i++) {
        bad |= check(name, kernel, stride, counts[i], 0, 32, extreme);
        bad |= check(name, kernel, stride, counts[i], 32, 128, extreme);
        bad |= check(name, kernel, stride, counts[i], 960, 1024, extreme);
        bad |= check(name, kernel, stride, counts[i], 0, 1 + next(300), extreme);
      }
      bad |= check(name, kernel, stride, 7, 0, 1024, extreme);
    }
  printf("%s: %s\n", name, bad ? "WRONG" : "right");
  return bad;
}

int main(void) {
#ifdef __x86_64__
  return check_all("avx512", &scan_avx512, scan_has_avx512()) |
         check_all("amx", &scan_amx, scan_has_amx()) |
         check_all("avxvnni", &scan_avxvnni, scan_has_avxvnni()) |
         check_all("avx2", &scan_avx2, scan_has_avx2());
#else
  return check_all("neon", &scan_neon, scan_has_neon());
#endif
}
