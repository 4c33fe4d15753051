/**
 * Picture in, faces out: decode, detect, align, judge quality, embed; and the packs of models that
 * do it. Knows neither Kafka nor Flink. Start at {@link io.facestream.vision.Vision}.
 */
package io.facestream.vision;
