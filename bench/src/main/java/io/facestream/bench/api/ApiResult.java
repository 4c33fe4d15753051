package io.facestream.bench.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All figures of a run.
 *
 * @param templates in the gallery
 * @param dimension of an embedding
 * @param parallelism subtasks of each operator
 * @param processors that the JVM has, for broker, job, console and clients together
 * @param capacity camera frames a second that the job managed when it was given all at once
 * @param camerasLoad share of it that the cameras took, where there were any
 * @param viewSeconds from the start of the console until it knew everybody in the gallery
 */
record ApiResult(
    int templates,
    int dimension,
    int parallelism,
    int processors,
    double capacity,
    double camerasLoad,
    double viewSeconds,
    List<ApiRow> rows) {

  String text() {
    return String.format(
            Locale.ROOT,
            "Gallery: %,d templates of %d; %d subtasks on %d processors; capacity %.0f camera"
                + " frames/s; the console knew everybody after %.0f s%n",
            templates,
            dimension,
            parallelism,
            processors,
            capacity,
            viewSeconds)
        + ApiRow.heading()
        + rows.stream().map(ApiRow::text).collect(Collectors.joining());
  }
}
