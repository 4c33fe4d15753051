package io.facestream.ingest.picture;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.SourceFrame;
import io.facestream.ingest.SourceOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pictures of one folder in natural order of their names, their bytes as they are: what cannot
 * be decoded is for the job to judge. Sub-folders and files of other types are passed over.
 */
public final class FolderSource implements FrameSource {
  private static final Map<String, String> TYPES =
      Map.of(
          "jpg",
          "image/jpeg",
          "jpeg",
          "image/jpeg",
          "png",
          "image/png",
          "webp",
          "image/webp",
          "bmp",
          "image/bmp");

  private final List<Path> pictures;
  private final double rate;
  private int next;

  /** Lists the folder; throws when it holds no picture. */
  public FolderSource(Path folder, SourceOptions options) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      this.pictures =
          files
              .filter(file -> TYPES.containsKey(extension(file)) && Files.isRegularFile(file))
              .sorted(
                  Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder()))
              .toList();
    }
    if (pictures.isEmpty()) {
      throw new IOException(
          "the folder " + folder + " holds no picture (.jpg, .jpeg, .png, .webp, .bmp)");
    }
    this.rate = options.rate() > 0 ? options.rate() : SourceOptions.FOLDER_RATE;
  }

  @Override
  public SourceFrame next() throws IOException {
    if (next == pictures.size()) {
      return null;
    }
    Path file = pictures.get(next);
    Duration mediaTime = Duration.ofNanos(Math.round(next * 1e9 / rate));
    next++;
    return new SourceFrame(Files.readAllBytes(file), TYPES.get(extension(file)), mediaTime);
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public void close() {
    // Holds nothing open between pictures.
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
