package io.facestream.ingest.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins all that is seen of a person to stays. */
final class Stays {
  /** Who appears for longer must be recognised. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

  private static final long NEVER = -1;

  private final List<Appearance> appearances;
  private final List<Stay> stays = new ArrayList<>();

  private Stays(List<Appearance> appearances) {
    this.appearances = appearances;
  }

  /** All stays of a scene that has an end, by their first picture. */
  static List<Stay> of(DrawnScene scene, Duration silence) {
    Stays stays =
        new Stays(
            scene.appearances().stream()
                .filter(one -> one.duration().compareTo(LONG_ENOUGH) > 0)
                .toList());
    double longest = silence.toMillis() / 1000.0 * scene.options().rate();
    Map<String, TreeSet<Long>> seen = new TreeMap<>();
    for (long sequence = 0; sequence < scene.frames(); sequence++) {
      for (SceneFace face : scene.truth(sequence).faces()) {
        seen.computeIfAbsent(face.person(), any -> new TreeSet<>()).add(sequence);
      }
    }
    scene.everybody().stream()
        .filter(person -> seen.containsKey(person.id()))
        .forEach(person -> stays.split(person, seen.get(person.id()), longest));
    stays.stays.sort(Comparator.comparingLong(Stay::first).thenComparing(Stay::person));
    return stays.stays;
  }

  private void split(Person who, TreeSet<Long> pictures, double longest) {
    long first = pictures.first();
    long last = first;
    for (long picture : pictures) {
      if (picture - last > longest) {
        add(who, first, last);
        first = picture;
      }
      last = picture;
    }
    add(who, first, last);
  }

  private void add(Person who, long first, long last) {
    List<Appearance> within =
        appearances.stream()
            .filter(one -> one.person().equals(who.id()))
            .filter(one -> one.first() >= first && one.last() <= last)
            .toList();
    stays.add(
        new Stay(
            who.id(),
            who.stranger(),
            first,
            within.isEmpty() ? NEVER : within.get(0).first(),
            within.isEmpty() ? NEVER : within.get(within.size() - 1).last(),
            last));
  }
}
