/** Benchmarks, each as a ratio to a peer in the same run. */
package io.facestream.bench;
