/**
 * All who talk to the topics do it by this module: the commands, the job, the demo, the tests. It
 * knows Kafka's clients and the records of {@code wire}, and neither pictures nor Flink nor a
 * terminal.
 */
package io.facestream.client;
