/* The doors for Java: CLibrary.java, which has checked every bound. */
#include "scan.h"
#include <jni.h>

#define NAME(method) Java_io_facestream_matcher_clib_CLibrary_##method
#define AT(address) ((char *)(intptr_t)(address))

/* In the order of CKernels.java. */
enum { AMX, AVX512, AVXVNNI, AVX2, NEON, KERNELS };

static const struct {
  const struct kernel *kernel;
  int (*runs)(void);
} kernels[KERNELS] = {
#ifdef __x86_64__
    [AMX] = {&scan_amx, scan_has_amx},
    [AVX512] = {&scan_avx512, scan_has_avx512},
    [AVXVNNI] = {&scan_avxvnni, scan_has_avxvnni},
    [AVX2] = {&scan_avx2, scan_has_avx2},
#else
    [NEON] = {&scan_neon, scan_has_neon},
#endif
};

static struct rows rows_at(jlong address, int stride) {
  const uint8_t *high = (const uint8_t *)AT(address), *low = high + (int64_t)BLOCK * stride / 2;
  const float *floats = (const float *)(low + (int64_t)BLOCK * stride / 2);
  struct rows rows = {high, low, floats, floats + BLOCK, floats + 2 * BLOCK, floats + 3 * BLOCK};
  return rows;
}

/* lanes: what the tile has room for, a multiple of 16. */
static struct probes probes_at(jlong address, int lanes, int count, int stride) {
  const float *slopes = (const float *)AT(address);
  const int32_t *sums = (const int32_t *)(slopes + 2 * lanes);
  const int8_t *codes = (const int8_t *)(sums + lanes);
  const int8_t *packed = codes + (int64_t)lanes * stride;
  uint8_t *room = (uint8_t *)packed + (int64_t)lanes * stride;
  struct probes probes = {count, stride, slopes, slopes + lanes, sums, codes, packed, room};
  return probes;
}

JNIEXPORT jboolean JNICALL NAME(runs)(JNIEnv *env, jclass c, jint kernel) {
  return kernels[kernel].kernel && kernels[kernel].runs();
}

JNIEXPORT jboolean JNICALL NAME(scansWhole)(JNIEnv *env, jclass c, jint kernel) {
  return kernels[kernel].kernel->whole != 0;
}

JNIEXPORT jlong JNICALL NAME(address)(JNIEnv *env, jclass c, jobject buffer) {
  return (jlong)(intptr_t)(*env)->GetDirectBufferAddress(env, buffer);
}

JNIEXPORT jint JNICALL NAME(find)(JNIEnv *env, jclass c, jint kernel, jint way, jlong rows,
                                  jlong tile, jint lanes, jint count, jint stride, jint from,
                                  jint to, jlong survivors) {
  struct rows r = rows_at(rows, stride);
  struct probes p = probes_at(tile, lanes, count, stride);
  const struct kernel *k = kernels[kernel].kernel;
  return (way == 0 ? k->few : way == 1 ? k->many : k->whole)(&r, &p, from, to,
                                                              (struct survivor *)AT(survivors));
}

JNIEXPORT jint JNICALL NAME(complete)(JNIEnv *env, jclass c, jint kernel, jlong rows, jlong tile,
                                      jint lanes, jint count, jint stride, jlong survivors,
                                      jint found) {
  struct rows r = rows_at(rows, stride);
  struct probes p = probes_at(tile, lanes, count, stride);
  return kernels[kernel].kernel->complete(&r, &p, (struct survivor *)AT(survivors), found);
}

JNIEXPORT jdouble JNICALL NAME(dot)(JNIEnv *env, jclass c, jint kernel, jlong x, jlong y,
                                    jint stride) {
  return kernels[kernel].kernel->dot((const float *)AT(x), (const float *)AT(y), stride);
}
