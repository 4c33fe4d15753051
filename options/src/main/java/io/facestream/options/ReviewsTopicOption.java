package io.facestream.options;

import picocli.CommandLine.Option;

/** The name of the topic of reviews. */
public final class ReviewsTopicOption {
  @Option(
      names = "--reviews-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_REVIEWS_TOPIC:-reviews}",
      description = "Topic of reviews. Default: ${DEFAULT-VALUE}.")
  private String topic;

  /** The name, as given. */
  public String topic() {
    return topic;
  }
}
