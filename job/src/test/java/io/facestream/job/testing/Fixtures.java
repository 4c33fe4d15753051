package io.facestream.job.testing;

import io.facestream.job.frames.FacePlace;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.Template;
import io.facestream.job.search.TemplateHit;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Ids;
import io.facestream.wire.Point;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Small frames, probes and gallery records, by verbs. */
public final class Fixtures {
  public static final String MODEL = "test-model";
  public static final int DIMENSION = 4;

  private Fixtures() {}

  /** A unit vector along one axis, turned a little towards the next one. */
  public static float[] towards(int axis, double turn) {
    float[] vector = new float[DIMENSION];
    vector[axis % DIMENSION] = (float) Math.cos(turn);
    vector[(axis + 1) % DIMENSION] = (float) Math.sin(turn);
    return vector;
  }

  public static FacePlace place(String rejection) {
    return new FacePlace(
        new Box(0.1, 0.2, 0.3, 0.4),
        Collections.nCopies(5, new Point(0.5, 0.5)),
        0.9,
        0.8,
        rejection == null ? null : ReasonCode.TOO_SMALL,
        rejection,
        null);
  }

  /** A frame with a face for each embedding; a null stands for a rejected face. */
  public static ProbeFrame frameWith(String camera, long offset, float[]... embeddings) {
    return frameWith(camera, 0, offset, offset + 1, embeddings);
  }

  /** Such a frame of a partition, with its number among those of its routing key. */
  public static ProbeFrame frameWith(
      String camera, int partition, long offset, long number, float[]... embeddings) {
    List<Probe> probes =
        Arrays.stream(embeddings)
            .map(embedding -> new Probe(place(embedding == null ? "too small" : null), embedding))
            .toList();
    return new ProbeFrame(
        Ids.frameId(camera, partition, offset),
        number,
        camera,
        new FrameRef(
            partition, offset, offset, Instant.ofEpochMilli(1_000 + offset), 640, 360, null),
        probes,
        1.5,
        0.5);
  }

  /** The same as a picture that is handed in to be searched in some watchlists; null: in all. */
  public static ProbeFrame asked(ProbeFrame frame, List<String> watchlists) {
    FrameRef ref = frame.frame();
    return new ProbeFrame(
        frame.frameId(),
        frame.number(),
        frame.cameraId(),
        new FrameRef(
            ref.partition(),
            ref.offset(),
            ref.sequence(),
            ref.capturedAt(),
            ref.width(),
            ref.height(),
            "request-1",
            watchlists),
        frame.probes(),
        frame.detectMs(),
        frame.embedMs());
  }

  /**
   * A frame with one face that is followed.
   *
   * @param embedding null for one that is carried
   */
  public static ProbeFrame followed(String camera, long offset, String track, float[] embedding) {
    FacePlace place = place(null);
    FacePlace followed =
        new FacePlace(
            place.box(), place.landmarks(), place.score(), place.quality(), null, null, track);
    ProbeFrame frame = frameWith(camera, offset);
    return new ProbeFrame(
        frame.frameId(),
        frame.number(),
        camera,
        frame.frame(),
        List.of(new Probe(followed, embedding)),
        1.5,
        0.5);
  }

  public static GalleryRecord enrol(long offset, String templateId, float[] embedding) {
    return record(offset, templateId, entryOf(templateId, embedding).build().toByteArray());
  }

  public static GalleryEntry.Builder entryOf(String templateId, float[] embedding) {
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setPersonId(Ids.personOf(templateId))
            .setName("Name of " + Ids.personOf(templateId))
            .addWatchlists("guests")
            .setModelId(MODEL);
    for (float value : embedding) {
      entry.addEmbedding(value);
    }
    return entry;
  }

  public static GalleryRecord record(long offset, String key, byte[] value) {
    return new GalleryRecord(
        0,
        offset,
        1_000 + offset,
        key == null ? null : key.getBytes(StandardCharsets.UTF_8),
        value,
        GalleryRecord.NO_REPAIR);
  }

  public static TemplateHit hit(String templateId, double similarity) {
    return hit(templateId, similarity, List.of(), null);
  }

  public static TemplateHit hit(
      String templateId, double similarity, List<String> watchlists, Float threshold) {
    String person = Ids.personOf(templateId);
    return new TemplateHit(
        templateId, similarity, Template.of(person, "Name of " + person, watchlists, threshold));
  }
}
