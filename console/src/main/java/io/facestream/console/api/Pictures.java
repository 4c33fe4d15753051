package io.facestream.console.api;

import io.facestream.console.http.ProblemException;
import io.facestream.console.http.Problems;
import io.facestream.console.pictures.FramePictures;
import io.facestream.console.pictures.PictureException;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.javalin.http.Context;

/** Answers with pictures. */
final class Pictures {
  private Pictures() {}

  /** A face, or with {@code ?whole=true} all that the camera saw. */
  static void answer(
      Context context, FramePictures pictures, String camera, FrameRef frame, Box face) {
    String whole = context.queryParam("whole");
    if (whole != null && !whole.equals("true") && !whole.equals("false")) {
      throw ProblemException.invalid("'whole' is true or false");
    }
    if (frame == null) {
      throw gone();
    }
    try {
      byte[] jpeg = pictures.jpeg(camera, frame, "true".equals(whole) ? null : face);
      context.contentType("image/jpeg").result(jpeg);
    } catch (PictureException e) {
      throw problem(e.reason());
    }
  }

  /** It may lie on Kafka still. */
  static ProblemException tooOld() {
    return new ProblemException(
        410,
        "picture-gone",
        "Pictures of that age are not shown any more",
        "Ask sooner, or let pictures be kept for longer");
  }

  private static ProblemException gone() {
    return problem(PictureException.Reason.GONE);
  }

  static ProblemException problem(PictureException.Reason reason) {
    return switch (reason) {
      case GONE ->
          new ProblemException(
              410,
              "picture-gone",
              "Kafka has deleted this picture",
              "Ask sooner, or let the topic of frames be kept for longer");
      case AWAY -> Problems.brokerAway("The broker does not answer");
      case BUSY -> Problems.busy("Too many pictures are asked for at once");
      case UNREADABLE ->
          new ProblemException(
              422,
              "picture-unreadable",
              "The console cannot decode this frame",
              "Let the camera send JPEG, PNG or WebP of at most 50 megapixels");
    };
  }
}
