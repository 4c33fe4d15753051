package io.facestream.explain.replay;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.explain.ExplainException;
import io.facestream.explain.gallery.PastGallery;
import io.facestream.explain.picture.PictureLook;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.Face;
import io.facestream.wire.FrameId;
import io.facestream.wire.Printable;
import io.facestream.wire.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fetches the frames that decided on the carried faces of a verdict, and looks at them anew.
 *
 * @param frames topic of frames
 * @param verdicts topic of verdicts
 */
public record DecidingFrames(
    KafkaConnection connection, String frames, String verdicts, GalleryTopic gallery) {

  /**
   * The views that decided on faces of a verdict, as far as the topics still hold them.
   *
   * @param notHeld takes one line for each that they do not
   */
  public DecidingViews of(
      Verdict verdict, PictureLook look, Replayer replayer, List<String> notHeld)
      throws UnreadablePictureException {
    DecidingViews views = new DecidingViews();
    Map<String, List<Face>> carried = new LinkedHashMap<>();
    for (Face face : verdict.faces()) {
      if (face.carriedFrom() != null && face.track() != null) {
        carried.computeIfAbsent(face.carriedFrom(), first -> new ArrayList<>()).add(face);
      }
    }
    for (Map.Entry<String, List<Face>> faces : carried.entrySet()) {
      VerdictAndFrame other = read(faces.getKey());
      if (other.frame() == null) {
        notHeld.add(missing(faces.getKey(), other.gone()));
      } else {
        take(faces.getValue(), other, look, replayer, views, notHeld);
      }
    }
    return views;
  }

  private VerdictAndFrame read(String verdictId) {
    try {
      return VerdictAndFrame.read(FrameId.parse(verdictId), connection, frames, verdicts);
    } catch (ExplainException e) {
      return new VerdictAndFrame(null, null, e.getMessage());
    }
  }

  private void take(
      List<Face> faces,
      VerdictAndFrame other,
      PictureLook look,
      Replayer replayer,
      DecidingViews views,
      List<String> notHeld)
      throws UnreadablePictureException {
    Verdict then = other.verdict().verdict();
    SeenPicture seen = replayer.judgedOf(then, look.look(other.frame().picture()));
    try (PastGallery past = PastGallery.read(gallery, look.pack().embedder(), then.gallery())) {
      MergedFrame searched = replayer.search(then, other.frame(), seen, past);
      for (Face face : faces) {
        if (!views.take(face, then, other.frame(), seen, searched, past)) {
          notHeld.add(missing(face.carriedFrom(), "the face of its track is not found there"));
        }
      }
      String line = past.aboutMissing(searched.frame().scope());
      if (line != null && !notHeld.contains(line)) {
        notHeld.add(line);
      }
    }
  }

  private static String missing(String verdictId, String why) {
    return String.format(
        Locale.ROOT,
        "Frame %s, which decided, is not judged again: %s",
        Printable.of(verdictId),
        why);
  }
}
