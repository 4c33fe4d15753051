package io.facestream.options;

import picocli.CommandLine.Option;

/** The name of the topic of policies. */
public final class PoliciesTopicOption {
  @Option(
      names = "--policies-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_POLICIES_TOPIC:-policies}",
      description = "Topic of policies. Default: ${DEFAULT-VALUE}.")
  private String topic;

  /** The name, as given. */
  public String topic() {
    return topic;
  }
}
