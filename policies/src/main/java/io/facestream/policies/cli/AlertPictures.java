package io.facestream.policies.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.frames.FrameGoneException;
import io.facestream.client.frames.FrameReader;
import io.facestream.policies.PolicyException;
import io.facestream.policies.rehearsal.AlertChange;
import io.facestream.wire.PictureType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the pictures that alerts are about into a folder. */
final class AlertPictures {
  /** In place of a file's name: retention has deleted the frame. */
  static final String GONE = "deleted meanwhile";

  private static final Comparator<AlertChange> IN_ORDER_OF_THE_TOPIC =
      Comparator.<AlertChange>comparingInt(change -> change.frame().partition())
          .thenComparingLong(change -> change.frame().offset());

  private AlertPictures() {}

  /**
   * Writes them.
   *
   * @return for each verdict id the file's name, or {@link #GONE}
   */
  static Map<String, String> write(
      KafkaConnection connection, String topic, List<AlertChange> changes, Path folder) {
    Map<String, String> files = new LinkedHashMap<>();
    if (changes.isEmpty()) {
      return files;
    }
    try (FrameReader reader = new FrameReader(connection, topic)) {
      Files.createDirectories(folder);
      for (AlertChange change : changes.stream().sorted(IN_ORDER_OF_THE_TOPIC).toList()) {
        if (!files.containsKey(change.verdictId())) {
          files.put(change.verdictId(), write(change, reader, folder));
        }
      }
    } catch (IOException e) {
      throw new PolicyException("The pictures cannot be written to '" + folder + "': " + e);
    }
    return files;
  }

  private static String write(AlertChange change, FrameReader reader, Path folder)
      throws IOException {
    byte[] picture;
    try {
      picture = reader.read(change.frame().partition(), change.frame().offset());
    } catch (FrameGoneException e) {
      return GONE;
    }
    String ending =
        PictureType.of(picture).map(type -> type.title().toLowerCase(Locale.ROOT)).orElse("bin");
    String name =
        String.format(
            Locale.ROOT,
            "%s-%s-%d-%d.%s",
            change.kind().name().toLowerCase(Locale.ROOT),
            change.cameraId().replaceAll("[^\\p{L}\\p{N}._-]", "_"),
            change.frame().partition(),
            change.frame().offset(),
            ending);
    Files.write(folder.resolve(name), picture);
    return name;
  }
}
