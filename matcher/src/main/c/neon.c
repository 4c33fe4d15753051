/* NEON with the dot product of ARMv8.2: 4 lanes. */
#include <arm_neon.h>
#include <stdint.h>
#define W 4
#define WIDE 4
#define WIDE_ROWS 4
#define NARROW_ROWS 4
typedef int32x4_t VI;
typedef float32x4_t VF;
#define IN static inline __attribute__((always_inline))
IN VI vi_zero(void) { return vdupq_n_s32(0); }
IN VI vi_load(const void *at) { return vreinterpretq_s32_u8(vld1q_u8(at)); }
IN void vi_store(void *at, VI v) { vst1q_u8(at, vreinterpretq_u8_s32(v)); }
IN VI vi_add(VI a, VI b) { return vaddq_s32(a, b); }
IN VI vi_all(int32_t v) { return vdupq_n_s32(v); }
IN VI vi_broadcast(const uint8_t *at) {
  int32_t four;
  __builtin_memcpy(&four, at, 4);
  return vdupq_n_s32(four);
}
/* Signed by signed will do: a nibble is never above 127. */
IN VI vi_dp(VI sum, VI u, VI s) {
  return vdotq_s32(sum, vreinterpretq_s8_s32(u), vreinterpretq_s8_s32(s));
}
IN VI vi_low(VI v) {
  return vreinterpretq_s32_u8(vandq_u8(vreinterpretq_u8_s32(v), vdupq_n_u8(15)));
}
IN VI vi_high(VI v) { return vreinterpretq_s32_u8(vshrq_n_u8(vreinterpretq_u8_s32(v), 4)); }
IN int32_t vi_total(VI v) { return vaddvq_s32(v); }
IN VI vi_reduce(const VI *s) { return vpaddq_s32(vpaddq_s32(s[0], s[1]), vpaddq_s32(s[2], s[3])); }
IN VF vf_load(const float *at) { return vld1q_f32(at); }
IN VF vf_all(float v) { return vdupq_n_f32(v); }
IN unsigned reach(VI value, VF scale, VF residual, VF slope, VF floor) {
  VF cosine = vcvtq_f32_s32(value);
  uint32x4_t test = vcgeq_f32(vaddq_f32(vmulq_f32(cosine, scale), vmulq_f32(residual, slope)), floor);
  const uint32x4_t bits = {1, 2, 4, 8};
  return vaddvq_u32(vandq_u32(test, bits));
}

#define NIBBLES_ONLY
#include "kernel.h"

const struct kernel scan_neon = {few, many, 0, complete, dot};
