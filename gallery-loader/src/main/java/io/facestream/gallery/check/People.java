package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose template is whose. Two ids that turn out to be of one person are joined, and are one person
 * from then on.
 */
final class People {
  private final List<CheckedTemplate> templates;
  private final int[] person;
  private final List<List<Integer>> photos = new ArrayList<>();

  People(List<CheckedTemplate> templates) {
    this.templates = templates;
    this.person = new int[templates.size()];
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < person.length; i++) {
      person[i] = numbers.computeIfAbsent(templates.get(i).personId(), id -> numbers.size());
      if (person[i] == photos.size()) {
        photos.add(new ArrayList<>());
      }
      photos.get(person[i]).add(i);
    }
  }

  /** The number of a template's person, from 0. */
  int of(int template) {
    return person[template];
  }

  /** One more than the highest number. */
  int count() {
    return photos.size();
  }

  /** The templates of a person; none of a number that was joined to another. */
  List<Integer> photosOf(int number) {
    return photos.get(number);
  }

  /** Makes two people one, under the number of the first. */
  void join(int first, int second) {
    for (int template : photos.get(second)) {
      person[template] = first;
    }
    photos.get(first).addAll(photos.get(second));
    photos.set(second, List.of());
  }

  CheckedTemplate template(int template) {
    return templates.get(template);
  }

  int templates() {
    return person.length;
  }
}
