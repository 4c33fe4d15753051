package io.facestream.ingest.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The photos of a scene's people as a folder that {@code facestream gallery load} reads. */
public final class SceneGallery {

  private final DrawnScene scene;

  public SceneGallery(DrawnScene scene) {
    this.scene = scene;
  }

  /**
   * Writes {@code folder/<Name_With_Underscores>/1.jpg, 2.jpg, …} for everybody but the strangers:
   * the loader makes name and id of it.
   *
   * @return number of photos written
   */
  public int writeTo(Path folder) throws IOException {
    int count = 0;
    for (Person person : scene.people()) {
      Path own = Files.createDirectories(folder.resolve(person.name().replace(' ', '_')));
      List<byte[]> portraits = scene.portraits(person);
      for (int i = 0; i < portraits.size(); i++) {
        Files.write(own.resolve((i + 1) + ".jpg"), portraits.get(i));
        count++;
      }
    }
    return count;
  }
}
