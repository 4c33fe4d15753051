/** A Flink cluster within this JVM, and the jobs on it. */
package io.facestream.embedded.flink;
