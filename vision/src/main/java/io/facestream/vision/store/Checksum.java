package io.facestream.vision.store;

import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.VisionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Compares files with their manifest. */
public final class Checksum {
  private static final int CHUNK = 1 << 16;

  private Checksum() {}

  /** SHA-256 of a file, lower-case hex. */
  public static String of(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * Accepts the file of the manifest and no other.
   *
   * @throws VisionException when the checksum is another, or the file cannot be read
   */
  public static void require(ModelFile expected, Path file) {
    String actual;
    try {
      actual = of(file);
    } catch (IOException e) {
      throw new VisionException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    if (!actual.equals(expected.sha256())) {
      throw new VisionException(
          file
              + " is refused, its SHA-256 is "
              + actual
              + " where "
              + expected.sha256()
              + " is expected: remove it, then "
              + (expected.downloadable()
                  ? "run 'facestream models fetch'"
                  : "put the right one there, or declare the file that is meant"));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
