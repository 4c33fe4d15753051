package io.facestream.gallery.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds photos of which one face is enrolled for several people. A photo that shows two people, and
 * is enrolled for both with a face each, is in order.
 */
final class SamePhotos {
  private final List<CheckedTemplate> templates;
  private final OwnPhotos own;
  private final CheckRules rules;

  SamePhotos(List<CheckedTemplate> templates, OwnPhotos own, CheckRules rules) {
    this.templates = templates;
    this.own = own;
    this.rules = rules;
  }

  /**
   * Finds them, by the checksum of the photo.
   *
   * @param companions how near each template is to the other photos of its person
   */
  List<SamePhoto> find(Neighbour[] companions) {
    Map<String, List<Integer>> byPhoto = new TreeMap<>();
    for (int i = 0; i < templates.size(); i++) {
      if (!templates.get(i).photoSha256().isEmpty()) {
        byPhoto.computeIfAbsent(templates.get(i).photoSha256(), sha -> new ArrayList<>()).add(i);
      }
    }
    List<SamePhoto> found = new ArrayList<>();
    byPhoto.forEach(
        (photo, made) -> {
          List<PhotoRef> shared =
              made.stream()
                  .filter(i -> made.stream().anyMatch(other -> isSameFaceOfAnother(i, other)))
                  .sorted(
                      Comparator.comparingDouble((Integer i) -> -companions[i].similarity())
                          .thenComparing(i -> templates.get(i).id()))
                  .map(i -> PhotoRef.of(templates.get(i)))
                  .toList();
          if (!shared.isEmpty()) {
            found.add(new SamePhoto(photo, shared));
          }
        });
    return found;
  }

  private boolean isSameFaceOfAnother(int template, int other) {
    return !templates.get(template).personId().equals(templates.get(other).personId())
        && own.cosine(template, other) >= rules.pairSimilarity();
  }
}
