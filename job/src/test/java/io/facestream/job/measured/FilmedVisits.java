package io.facestream.job.measured;

import io.facestream.job.frames.DetectFaces;
import io.facestream.job.frames.FaceCrop;
import io.facestream.job.frames.FrameFaces;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.frames.VisionSettings;
import io.facestream.job.records.SkippedRecords;
import io.facestream.job.synthetic.FilmedRoom;
import io.facestream.job.synthetic.FilmedRoom.Seen;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.measured.View;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.wire.Box;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * The views that the job embeds of each visit to a filmed room: found, followed and judged by its
 * own operator.
 */
final class FilmedVisits {
  private static final long BEGIN = 1_700_000_000_000L;
  private static final byte[] CAMERA = "room".getBytes(StandardCharsets.UTF_8);

  private final Map<String, List<View>> views = new TreeMap<>();
  private long usable;
  private long embedded;
  private long tracks;

  /** Looks through a film. */
  static FilmedVisits to(FilmedRoom room, String pack, String models) throws Exception {
    FilmedVisits visits = new FilmedVisits();
    VisionSettings settings =
        new VisionSettings(pack, models, null, null, null, DecodeOptions.DEFAULT_MAX_PIXELS, null);
    try (Vision vision = settings.open();
        FaceEmbedder embedder = vision.newEmbedder();
        KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, FrameFaces> harness =
            new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(
                    new DetectFaces("frames", SkippedRecords.NONE, settings, true)),
                RawFrame::partition,
                Types.INT)) {
      harness.open();
      for (long number = 0; number < room.frames(); number++) {
        long at = BEGIN + Math.round(number * 1e3 / FilmedRoom.RATE);
        harness.processElement(
            new RawFrame(0, number, at, CAMERA, null, "room", number, null, room.frame(number)),
            at);
        FrameFaces found = taken(harness);
        for (FaceCrop face : found.faces()) {
          visits.take(face, number, room.truth(number), embedder);
        }
      }
    }
    return visits;
  }

  private static FrameFaces taken(
      KeyedOneInputStreamOperatorTestHarness<Integer, RawFrame, FrameFaces> harness) {
    @SuppressWarnings("unchecked")
    var record = (StreamRecord<FrameFaces>) harness.getOutput().poll();
    return record.getValue();
  }

  private void take(FaceCrop face, long number, List<Seen> truth, FaceEmbedder embedder) {
    if (face.place().rejection() != null) {
      return;
    }
    usable++;
    if (face.place().track() != null && face.place().track().contains("-" + number + "#")) {
      tracks++;
    }
    if (face.crop() == null) {
      return;
    }
    embedded++;
    View view = new View(face.place().quality(), embedder.embed(List.of(face.crop()))[0]);
    personAt(face.place().box(), truth)
        .ifPresent(person -> views.computeIfAbsent(person, any -> new ArrayList<>()).add(view));
  }

  private static Optional<String> personAt(Box box, List<Seen> truth) {
    double x = (box.x() + box.width() / 2) * FilmedRoom.WIDTH;
    double y = (box.y() + box.height() / 2) * FilmedRoom.HEIGHT;
    return truth.stream()
        .filter(seen -> Math.hypot(seen.x() - x, seen.y() - y) < seen.width() / 2)
        .min(Comparator.comparingDouble(seen -> Math.hypot(seen.x() - x, seen.y() - y)))
        .map(Seen::person);
  }

  /** The embedded views of each person, in order; people of whom there is none are left out. */
  Map<String, List<View>> views() {
    return views;
  }

  /** Faces that could be embedded. */
  long usable() {
    return usable;
  }

  /** Faces that were. */
  long embedded() {
    return embedded;
  }

  /** Tracks that began. */
  long tracks() {
    return tracks;
  }
}
