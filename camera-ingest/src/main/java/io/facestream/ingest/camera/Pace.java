package io.facestream.ingest.camera;

/** How fast a source with an end is read; live sources set their own pace. */
public enum Pace {
  /** At the speed of its media time, as a camera in its place would send. */
  OWN,
  /** As fast as it can be read and Kafka takes it. */
  NONE
}
