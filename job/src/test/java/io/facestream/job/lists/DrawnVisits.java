package io.facestream.job.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.Person;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.ingest.scene.Stay;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.testing.Fixtures;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.wire.Sighting;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Drawn rooms that people come into, some of them enrolled, and who was where and when. */
final class DrawnVisits {
  /** For so long nobody is out of sight while he is there. */
  static final Duration SILENCE = Duration.ofSeconds(4);

  private static final int PARTITIONS = 4;

  /** By when somebody who can be recognised has been, and for how long until he cannot. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  /**
   * Of fifty people of the scene, ten whom no other resembles: of all portraits of two people the
   * largest cosine is 0.53. Others do, as most looks are drawn at random.
   */
  private static final Set<String> UNLIKE_OTHERS =
      Set.of(
          "rufus-amberly",
          "samira-belkadi",
          "hugo-pellerin",
          "yannis-petrou",
          "molly-firth",
          "dana-whitlock",
          "lena-voss",
          "wilma-krone",
          "extra-30",
          "extra-49");

  private final List<DrawnScene> rooms;
  private final List<Person> enrolled;
  private final List<Drawn> drawn = new ArrayList<>();

  /** A stay of somebody enrolled. */
  record Drawn(int room, Stay stay) {}

  private DrawnVisits(List<DrawnScene> rooms, List<Person> enrolled) {
    this.rooms = rooms;
    this.enrolled = enrolled;
    List<String> ids = enrolled.stream().map(Person::id).toList();
    for (int room = 0; room < rooms.size(); room++) {
      for (Stay stay : rooms.get(room).stays(SILENCE)) {
        if (ids.contains(stay.person())) {
          drawn.add(new Drawn(room, stay));
        }
      }
    }
  }

  /** Four people and two strangers, again and again. */
  static DrawnVisits toOneRoom() {
    DrawnScene room =
        new DrawnScene(
            SceneUrl.parse(
                "scene:?seed=7&people=4&strangers=2&rate=4&duration=30s&visit=5s&crowd=2"));
    return new DrawnVisits(List.of(room), room.people());
  }

  /** Fifty people, of whom ten are enrolled. */
  static DrawnVisits toEightRooms() {
    List<DrawnScene> rooms =
        IntStream.range(0, 8)
            .mapToObj(
                camera ->
                    new DrawnScene(
                        SceneUrl.parse(
                            "scene:?seed=5&people=50&strangers=0&unverified=true&width=400&height=225"
                                + "&rate=8&duration=6s&visit=5s&cameras=8&camera="
                                + camera)))
            .toList();
    return new DrawnVisits(
        rooms,
        rooms.get(0).people().stream()
            .filter(person -> UNLIKE_OTHERS.contains(person.id()))
            .toList());
  }

  /** The frames of all rooms, as they come. */
  List<RawFrame> frames() {
    List<RawFrame> frames = new ArrayList<>();
    long[] offsets = new long[PARTITIONS];
    for (long number = 0; number < rooms.get(0).frames(); number++) {
      for (int room = 0; room < rooms.size(); room++) {
        int partition = room % PARTITIONS;
        String camera = camera(room);
        frames.add(
            new RawFrame(
                partition,
                offsets[partition]++,
                SceneFrames.BEGIN + millis(number),
                camera.getBytes(StandardCharsets.UTF_8),
                null,
                camera,
                number,
                null,
                rooms.get(room).frame(number)));
      }
    }
    return frames;
  }

  private static String camera(int room) {
    return "room-" + room;
  }

  private long millis(long picture) {
    return Math.round(picture * 1e3 / rooms.get(0).options().rate());
  }

  /** Whoever is enrolled, by a portrait each. */
  List<GalleryRecord> gallery() throws Exception {
    List<GalleryRecord> gallery = new ArrayList<>();
    try (Vision vision = Vision.open(SceneFrames.PACK, null);
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (Person person : enrolled) {
        FoundFace face = finder.find(rooms.get(0).portraits(person).get(2)).faces().get(0);
        float[] embedding = embedder.embed(List.of(face.crop()))[0];
        String templateId = person.id() + "/1";
        GalleryEntry entry =
            Fixtures.entryOf(templateId, embedding)
                .clearWatchlists()
                .addAllWatchlists(SceneFrames.WATCHLISTS)
                .setModelId(vision.pack().embedder().modelId())
                .build();
        gallery.add(Fixtures.record(gallery.size(), templateId, entry.toByteArray()));
      }
    }
    return gallery;
  }

  /** The stays that must be told. */
  List<Drawn> due() {
    return drawn.stream().filter(one -> one.stay().certain()).toList();
  }

  /** Each visit that must be told, once, at its time; and none that was none. */
  void requireTold(Collection<Sighting> visits) {
    assertThat(due()).hasSizeGreaterThan(5);
    assertThat(visits.stream().map(this::drawnAs))
        .doesNotContainNull()
        .doesNotHaveDuplicates()
        .containsAll(due());
  }

  /** Null when no such visit was drawn. */
  private Drawn drawnAs(Sighting visit) {
    return drawn.stream().filter(one -> isAt(visit, one)).findFirst().orElse(null);
  }

  private boolean isAt(Sighting visit, Drawn one) {
    Stay stay = one.stay();
    long first = visit.firstSeen().toEpochMilli() - SceneFrames.BEGIN;
    long last = visit.lastSeen().toEpochMilli() - SceneFrames.BEGIN;
    return visit.cameraId().equals(camera(one.room()))
        && visit.person().personId().equals(stay.person())
        && millis(stay.first()) <= first
        && last <= millis(stay.last())
        && (!stay.certain()
            || first <= millis(stay.recognisable()) + TOLERANCE.toMillis()
                && last >= millis(stay.lastRecognisable()) - TOLERANCE.toMillis());
  }
}
