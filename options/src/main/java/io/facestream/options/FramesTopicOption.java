package io.facestream.options;

import picocli.CommandLine.Option;

/** The name of the frames topic. */
public final class FramesTopicOption {
  @Option(
      names = "--frames-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_FRAMES_TOPIC:-frames}",
      description = "Topic of frames. Default: ${DEFAULT-VALUE}.")
  private String topic;

  /** The name, as given. */
  public String topic() {
    return topic;
  }
}
