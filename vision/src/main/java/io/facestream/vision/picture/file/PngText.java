package io.facestream.vision.picture.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Text chunks of a PNG as far as they say how the picture is to be turned. Read up to a limit:
 * deflated text may be a thousand times as long.
 */
final class PngText {
  private static final int MAX_BYTES = 2 * Orientation.MAX_BYTES + 4096;

  /** How ImageMagick and others kept EXIF data before there was a chunk for them. */
  private static final Pattern PROFILE =
      Pattern.compile("\\s*(?:exif|APP1|generic profile)\\s+\\d+\\s+([0-9a-fA-F\\s]*)");

  private PngText() {}

  /** The EXIF data in a raw profile, or null when the chunk is no such profile. */
  static byte[] exifProfile(byte[] chunk, boolean deflated) {
    String start = new String(chunk, 0, Math.min(chunk.length, 32), StandardCharsets.ISO_8859_1);
    if (!start.startsWith("Raw profile type exif\0")
        && !start.startsWith("Raw profile type APP1\0")) {
      return null;
    }
    int text = start.indexOf('\0') + (deflated ? 2 : 1);
    byte[] profile = text(chunk, text, deflated);
    Matcher hex = PROFILE.matcher(new String(profile, StandardCharsets.ISO_8859_1));
    if (!hex.lookingAt()) {
      return null;
    }
    String digits = hex.group(1).replaceAll("\\s", "");
    return HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1));
  }

  /** The text of an iTXt chunk behind its keyword. */
  static byte[] international(byte[] chunk) {
    int at = 2;
    for (int zeros = 0; zeros < 2 && at < chunk.length; at++) {
      zeros += chunk[at] == 0 ? 1 : 0;
    }
    return text(chunk, at, chunk.length > 0 && chunk[0] == 1);
  }

  private static byte[] text(byte[] chunk, int from, boolean deflated) {
    if (from >= chunk.length) {
      return new byte[0];
    }
    if (!deflated) {
      return Arrays.copyOfRange(chunk, from, Math.min(chunk.length, from + MAX_BYTES));
    }
    try (InputStream text =
        new InflaterInputStream(new ByteArrayInputStream(chunk, from, chunk.length - from))) {
      return text.readNBytes(MAX_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
