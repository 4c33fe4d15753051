package io.facestream.matcher.clib;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The functions of {@code src/main/c}. They trust what they are given: {@link CScan} checks it.
 *
 * <p>The library is taken from the resources to a temporary folder that only this user can read,
 * and removed as soon as it is loaded.
 */
final class CLibrary {
  /** Loads this file instead, for tests of a library just built. */
  static final String PROPERTY = "facestream.matcher.library";

  private CLibrary() {}

  /** Loads the library; null, or why it cannot be. */
  static String load() {
    String platform = platform();
    String file = System.getProperty(PROPERTY);
    try {
      if (file != null) {
        System.load(Path.of(file).toAbsolutePath().toString());
        return null;
      }
      try (InputStream library = CLibrary.class.getResourceAsStream(platform + ".so")) {
        if (library == null) {
          return "there is none for " + platform;
        }
        loadCopy(library);
        return null;
      }
    } catch (IOException | LinkageError | IllegalCallerException e) {
      return e.getMessage();
    }
  }

  private static void loadCopy(InputStream library) throws IOException {
    Path folder = Files.createTempDirectory("facestream-matcher");
    Path copy = folder.resolve("scan.so");
    try {
      Files.copy(library, copy);
      System.load(copy.toAbsolutePath().toString());
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return system + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }

  /** Whether this processor runs a kernel, by its place in {@code kernels} of {@code jni.c}. */
  static native boolean runs(int kernel);

  /** Whether a kernel has the third way. */
  static native boolean scansWhole(int kernel);

  /** Of a direct buffer's first byte, whatever its position. */
  static native long address(ByteBuffer buffer);

  /**
   * @param way 0 for few probes, 1 for many, 2 with all eight bits at once
   */
  static native int find(
      int kernel,
      int way,
      long rows,
      long tile,
      int lanes,
      int count,
      int stride,
      int from,
      int to,
      long survivors);

  static native int complete(
      int kernel,
      long rows,
      long tile,
      int lanes,
      int count,
      int stride,
      long survivors,
      int found);

  static native double dot(int kernel, long x, long y, int stride);
}
