package io.facestream.explain.example;

import com.google.protobuf.Timestamp;
import io.facestream.explain.ExplainException;
import io.facestream.explain.picture.SeenFace;
import io.facestream.explain.picture.SeenPicture;
import io.facestream.job.frames.Probe;
import io.facestream.wire.Box;
import io.facestream.wire.Ids;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.Comparator;

/**
 * A negative example, ready to be written to the gallery.
 *
 * @param templateId its key
 * @param entry the record; its embedding is for nobody's eyes
 */
public record KeptFace(String templateId, GalleryEntry entry) {
  /** Boxes of one face, found by the same models, lie on each other. */
  private static final double SAME_PLACE = 0.5;

  /**
   * Of a mistake.
   *
   * @param seen the frame, seen by the models of the verdict
   * @param modelId the embedder
   * @param now when it is made
   * @param until when it ends
   * @throws ExplainException when the face is not to be seen there, or cannot be compared
   */
  public static KeptFace of(
      Mistake mistake, SeenPicture seen, String modelId, Instant now, Instant until) {
    Box place = mistake.face().box();
    Probe probe =
        seen.faces().stream()
            .map(SeenFace::probe)
            .filter(other -> overlap(place, other.place().box()) >= SAME_PLACE)
            .max(Comparator.comparingDouble(other -> overlap(place, other.place().box())))
            .filter(other -> other.embedding() != null)
            .orElseThrow(
                () ->
                    new ExplainException(
                        "The face is not found in its frame again, or not good enough to be"
                            + " compared; look with the options that the job was started with"));
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setNotPersonId(mistake.personId())
            .setModelId(modelId)
            .setEnrolledAt(Timestamp.newBuilder().setSeconds(now.getEpochSecond()))
            .setQuality((float) probe.place().quality())
            .setValidUntil(until.toEpochMilli());
    for (float number : probe.embedding()) {
      entry.addEmbedding(number);
    }
    return new KeptFace(
        Ids.negativeExampleId(
            mistake.personId(), mistake.decided().verdict().verdict().verdictId(), mistake.index()),
        entry.build());
  }

  /** Intersection over union, 0…1. */
  private static double overlap(Box a, Box b) {
    double width = Math.min(a.x() + a.width(), b.x() + b.width()) - Math.max(a.x(), b.x());
    double height = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
    double common = Math.max(0, width) * Math.max(0, height);
    return common / (a.width() * a.height() + b.width() * b.height() - common);
  }
}
