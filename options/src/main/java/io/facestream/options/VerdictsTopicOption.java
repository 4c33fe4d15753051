package io.facestream.options;

import picocli.CommandLine.Option;

/** The name of the topic of verdicts. */
public final class VerdictsTopicOption {
  @Option(
      names = "--verdicts-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_VERDICTS_TOPIC:-verdicts}",
      description = "Topic of verdicts. Default: ${DEFAULT-VALUE}.")
  private String topic;

  /** The name, as given. */
  public String topic() {
    return topic;
  }
}
