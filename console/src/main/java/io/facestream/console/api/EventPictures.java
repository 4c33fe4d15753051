package io.facestream.console.api;

import io.facestream.console.pictures.FramePictures;
import io.facestream.console.pictures.PictureException;
import io.facestream.console.retention.RetentionSettings;
import io.facestream.wire.Alert;
import io.facestream.wire.BestView;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Sighting;
import io.javalin.http.Context;
import java.time.Instant;

/**
 * Pictures of what happened, while Kafka has them and retention shows them: the only way to one.
 */
public final class EventPictures {
  private final FramePictures pictures;
  private final RetentionSettings retention;

  public EventPictures(FramePictures pictures, RetentionSettings retention) {
    this.pictures = pictures;
    this.retention = retention;
  }

  /**
   * A face that a camera saw.
   *
   * @param frame null when it is not known
   * @param box null when it is not known
   * @param unknown whether it was nobody's of the gallery
   * @param at when the event was, by which its age counts
   */
  record View(String camera, FrameRef frame, Box box, boolean unknown, Instant at) {
    static View of(Sighting sighting) {
      BestView best = sighting.best();
      return new View(
          sighting.cameraId(),
          best == null ? null : best.frame(),
          best == null ? null : best.box(),
          Boolean.TRUE.equals(sighting.unknown()),
          sighting.lastSeen());
    }

    static View of(Alert alert) {
      return new View(
          alert.cameraId(),
          alert.frame(),
          alert.face() == null ? null : alert.face().box(),
          false,
          alert.frame().capturedAt());
    }

    boolean hasFace() {
      return frame != null && box != null;
    }
  }

  boolean shows(View view) {
    return retention.showsPicture(view.unknown(), view.at());
  }

  /** A face, or with {@code ?whole=true} all that the camera saw. */
  void answer(Context context, View view) {
    requireShown(view);
    Pictures.answer(context, pictures, view.camera(), view.frame(), view.box());
  }

  /** The whole frame of a face. */
  byte[] frame(View view) throws PictureException {
    requireShown(view);
    return pictures.picture(view.camera(), view.frame());
  }

  private void requireShown(View view) {
    if (!shows(view)) {
      throw Pictures.tooOld();
    }
  }
}
