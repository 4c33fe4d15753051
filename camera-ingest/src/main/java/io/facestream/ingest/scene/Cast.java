package io.facestream.ingest.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The people of a scene: enrolled ones from the head of the {@link Palette}, strangers from its
 * tail. Beyond the palette, looks are drawn at random and may resemble each other.
 */
final class Cast {

  /** So many people and strangers together are known to be unlike each other. */
  static final int VERIFIED = Palette.size();

  private static final int KEPT_ACTORS = 48;

  /** Shared by the cameras of a fleet, which show the same people. */
  private static final Map<String, Actor> ACTORS =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Actor> eldest) {
          return size() > KEPT_ACTORS;
        }
      };

  private final int people;
  private final int strangers;

  Cast(int people, int strangers) {
    this.people = people;
    this.strangers = strangers;
  }

  int size() {
    return people + strangers;
  }

  /** The enrolled people first, then the strangers. */
  List<Person> everybody() {
    return IntStream.range(0, size()).mapToObj(this::person).toList();
  }

  Person person(int index) {
    if (index >= people) {
      int number = index - people + 1;
      return new Person("stranger-" + number, "Stranger " + number, true);
    }
    String name = index < VERIFIED ? Palette.name(index) : "Extra " + (index + 1);
    return new Person(name.toLowerCase(Locale.ROOT).replace(' ', '-'), name, false);
  }

  Actor actor(int index) {
    Genes genes = genes(index);
    Person person = person(index);
    synchronized (ACTORS) {
      return ACTORS.computeIfAbsent(
          person.id() + " " + genes, key -> new Actor(person, LookGenerator.look(genes)));
    }
  }

  private Genes genes(int index) {
    if (index < people) {
      return index < VERIFIED ? Palette.genes(index) : Genes.random(index);
    }
    int fromTail = VERIFIED - 1 - (index - people);
    return fromTail >= people ? Palette.genes(fromTail) : Genes.random(-index);
  }
}
