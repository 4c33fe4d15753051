/**
 * {@code facestream bench match}: the scan beside brute force by OpenBLAS and by FAISS, in turns,
 * and the JMH benchmarks of the same kernels.
 */
package io.facestream.bench.match;
