/** A process of its own, for benchmarks that need more memory than this one has. */
package io.facestream.bench.process;
