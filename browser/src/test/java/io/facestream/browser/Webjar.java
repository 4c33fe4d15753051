package io.facestream.browser;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of a package of npm, which came as a jar. */
final class Webjar {
  private Webjar() {}

  /**
   * Copies files of it.
   *
   * @param folder of the jar, such as {@code lit-html/3.3.1/}
   * @param wanted by the path within that folder
   */
  static void unpack(String folder, Path target, Predicate<String> wanted)
      throws IOException, URISyntaxException {
    String path = "META-INF/resources/webjars/" + folder;
    URL found = Webjar.class.getClassLoader().getResource(path + "package.json");
    Path jar = Path.of(((JarURLConnection) found.openConnection()).getJarFileURL().toURI());
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path root = files.getPath(path);
      List<Path> all;
      try (Stream<Path> walk = Files.walk(root)) {
        all = walk.filter(Files::isRegularFile).toList();
      }
      for (Path file : all) {
        String name = root.relativize(file).toString();
        if (wanted.test(name)) {
          Path copy = target.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
