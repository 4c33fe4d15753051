package io.facestream.options;

import picocli.CommandLine.Option;

/** The name of the topic of cameras. */
public final class CamerasTopicOption {
  @Option(
      names = "--cameras-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_CAMERAS_TOPIC:-cameras}",
      description = "Topic of cameras. Default: ${DEFAULT-VALUE}.")
  private String topic;

  /** The name, as given. */
  public String topic() {
    return topic;
  }
}
