/**
 * The whole pipeline beside a bare loop of the same models: what Kafka, Flink and the search cost.
 */
package io.facestream.bench.pipeline;
