package io.facestream.console.retention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * For how long a topic keeps what a rule is about.
 *
 * @param rules that are about it, by their names
 * @param known whether the broker has said
 * @param keeps empty for without end, or where it is not known
 */
public record KeptOnKafka(
    String topic, List<String> rules, boolean known, Optional<Duration> keeps) {}
