/**
 * Parts of a cluster within this JVM, for the demo, benchmarks and tests: a broker, a Flink
 * cluster, and folders that are gone afterwards.
 */
package io.facestream.embedded;
