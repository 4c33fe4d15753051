package io.facestream.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Camera ids and the keys of records on {@code frames}, one for one.
 *
 * <p>A key that is text fit to be shown is the id as it stands. Any other (a number, an Avro key,
 * text with control characters) is the id with each byte that is no printable ASCII character
 * written as {@code \xHH}, so that two keys are never one camera and an id never breaks a line.
 */
public final class CameraIds {
  /** What escaping leaves behind; a text that holds it is escaped itself, so nothing collides. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\x[0-9a-f]{2}");

  private static final HexFormat HEX = HexFormat.of();

  private CameraIds() {}

  /**
   * The id of the camera with this key, the same for no other key.
   *
   * @param key any bytes
   */
  public static String of(byte[] key) {
    String text = StrictUtf8.decode(key);
    return text != null && Printable.of(text).equals(text) && !ESCAPE.matcher(text).find()
        ? text
        : escaped(key);
  }

  /** The key of the camera with this id: the opposite of {@link #of}. */
  public static byte[] keyOf(String cameraId) {
    if (!ESCAPE.matcher(cameraId).find()) {
      return cameraId.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    for (int i = 0; i < cameraId.length(); i++) {
      char character = cameraId.charAt(i);
      if (character == '\\') {
        key.write(HexFormat.fromHexDigits(cameraId, i + 2, i + 4));
        i += 3;
      } else {
        key.write(character);
      }
    }
    return key.toByteArray();
  }

  private static String escaped(byte[] key) {
    StringBuilder id = new StringBuilder(key.length * 4);
    for (byte unit : key) {
      if (unit >= ' ' && unit <= '~' && unit != '\\') {
        id.append((char) unit);
      } else {
        id.append("\\x").append(HEX.toHexDigits(unit));
      }
    }
    return id.toString();
  }
}
