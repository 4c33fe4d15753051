package io.facestream.console;

import io.facestream.client.KafkaConnection;
import io.facestream.wire.TopicSet;

/**
 * The job that the console is the desk of: its broker and topics.
 *
 * @param topics those of the job
 * @param reviews what people found of alerts and visits
 */
public record DeskTopics(KafkaConnection connection, TopicSet topics, String reviews) {}
