package io.facestream.options;

import picocli.CommandLine.Option;

/** The name of the gallery topic. */
public final class GalleryTopicOption {
  @Option(
      names = "--gallery-topic",
      paramLabel = "TOPIC",
      defaultValue = "${env:FACESTREAM_GALLERY_TOPIC:-gallery}",
      description = "Topic of the gallery. Default: ${DEFAULT-VALUE}.")
  private String topic;

  /** The name, as given. */
  public String topic() {
    return topic;
  }
}
