package io.facestream.wire;

import java.io.File;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of files as text. On Unix a name is bytes, and Java reads them as the locale says: in one
 * that is not UTF-8, {@code José} reads {@code Jos??}, and so does another name. Such a name still
 * opens its file, but must not become anybody's name or id.
 */
public final class FileNames {
  private static final String READ_AS = System.getProperty("sun.jnu.encoding", "UTF-8");

  private static final String NO_UTF8 =
      "since Java was started in a locale that is not UTF-8 (it reads names as "
          + READ_AS
          + "); start it by bin/facestream, or set LC_ALL=C.UTF-8";

  private FileNames() {}

  /**
   * Why a path cannot be said in words, and the cure; null when it can. Each of its names is looked
   * at, so give it relative to what the user named.
   *
   * @return such as {@code the name 'Jos%C3%A9' cannot be read as text …}, with the bytes in
   *     question written as in a URL
   */
  public static String fault(Path path) {
    for (Path name : path) {
      if (!isText(name)) {
        return fault(escaped(name));
      }
    }
    return null;
  }

  /**
   * The path that a text names.
   *
   * @throws IllegalArgumentException with cause and cure when it is none, or has letters that Java
   *     cannot say to the system
   */
  public static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' "
              + (readsUtf8() ? "is no path: " + e.getReason() : "cannot be looked up, " + NO_UTF8),
          e);
    }
  }

  private static String fault(String name) {
    return "the name '"
        + name
        + "' cannot be read as text, "
        + (readsUtf8() ? "since its bytes are no UTF-8; rename it" : NO_UTF8);
  }

  /**
   * Whether a text has lost characters on its way from the command line; no file and no person goes
   * by it.
   */
  public static boolean isDamaged(String argument) {
    return !readsUtf8() && argument.indexOf('\uFFFD') >= 0;
  }

  private static boolean isText(Path name) {
    String text = name.toString();
    if (!readsUtf8() && !text.chars().allMatch(c -> c < 0x80)) {
      // Also where each byte is some letter, as in Latin-1: José would read JosÃ©.
      return false;
    }
    try {
      return name.getFileSystem().getPath(text).equals(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String escaped(Path name) {
    // With a slash at its end when a folder of that name happens to be in the working directory.
    String uri = name.toUri().getRawPath().replaceFirst("/$", "");
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  /** Windows keeps names as text. */
  private static boolean readsUtf8() {
    return File.separatorChar == '\\'
        || Charset.isSupported(READ_AS) && Charset.forName(READ_AS).equals(StandardCharsets.UTF_8);
  }
}
