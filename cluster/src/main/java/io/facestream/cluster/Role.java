package io.facestream.cluster;

import io.facestream.cluster.process.ProcessSpec;
import java.nio.file.Path;

/** One process of a cluster: what it is started with, and when it is of use. */
interface Role {
  /** Its name, such as {@code tm-1}. */
  String name();

  /** Writes what it needs to be started, and says how. */
  ProcessSpec spec();

  /** Whether it does its work, once it runs. */
  boolean isReady();

  /** Its log. */
  Path log();
}
