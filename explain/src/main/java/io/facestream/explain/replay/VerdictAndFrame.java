package io.facestream.explain.replay;

import io.facestream.client.KafkaConnection;
import io.facestream.client.frames.FrameGoneException;
import io.facestream.client.frames.FrameReader;
import io.facestream.client.frames.StoredFrame;
import io.facestream.client.verdicts.StoredVerdict;
import io.facestream.client.verdicts.VerdictReader;
import io.facestream.explain.ExplainException;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameId;
import io.facestream.wire.Printable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What the topics hold of a verdict.
 *
 * @param verdict the verdict
 * @param frame the frame it is about, or null when it is gone
 * @param gone why there is no frame, one line; null when there is
 */
public record VerdictAndFrame(StoredVerdict verdict, StoredFrame frame, String gone) {
  private static final int ID_CHARS = 200;

  /**
   * Reads both.
   *
   * @throws ExplainException when there is no such verdict
   */
  public static VerdictAndFrame read(
      FrameId id, KafkaConnection connection, String frames, String verdicts) {
    StoredFrame frame = null;
    String gone = null;
    try (FrameReader reader = new FrameReader(connection, frames)) {
      frame = reader.frame(id.partition(), id.offset());
      gone = otherThan(id, frame);
    } catch (FrameGoneException e) {
      gone = e.getMessage() + ": retention has deleted it";
    }
    StoredVerdict verdict =
        find(id, frame, connection, verdicts)
            .orElseThrow(
                () ->
                    new ExplainException(
                        String.format(
                            Locale.ROOT,
                            "There is no verdict %s on topic '%s' at %s: no job has given it, or"
                                + " retention has deleted it",
                            Printable.of(id.toString(), ID_CHARS),
                            verdicts,
                            connection.bootstrapServers())));
    if (gone == null && !frame.capturedAt().equals(verdict.verdict().frame().capturedAt())) {
      gone = "another frame lies there now, captured at " + frame.capturedAt();
    }
    return new VerdictAndFrame(verdict, gone == null ? frame : null, gone);
  }

  private static String otherThan(FrameId id, StoredFrame frame) {
    String camera = frame.key() == null ? null : CameraIds.of(frame.key());
    return id.cameraId().equals(camera)
        ? null
        : "another frame lies there now, of camera '" + Printable.of(camera, ID_CHARS) + "'";
  }

  /** Written after it was captured, unless the camera's clock is ahead. */
  private static Optional<StoredVerdict> find(
      FrameId id, StoredFrame frame, KafkaConnection connection, String topic) {
    Optional<StoredVerdict> found =
        frame == null
            ? Optional.empty()
            : VerdictReader.find(id, frame.capturedAt(), connection, topic);
    return found.isPresent() ? found : VerdictReader.find(id, Instant.EPOCH, connection, topic);
  }
}
