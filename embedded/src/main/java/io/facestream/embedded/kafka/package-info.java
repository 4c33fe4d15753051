/** A Kafka broker within this JVM. Whoever wants no more than it needs no Flink. */
package io.facestream.embedded.kafka;
