package io.facestream.photos;

import io.facestream.wire.FileNames;
import io.facestream.wire.PictureType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What lies in a gallery folder: {@code DIR/<person>/<photo>}, and single photos {@code
 * DIR/<person>.jpg}.
 *
 * @param root the gallery folder
 * @param personFolders the folders in it whose names can be read, sorted
 * @param photos the photos, sorted by path
 * @param ignored what is neither a photo nor about people, with the reason: by its bytes, not by
 *     its name
 * @param hidden files and folders whose names begin with a dot, which are not looked at
 */
public record PhotoFolder(
    Path root,
    List<Path> personFolders,
    List<Photo> photos,
    List<String> ignored,
    List<String> hidden) {
  private static final List<String> ABOUT_PEOPLE =
      List.of("people.csv", "person.yaml", "person.yml", "person.json");

  /**
   * Looks into a folder.
   *
   * @throws BadPhotoFolderException when it is none, or holds no photo
   */
  public static PhotoFolder scan(Path root) {
    if (!Files.isDirectory(root)) {
      throw new BadPhotoFolderException(
          root,
          Files.exists(root)
              ? "it is a file, not a folder; name a folder of <person>/<photo>.jpg"
              : "there is no such folder; check the path");
    }
    PhotoFolder found =
        new PhotoFolder(
            root, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Path entry : sorted(root)) {
      if (Files.isDirectory(entry) && !isHidden(entry)) {
        if (FileNames.fault(entry.getFileName()) == null) {
          found.personFolders.add(entry);
        }
        sorted(entry).forEach(file -> found.add(file, entry.getFileName().toString()));
      } else {
        found.add(entry, stem(entry));
      }
    }
    if (found.photos.isEmpty()) {
      throw new BadPhotoFolderException(
          root, "it holds no photos; it should hold <person>/<photo>: " + PictureType.all());
    }
    return found;
  }

  private void add(Path file, String owner) {
    String name = file.getFileName().toString();
    String relative = root.relativize(file).toString().replace('\\', '/');
    if (isHidden(file)) {
      hidden.add(relative);
      return;
    }
    String fault = fault(file);
    boolean promised = Files.isRegularFile(file) && PictureType.isPromisedBy(name);
    if (fault == null || promised) {
      photos.add(new Photo(file, relative, owner));
    } else if (!ABOUT_PEOPLE.contains(name.toLowerCase(Locale.ROOT))) {
      ignored.add(relative + " (" + fault + ")");
    }
  }

  /** Why a file is no picture; null when it is one, whatever its name. */
  private static String fault(Path file) {
    if (Files.isDirectory(file)) {
      return "a folder within a person's folder";
    }
    if (!Files.exists(file)) {
      return "a link to nothing";
    }
    if (!Files.isRegularFile(file)) {
      return "not a file";
    }
    try (InputStream in = Files.newInputStream(file)) {
      boolean picture = PictureType.of(in.readNBytes(PictureType.PROBE_BYTES)).isPresent();
      return picture ? null : "not a picture";
    } catch (IOException e) {
      return "cannot be read";
    }
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static List<Path> sorted(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new BadPhotoFolderException(folder, "it cannot be read: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new BadPhotoFolderException(folder, "it cannot be read: " + e.getCause().getMessage());
    }
  }
}
