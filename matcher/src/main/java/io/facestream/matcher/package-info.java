/**
 * The exact top-k scan over one slice of the gallery: {@link io.facestream.matcher.GallerySlice}.
 * Plain Java, used by the job's search operator; knows neither Flink nor Kafka.
 */
package io.facestream.matcher;
