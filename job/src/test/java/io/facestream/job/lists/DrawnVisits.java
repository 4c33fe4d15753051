package io.facestream.job.lists;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.Person;
import io.facestream.ingest.scene.SceneFace;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.job.frames.RawFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A drawn room into which the people of {@link SceneFrames} and strangers come, and who was when.
 */
final class DrawnVisits {
  /** For so long nobody is out of sight while he is there, milliseconds. */
  static final long SILENCE_MILLIS = 4_000;

  private static final int SPACING = 250;
  private static final String CAMERA = "room";

  private final DrawnScene scene =
      new DrawnScene(
          SceneUrl.parse(
              "scene:?seed=7&people=4&strangers=2&rate=4&duration=45s&visit=5s&crowd=2"));

  /**
   * A visit as it was drawn.
   *
   * @param person id of the person in the gallery
   * @param first time of the first picture with the person, milliseconds
   * @param last time of the last picture, milliseconds
   */
  record Drawn(String person, long first, long last) {
    boolean covers(String whom, long from, long to) {
      return person.equals(whom) && first <= from && to <= last;
    }
  }

  List<RawFrame> frames() {
    return LongStream.range(0, scene.frames()).mapToObj(this::frame).toList();
  }

  private RawFrame frame(long number) {
    return new RawFrame(
        0,
        number,
        time(number),
        CAMERA.getBytes(StandardCharsets.UTF_8),
        null,
        CAMERA,
        number,
        null,
        scene.frame(number));
  }

  private static long time(long number) {
    return SceneFrames.BEGIN + number * SPACING;
  }

  /** Of those enrolled who could be recognised for longer than a second. */
  List<Drawn> visits() {
    List<String> people = scene.people().stream().map(Person::id).toList();
    Map<String, List<Long>> seen = new LinkedHashMap<>();
    for (long number = 0; number < scene.frames(); number++) {
      for (SceneFace face : scene.truth(number).faces()) {
        if (!face.stranger()) {
          seen.computeIfAbsent(face.person(), any -> new ArrayList<>()).add(number);
        }
      }
    }
    List<Drawn> visits = new ArrayList<>();
    seen.forEach(
        (person, numbers) -> {
          String id = "person-" + people.indexOf(person);
          long first = numbers.get(0);
          long last = first;
          for (long number : numbers) {
            if ((number - last) * SPACING > SILENCE_MILLIS) {
              addIfRecognisable(person, id, first, last, visits);
              first = number;
            }
            last = number;
          }
          addIfRecognisable(person, id, first, last, visits);
        });
    return visits;
  }

  private void addIfRecognisable(
      String person, String id, long first, long last, List<Drawn> visits) {
    boolean recognisable =
        scene.appearances().stream()
            .anyMatch(
                one ->
                    one.person().equals(person)
                        && one.first() >= first
                        && one.last() <= last
                        && one.duration().toMillis() > 1_000);
    if (recognisable) {
      visits.add(new Drawn(id, time(first), time(last)));
    }
  }
}
