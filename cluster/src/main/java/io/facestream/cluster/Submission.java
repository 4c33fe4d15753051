package io.facestream.cluster;

import java.util.List;

/**
 * A job as it was submitted.
 *
 * @param jarId the uploaded jar
 * @param options the job's own options
 */
public record Submission(String jarId, List<String> options) {
  public Submission {
    options = List.copyOf(options);
  }
}
