package io.facestream.gallery.npy;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file of version 1 to 3, as NumPy's "NEP 1 — A simple file format for
 * NumPy arrays" describes it.
 *
 * @param rows n of the shape (n, d)
 * @param dimension d of the shape (n, d), at least 1
 * @param order byte order of the numbers
 * @param bytesPerNumber 4 for float32, 8 for float64
 */
record NpyHeader(long rows, int dimension, ByteOrder order, int bytesPerNumber) {
  /** Magic, version and the longer of the two forms of the header's length. */
  static final int PREFIX_BYTES = 12;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]*)\\)");

  /**
   * Where the text of the header lies.
   *
   * @param start of the text, bytes from the start of the file
   * @param length of the text, bytes; the numbers follow it
   */
  record Place(int start, long length) {}

  /**
   * Reads magic, version and length.
   *
   * @param prefix the first {@value #PREFIX_BYTES} bytes, fewer when the file is shorter
   * @throws IllegalArgumentException that says what is wrong
   */
  static Place place(byte[] prefix) {
    if (prefix.length < PREFIX_BYTES
        || !Arrays.equals(MAGIC, Arrays.copyOf(prefix, MAGIC.length))) {
      throw new IllegalArgumentException("it is no .npy file; write it with numpy.save");
    }
    int version = prefix[6];
    if (version < 1 || version > 3) {
      throw new IllegalArgumentException("its .npy version " + version + " is unknown; 1 to 3 are");
    }
    long length = (prefix[8] & 0xFFL) | (prefix[9] & 0xFFL) << 8;
    if (version > 1) {
      length |= (prefix[10] & 0xFFL) << 16 | (prefix[11] & 0xFFL) << 24;
    }
    return new Place(version == 1 ? 10 : 12, length);
  }

  /**
   * Reads the header's text, a Python dictionary.
   *
   * @throws IllegalArgumentException that says what is wrong and what to do about it
   */
  static NpyHeader parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String type = find(TYPE, text);
    if (!type.matches("[<>]f[48]")) {
      throw new IllegalArgumentException(
          "its numbers are '" + type + "'; save float32 or float64: a.astype('float32')");
    }
    if (find(FORTRAN, text).equals("True")) {
      throw new IllegalArgumentException(
          "it is stored by columns (Fortran order); save numpy.ascontiguousarray(a)");
    }
    String[] shape = find(SHAPE, text).replaceAll("[\\sL]", "").split(",");
    if (shape.length != 2
        || !shape[0].matches("[0-9]{1,18}")
        || !shape[1].matches("[1-9][0-9]{0,6}")) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "its shape is (%s), not (rows, dimension)", find(SHAPE, text)));
    }
    return new NpyHeader(
        Long.parseLong(shape[0]),
        Integer.parseInt(shape[1]),
        type.charAt(0) == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
        type.charAt(2) - '0');
  }

  private static String find(Pattern field, String text) {
    Matcher matcher = field.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("its header is broken; write it with numpy.save");
    }
    return matcher.group(1);
  }
}
