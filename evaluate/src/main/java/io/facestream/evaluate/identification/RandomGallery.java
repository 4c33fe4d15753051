package io.facestream.evaluate.identification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Some people enrolled by some of their photos, drawn at random.
 *
 * @param templates places of the enrolled photos
 * @param mated places of the other photos of those enrolled
 * @param nonMated places of the photos of everybody else
 */
record RandomGallery(List<Integer> templates, List<Integer> mated, List<Integer> nonMated) {

  /**
   * Draws one.
   *
   * @param photosOf places of the photos of each person who may be enrolled
   * @param strangers places of the photos of people who may not
   */
  static RandomGallery draw(
      List<List<Integer>> photosOf, List<Integer> strangers, GalleryPlan plan, long seed) {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>();
    for (int person = 0; person < photosOf.size(); person++) {
      order.add(person);
    }
    Collections.shuffle(order, random);
    Set<Integer> enrolled = new HashSet<>(order.subList(0, plan.people()));
    RandomGallery gallery =
        new RandomGallery(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(strangers));
    for (int person = 0; person < photosOf.size(); person++) {
      List<Integer> photos = new ArrayList<>(photosOf.get(person));
      if (enrolled.contains(person)) {
        Collections.shuffle(photos, random);
        int taken = Math.min(plan.photosEach(), photos.size());
        gallery.templates.addAll(photos.subList(0, taken));
        gallery.mated.addAll(photos.subList(taken, photos.size()));
      } else {
        gallery.nonMated.addAll(photos);
      }
    }
    return gallery;
  }
}
