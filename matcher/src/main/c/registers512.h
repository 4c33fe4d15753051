/* AVX-512 with VNNI: 16 lanes. */
#include <immintrin.h>
#include "scan.h"
#define W 16
#define WIDE 4
#define WIDE_ROWS 4
#define NARROW_ROWS 16
typedef __m512i VI;
typedef __m512 VF;
#define IN static inline __attribute__((always_inline))
IN VI vi_zero(void) { return _mm512_setzero_si512(); }
IN VI vi_load(const void *at) { return _mm512_loadu_si512(at); }
IN void vi_store(void *at, VI v) { _mm512_storeu_si512(at, v); }
IN VI vi_add(VI a, VI b) { return _mm512_add_epi32(a, b); }
IN VI vi_all(int32_t v) { return _mm512_set1_epi32(v); }
IN VI vi_broadcast(const uint8_t *at) {
  int32_t four;
  __builtin_memcpy(&four, at, 4);
  return _mm512_set1_epi32(four);
}
IN VI vi_dp(VI sum, VI u, VI s) { return _mm512_dpbusd_epi32(sum, u, s); }
IN VI vi_low(VI v) { return _mm512_and_si512(v, _mm512_set1_epi8(15)); }
IN VI vi_high(VI v) {
  return _mm512_and_si512(_mm512_srli_epi16(v, 4), _mm512_set1_epi8(15));
}
IN int32_t vi_total(VI v) { return _mm512_reduce_add_epi32(v); }
IN VI vi_reduce(const VI *s) {
  VI t[8], u[4];
  for (int i = 0; i < 8; i++) {
    t[i] = vi_add(_mm512_unpacklo_epi32(s[2 * i], s[2 * i + 1]),
                  _mm512_unpackhi_epi32(s[2 * i], s[2 * i + 1]));
  }
  for (int i = 0; i < 4; i++) {
    u[i] = vi_add(_mm512_unpacklo_epi64(t[2 * i], t[2 * i + 1]),
                  _mm512_unpackhi_epi64(t[2 * i], t[2 * i + 1]));
  }
  VI left = vi_add(_mm512_shuffle_i32x4(u[0], u[1], 0x88), _mm512_shuffle_i32x4(u[0], u[1], 0xdd));
  VI right = vi_add(_mm512_shuffle_i32x4(u[2], u[3], 0x88), _mm512_shuffle_i32x4(u[2], u[3], 0xdd));
  return vi_add(_mm512_shuffle_i32x4(left, right, 0x88), _mm512_shuffle_i32x4(left, right, 0xdd));
}
IN VF vf_load(const float *at) { return _mm512_loadu_ps(at); }
IN VF vf_all(float v) { return _mm512_set1_ps(v); }
IN unsigned reach(VI value, VF scale, VF residual, VF slope, VF floor) {
  VF cosine = _mm512_cvtepi32_ps(value);
  VF test = _mm512_fmadd_ps(cosine, scale, _mm512_mul_ps(residual, slope));
  return _mm512_cmp_ps_mask(test, floor, _CMP_GE_OQ);
}

/* Without a branch for each survivor: they are pressed together and written by eights. */
#define OWN_APPEND
IN int append(unsigned mask, int row, int row_step, int probe, int probe_step, VI product,
              struct survivor *out) {
  const VI lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const VI low = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  VI step = vi_all(row_step << PROBE_BITS | probe_step);
  VI entry = vi_add(vi_all(row << PROBE_BITS | probe), _mm512_mullo_epi32(lanes, step));
  VI entries = _mm512_maskz_compress_epi32(mask, entry);
  VI products = _mm512_maskz_compress_epi32(mask, product);
  int n = __builtin_popcount(mask);
  unsigned filled = (1u << n) - 1;
  _mm512_mask_storeu_epi64(out, filled & 0xff, _mm512_permutex2var_epi32(entries, low, products));
  if (n > 8) {
    VI high = vi_add(low, vi_all(8));
    _mm512_mask_storeu_epi64(out + 8, filled >> 8,
                             _mm512_permutex2var_epi32(entries, high, products));
  }
  return n;
}
