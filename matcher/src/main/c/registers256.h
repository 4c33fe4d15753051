/* AVX2: 8 lanes. Who includes this defines vi_dp, with VNNI or without. */
#include <immintrin.h>
#include <stdint.h>
#define W 8
#define WIDE 2
#define WIDE_ROWS 4
#define NARROW_ROWS 4
typedef __m256i VI;
typedef __m256 VF;
#define IN static inline __attribute__((always_inline))
IN VI vi_zero(void) { return _mm256_setzero_si256(); }
IN VI vi_load(const void *at) { return _mm256_loadu_si256(at); }
IN void vi_store(void *at, VI v) { _mm256_storeu_si256(at, v); }
IN VI vi_add(VI a, VI b) { return _mm256_add_epi32(a, b); }
IN VI vi_all(int32_t v) { return _mm256_set1_epi32(v); }
IN VI vi_broadcast(const uint8_t *at) {
  int32_t four;
  __builtin_memcpy(&four, at, 4);
  return _mm256_set1_epi32(four);
}
IN VI vi_low(VI v) { return _mm256_and_si256(v, _mm256_set1_epi8(15)); }
IN VI vi_high(VI v) {
  return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(15));
}
IN int32_t vi_total(VI v) {
  __m128i sum = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
  sum = _mm_hadd_epi32(sum, sum);
  return _mm_cvtsi128_si32(_mm_hadd_epi32(sum, sum));
}
IN VI vi_reduce(const VI *s) {
  VI a = _mm256_hadd_epi32(_mm256_hadd_epi32(s[0], s[1]), _mm256_hadd_epi32(s[2], s[3]));
  VI b = _mm256_hadd_epi32(_mm256_hadd_epi32(s[4], s[5]), _mm256_hadd_epi32(s[6], s[7]));
  return vi_add(_mm256_permute2x128_si256(a, b, 0x20), _mm256_permute2x128_si256(a, b, 0x31));
}
IN VF vf_load(const float *at) { return _mm256_loadu_ps(at); }
IN VF vf_all(float v) { return _mm256_set1_ps(v); }
IN unsigned reach(VI value, VF scale, VF residual, VF slope, VF floor) {
  VF cosine = _mm256_cvtepi32_ps(value);
  VF test = _mm256_add_ps(_mm256_mul_ps(cosine, scale), _mm256_mul_ps(residual, slope));
  return _mm256_movemask_ps(_mm256_cmp_ps(test, floor, _CMP_GE_OQ));
}
