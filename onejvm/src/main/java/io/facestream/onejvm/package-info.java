/**
 * A run within one JVM: topics of its own, a gallery of photos, the job on them, and where the time
 * of its frames went. What the demo and the benchmarks share.
 */
package io.facestream.onejvm;
