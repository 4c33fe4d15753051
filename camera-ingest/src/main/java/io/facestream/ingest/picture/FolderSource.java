package io.facestream.ingest.picture;

import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceFrame;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.wire.PictureType;
import io.facestream.wire.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pictures of one folder in natural order of their names, their bytes as they are: what cannot
 * be decoded is for the job to judge. A picture is what its first bytes say, whatever its name;
 * other files are skipped and named. Sub-folders and hidden files are not looked at: a Mac puts a
 * {@code ._1.jpg} beside each {@code 1.jpg}.
 */
public final class FolderSource implements FrameSource {
  private final List<Path> files;
  private final double rate;
  private final SourceListener listener;
  private int nextFile;
  private long pictures;

  /** Lists the folder; throws when it holds no picture. */
  public FolderSource(Path folder, SourceOptions options, SourceListener listener)
      throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      this.files =
          all.filter(file -> !isHidden(file) && Files.isRegularFile(file))
              .sorted(
                  Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder()))
              .toList();
    }
    boolean holdsPictures = false;
    for (int i = 0; i < files.size() && !holdsPictures; i++) {
      holdsPictures = isPicture(files.get(i));
    }
    if (!holdsPictures) {
      throw new IOException(
          "the folder " + folder + " holds no picture; frames are " + PictureType.frames());
    }
    this.rate = options.rate() > 0 ? options.rate() : SourceOptions.FOLDER_RATE;
    this.listener = listener;
  }

  @Override
  public SourceFrame next() throws IOException {
    while (nextFile < files.size()) {
      SourceFrame frame = read(files.get(nextFile++));
      if (frame != null) {
        return frame;
      }
    }
    return null;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public void close() {
    // Holds nothing open between pictures.
  }

  /** The file as a frame, or null when it was passed over; never reads more than a frame holds. */
  private SourceFrame read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(PictureType.PROBE_BYTES);
      Optional<PictureType> type = PictureType.of(start);
      if (type.filter(PictureType::isFrame).isEmpty()) {
        listener.skippedFile(name, reason(type, start));
        return null;
      }
      long size = Files.size(file);
      Duration mediaTime = Duration.ofNanos(Math.round(pictures++ * 1e9 / rate));
      if (size > Topics.MAX_FRAME_BYTES) {
        listener.tooLarge(name, size);
        return null;
      }
      // The file may grow meanwhile; a byte too many, and the sender refuses it.
      byte[] rest = in.readNBytes(Topics.MAX_FRAME_BYTES + 1 - start.length);
      byte[] picture = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, picture, start.length, rest.length);
      return new SourceFrame(picture, type.get().mediaType(), mediaTime);
    }
  }

  private static String reason(Optional<PictureType> type, byte[] start) {
    if (type.isPresent()) {
      return type.get().title() + ", frames are " + PictureType.frames();
    }
    return start.length == 0 ? "empty" : "no picture";
  }

  private static boolean isPicture(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return PictureType.of(in.readNBytes(PictureType.PROBE_BYTES))
          .filter(PictureType::isFrame)
          .isPresent();
    }
  }

  /** By the dot, on every system alike. */
  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
