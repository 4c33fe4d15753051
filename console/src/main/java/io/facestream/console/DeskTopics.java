package io.facestream.console;

import io.facestream.client.KafkaConnection;
import io.facestream.wire.TopicSet;
import java.nio.file.Path;

/**
 * The job that the console is the desk of: its broker, its topics and its models.
 *
 * @param topics those of the job
 * @param reviews what people found of alerts and visits
 * @param cameras where cameras are read
 * @param pack the model pack that the job compares by
 * @param models folder to look for the models in first, or null
 */
public record DeskTopics(
    KafkaConnection connection,
    TopicSet topics,
    String reviews,
    String cameras,
    String pack,
    Path models) {}
