package io.facestream.quickstart.annotate;

import io.facestream.client.KafkaConnection;
import io.facestream.client.frames.FrameReader;
import io.facestream.quickstart.QuickstartException;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.JpegCopy;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes each judged frame with its faces drawn in: {@code DIR/<camera>/<sequence>.jpg}. Reads the
 * frames again from their topic, so that no pictures wait on the heap. Thread-confined.
 */
public final class FrameAnnotator implements AutoCloseable {
  private final FrameReader frames;
  private final Path folder;

  /**
   * Opens an annotator.
   *
   * @param connection the broker
   * @param framesTopic where the frames are
   * @param folder where the pictures go; made when it is not there
   */
  public FrameAnnotator(KafkaConnection connection, String framesTopic, Path folder) {
    this.frames = new FrameReader(connection, framesTopic);
    this.folder = folder;
  }

  /** Draws one verdict into its frame. */
  public void annotate(Verdict verdict) throws IOException {
    FrameRef frame = verdict.frame();
    byte[] encoded = frames.read(frame.partition(), frame.offset());
    try (Picture picture = Picture.decode(encoded, DecodeOptions.fullSize())) {
      new FacePainter(picture.mat()).paint(verdict);
      Files.write(fileOf(verdict), JpegCopy.of(picture));
    } catch (UnreadablePictureException e) {
      throw new QuickstartException(
          "Frame " + verdict.verdictId() + " was judged but cannot be drawn: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    frames.close();
  }

  private Path fileOf(Verdict verdict) throws IOException {
    FrameRef frame = verdict.frame();
    // A camera's name is free text; a folder's is not.
    String camera = verdict.cameraId().replaceAll("[^\\w.-]+", "_").replaceFirst("^\\.+", "_");
    Path cameraFolder = Files.createDirectories(folder.resolve(camera));
    return cameraFolder.resolve(String.format(Locale.ROOT, "%06d.jpg", frame.sequence()));
  }
}
