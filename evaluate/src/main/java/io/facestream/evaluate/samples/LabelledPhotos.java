package io.facestream.evaluate.samples;

import io.facestream.photos.BadPhotoFolderException;
import io.facestream.photos.Photo;
import io.facestream.photos.PhotoFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The photos of a folder, one folder a person, and perhaps of another one with strangers: people
 * who are never enrolled.
 *
 * @param photos in the order of their paths, strangers last
 * @param people their names by number
 * @param strangersFrom the number of the first stranger; the number of people when there is none
 * @param ignored what is in the folders and is no photo, each with the reason
 */
public record LabelledPhotos(
    List<LabelledPhoto> photos, List<String> people, int strangersFrom, List<String> ignored) {

  /**
   * Looks into the folders.
   *
   * @param strangers null when there are none
   * @throws BadPhotoFolderException when one is none, or holds no photo
   */
  public static LabelledPhotos scan(Path folder, Path strangers) {
    LabelledPhotos all =
        new LabelledPhotos(new ArrayList<>(), new ArrayList<>(), 0, new ArrayList<>());
    all.add(PhotoFolder.scan(folder), "");
    int known = all.people.size();
    if (strangers != null) {
      all.add(
          PhotoFolder.scan(strangers), strangers.toAbsolutePath().normalize().getFileName() + "/");
    }
    return new LabelledPhotos(all.photos, all.people, known, all.ignored);
  }

  private void add(PhotoFolder folder, String prefix) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Photo photo : folder.photos()) {
      Integer number = numbers.get(photo.owner());
      if (number == null) {
        number = people.size();
        numbers.put(photo.owner(), number);
        people.add(prefix + photo.owner());
      }
      photos.add(new LabelledPhoto(photo, prefix + photo.relative(), number));
    }
    folder.ignored().forEach(file -> ignored.add(prefix + file));
  }

  /** Whether nobody may enrol the person. */
  public boolean isStranger(int person) {
    return person >= strangersFrom;
  }

  /** The same with these photos alone. */
  public LabelledPhotos only(Set<String> names) {
    return new LabelledPhotos(
        photos.stream().filter(photo -> names.contains(photo.name())).toList(),
        people,
        strangersFrom,
        ignored);
  }
}
