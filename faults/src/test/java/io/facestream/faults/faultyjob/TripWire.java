package io.facestream.faults.faultyjob;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.MapFunction;

/** Passes records on, and throws at the next one when a file of its name appears: once for each. */
final class TripWire<T> implements MapFunction<T, T> {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final String name;

  TripWire(String folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  @Override
  public T map(T record) throws Exception {
    if (Files.deleteIfExists(Path.of(folder, name))) {
      throw new IllegalStateException("The trip wire of the " + name + " was pulled");
    }
    return record;
  }
}
