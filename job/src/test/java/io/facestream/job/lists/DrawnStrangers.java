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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Two drawn rooms that strangers come into again and again, beside people who are enrolled. */
final class DrawnStrangers {
  /** For so long nobody is out of sight while he is there. */
  static final Duration SILENCE = Duration.ofSeconds(4);

  /** Who is seen for so long is told of. */
  static final Duration AFTER = Duration.ofSeconds(1);

  /** By how much longer somebody must have been recognisable to be told of for sure. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final int ROOMS = 2;

  private final List<DrawnScene> rooms =
      IntStream.range(0, ROOMS)
          .mapToObj(
              camera ->
                  new DrawnScene(
                      SceneUrl.parse(
                          "scene:?seed=7&people=3&strangers=3&rate=4&duration=45s&visit=6s&crowd=2"
                              + "&cameras=2&camera="
                              + camera)))
          .toList();

  /** The frames of both rooms, as they come. */
  List<RawFrame> frames() {
    List<RawFrame> frames = new ArrayList<>();
    for (long number = 0; number < rooms.get(0).frames(); number++) {
      for (int room = 0; room < ROOMS; room++) {
        String camera = camera(room);
        frames.add(
            new RawFrame(
                room,
                number,
                time(number),
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

  private long time(long picture) {
    return SceneFrames.BEGIN + Math.round(picture * 1e3 / rooms.get(0).options().rate());
  }

  /** Whoever is enrolled, by a portrait each. */
  List<GalleryRecord> gallery() throws Exception {
    List<GalleryRecord> gallery = new ArrayList<>();
    try (Vision vision = Vision.open(SceneFrames.PACK, null);
        FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (Person person : rooms.get(0).people()) {
        FoundFace face = finder.find(rooms.get(0).portraits(person).get(2)).faces().get(0);
        float[] embedding = embedder.embed(List.of(face.crop()))[0];
        String templateId = person.id() + "/1";
        GalleryEntry entry =
            Fixtures.entryOf(templateId, embedding)
                .setModelId(vision.pack().embedder().modelId())
                .build();
        gallery.add(Fixtures.record(gallery.size(), templateId, entry.toByteArray()));
      }
    }
    return gallery;
  }

  /**
   * Each stay of a stranger who must be told of is told of once; who comes back to a room has the
   * id that he had there, nobody else has it, and nobody has it in the other room.
   *
   * @param visits of unknown people
   */
  void requireTold(Collection<Sighting> visits) {
    Map<String, String> strangerOfId = new HashMap<>();
    Map<String, Set<String>> idsOfStranger = new HashMap<>();
    Map<String, Integer> told = new HashMap<>();
    for (Sighting visit : visits) {
      String whose = stayOf(visit);
      assertThat(whose).as("a stranger's stay is told by %s", visit).isNotNull();
      told.merge(whose, 1, Integer::sum);
      String stranger = whose.substring(0, whose.indexOf(' '));
      String id = visit.person().personId();
      assertThat(strangerOfId.merge(id, stranger, (one, other) -> one)).isEqualTo(stranger);
      idsOfStranger.computeIfAbsent(stranger, any -> new HashSet<>()).add(id);
    }
    assertThat(told.values()).containsOnly(1);
    assertThat(told.keySet()).containsAll(due());
    assertThat(told).as("somebody has come back").hasSizeGreaterThan(idsOfStranger.size());
    assertThat(idsOfStranger.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
  }

  /** The stays that must be told. */
  private List<String> due() {
    List<String> due = new ArrayList<>();
    for (int room = 0; room < ROOMS; room++) {
      for (Stay stay : strangersIn(room)) {
        long seen = time(stay.lastRecognisable()) - time(stay.recognisable());
        if (stay.certain() && seen >= AFTER.plus(MARGIN).toMillis()) {
          due.add(named(room, stay));
        }
      }
    }
    assertThat(due).hasSizeGreaterThan(5);
    return due;
  }

  /** Null when it is none. */
  private String stayOf(Sighting visit) {
    for (int room = 0; room < ROOMS; room++) {
      for (Stay stay : strangersIn(room)) {
        if (visit.cameraId().equals(camera(room))
            && time(stay.first()) <= visit.firstSeen().toEpochMilli()
            && visit.lastSeen().toEpochMilli() <= time(stay.last())
            && isOf(visit, room, stay)) {
          return named(room, stay);
        }
      }
    }
    return null;
  }

  /** Whether the box of the best picture is where that stranger was drawn. */
  private boolean isOf(Sighting visit, int room, Stay stay) {
    double width = rooms.get(room).options().width();
    double middle = (visit.best().box().x() + visit.best().box().width() / 2) * width;
    return rooms.get(room).truth(visit.best().frame().sequence()).faces().stream()
        .anyMatch(
            face ->
                face.person().equals(stay.person())
                    && face.x() <= middle
                    && middle <= face.x() + face.width());
  }

  private List<Stay> strangersIn(int room) {
    return rooms.get(room).stays(SILENCE).stream().filter(Stay::stranger).toList();
  }

  private String named(int room, Stay stay) {
    return stay.person() + "@" + room + " from " + stay.first();
  }
}
