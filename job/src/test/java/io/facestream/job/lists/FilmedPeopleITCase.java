package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.synthetic.FilmedRoom;
import io.facestream.job.synthetic.FilmedRoom.Visitor;
import io.facestream.job.synthetic.Portraits;
import io.facestream.job.testing.Fixtures;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.wire.Sighting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real faces in motion before two cameras, as {@link FilmedRoom} films them: who is enrolled is
 * told once at each camera, and no stranger is named. With the usual rule, and the pack that errs
 * least on small faces in motion: what {@code standard} misses of them (docs/quality.md) says
 * nothing of tracks.
 */
@Tag("thorough")
@Timeout(300)
class FilmedPeopleITCase {
  private static final String PACK = "accurate";
  private static final int CAMERAS = 2;
  private static final int ENROLLED = 4;
  private static final int STRANGERS = 4;

  @TempDir Path folder;

  @Test
  void shouldTellWhoIsEnrolledOnceAtEachCameraAndNameNoStranger() throws Exception {
    Portraits.models();
    Map<String, List<Path>> people = Portraits.lfw();
    List<String> names = new ArrayList<>(people.keySet());
    Collections.shuffle(names, new Random(2));
    List<String> enrolled = new ArrayList<>();
    List<GalleryRecord> gallery = enrol(names, people, enrolled);
    names.removeAll(enrolled);
    List<String> here = new ArrayList<>(names.subList(0, STRANGERS));
    here.addAll(enrolled);
    List<RawFrame> frames = new ArrayList<>();
    List<String> due = new ArrayList<>();
    for (int camera = 0; camera < CAMERAS; camera++) {
      List<Visitor> visitors = new ArrayList<>();
      for (String name : here) {
        visitors.add(new Visitor(name, people.get(name).get(1 + camera)));
      }
      Collections.shuffle(visitors, new Random(camera));
      try (FilmedRoom room = new FilmedRoom(1 + camera, visitors)) {
        for (long number = 0; number < room.frames(); number++) {
          frames.add(frame(camera, number, room.frame(number)));
        }
        for (String name : enrolled) {
          due.add(inWords(camera, name, seen(room, name)));
        }
      }
    }
    frames.sort(Comparator.comparingLong(RawFrame::capturedAtMillis));
    List<Sighting> visits = visitsIn(frames, gallery);
    assertThat(visits.stream().map(visit -> inWords(visit, due)))
        .containsExactlyInAnyOrderElementsOf(due);
  }

  private List<Sighting> visitsIn(List<RawFrame> frames, List<GalleryRecord> gallery)
      throws Exception {
    ListSources sources =
        new ListSources(
            frames,
            gallery,
            List.of(policy(0, "default", "{\"falseAlerts\": \"0.3%\"}")),
            RateLimiterStrategy.noOp(),
            Trap.none());
    try (MiniCluster cluster = ListJob.clusterOf(2);
        Answers answers = new Answers()) {
      cluster.start();
      try (ListJob job =
          ListJob.start(cluster, 2, folder, null, sources, answers, "--pack", PACK)) {
        job.awaitEndOf(frames.size(), answers);
        return List.copyOf(answers.visits().values());
      }
    }
  }

  private static RawFrame frame(int camera, long number, byte[] picture) {
    String id = "camera-" + camera;
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    return new RawFrame(camera, number, millis(number), key, null, id, number, null, picture);
  }

  private static long millis(long number) {
    return SceneFrames.BEGIN + Math.round(number * 1e3 / FilmedRoom.RATE);
  }

  /** The first few of whom the first photo is good enough. */
  private static List<GalleryRecord> enrol(
      List<String> names, Map<String, List<Path>> people, List<String> enrolled) throws Exception {
    List<GalleryRecord> gallery = new ArrayList<>();
    try (Vision vision = Vision.open(PACK, Portraits.models());
        FaceFinder finder = vision.newFinder(FinderOptions.forEnrolment(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (String name : names.subList(0, 2 * ENROLLED)) {
        FoundFace face = middle(finder.find(Files.readAllBytes(people.get(name).get(0))).faces());
        if (face.usable() && enrolled.size() < ENROLLED) {
          String templateId = name + "/1";
          byte[] value =
              Fixtures.entryOf(templateId, embedder.embed(List.of(face.crop()))[0])
                  .setModelId(vision.pack().embedder().modelId())
                  .build()
                  .toByteArray();
          gallery.add(Fixtures.record(gallery.size(), templateId, value));
          enrolled.add(name);
        }
      }
    }
    return gallery;
  }

  /** Bystanders may be larger, but not nearer to the middle of a photo of LFW. */
  private static FoundFace middle(List<FoundFace> faces) {
    return faces.stream()
        .min(
            Comparator.comparingDouble(
                face ->
                    Math.hypot(
                        face.face().box().x() + face.face().box().width() / 2 - 125,
                        face.face().box().y() + face.face().box().height() / 2 - 125)))
        .orElseThrow();
  }

  /** First and last picture. */
  private static long[] seen(FilmedRoom room, String person) {
    long[] numbers =
        LongStream.range(0, room.frames())
            .filter(n -> room.truth(n).stream().anyMatch(seen -> seen.person().equals(person)))
            .toArray();
    return new long[] {numbers[0], numbers[numbers.length - 1]};
  }

  private static String inWords(int camera, String person, long[] seen) {
    return "camera-" + camera + " " + person + " " + seen[0] + " " + seen[1];
  }

  /** In the words of the truth that it is within, else in its own. */
  private static String inWords(Sighting visit, List<String> truth) {
    String who = visit.cameraId() + " " + visit.person().personId();
    for (String one : truth) {
      String[] words = one.split(" ");
      if (one.startsWith(who + " ")
          && millis(Long.parseLong(words[2])) <= visit.firstSeen().toEpochMilli()
          && visit.lastSeen().toEpochMilli() <= millis(Long.parseLong(words[3]))) {
        return one;
      }
    }
    return who + " from " + visit.firstSeen() + " to " + visit.lastSeen();
  }
}
