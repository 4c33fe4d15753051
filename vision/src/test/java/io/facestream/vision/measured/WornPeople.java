package io.facestream.vision.measured;

import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.vision.finder.FoundFaces;
import io.facestream.vision.quality.QualityThresholds;
import io.facestream.vision.testing.Central;
import io.facestream.vision.testing.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * People of a folder {@code person/photo}: of each photo the portrait itself, and how it looks worn
 * in several ways. Worn views that the quality gate of the stream rejects are left out.
 */
final class WornPeople {
  private static final int WORN_VIEWS = 4;
  private static final Map<String, List<Person>> KNOWN = new HashMap<>();

  private WornPeople() {}

  /** A person, photo by photo in the order of their names. */
  record Person(List<Photo> photos) {}

  /**
   * A photo.
   *
   * @param portrait as it is, whatever its quality
   * @param worn up to {@value WornPeople#WORN_VIEWS} views that passed the gate
   */
  record Photo(View portrait, List<View> worn) {}

  /** Embedded once for all tests, since it takes minutes. */
  static synchronized List<Person> of(String pack, String folder) throws Exception {
    String key = pack + " " + folder;
    if (!KNOWN.containsKey(key)) {
      KNOWN.put(key, read(pack, TestFiles.data(folder)));
    }
    return KNOWN.get(key);
  }

  private static List<Person> read(String pack, Path folder) throws Exception {
    Map<String, List<Photo>> people = new TreeMap<>();
    WornPictures worn = new WornPictures(1);
    try (Vision vision = Vision.open(pack, TestFiles.models());
        FaceFinder anyQuality =
            vision.newFinder(
                FinderOptions.forVideo(vision.pack()).withQuality(QualityThresholds.none()));
        FaceFinder gated = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        FaceEmbedder embedder = vision.newEmbedder()) {
      for (Path file : photosOf(folder)) {
        byte[] picture = Files.readAllBytes(file);
        List<View> views = new ArrayList<>();
        for (int i = 0; i < WORN_VIEWS; i++) {
          View view = viewOf(worn.of(picture), gated, embedder);
          if (view != null) {
            views.add(view);
          }
        }
        people
            .computeIfAbsent(file.getParent().getFileName().toString(), p -> new ArrayList<>())
            .add(new Photo(viewOf(picture, anyQuality, embedder), views));
      }
    }
    return people.values().stream().map(Person::new).toList();
  }

  /** Null when there is no face that is good enough. */
  private static View viewOf(byte[] picture, FaceFinder finder, FaceEmbedder embedder)
      throws Exception {
    FoundFaces found = finder.find(picture);
    if (found.faces().isEmpty()) {
      return null;
    }
    FoundFace face = Central.faceOf(found);
    return face.usable() ? new View(face.quality(), embedder.embed(List.of(face.crop()))[0]) : null;
  }

  private static List<Path> photosOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(jpg|png)")).sorted().toList();
    }
  }
}
