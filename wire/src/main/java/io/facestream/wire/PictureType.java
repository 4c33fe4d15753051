package io.facestream.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The one list of picture formats. A file is what its first bytes say, never what its name or a
 * header claims.
 */
public enum PictureType {
  JPEG("JPEG", "image/jpeg", true, "jpg", "jpeg", "jpe", "jfif") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, 0xFF, 0xD8, 0xFF);
    }
  },
  PNG("PNG", "image/png", true, "png") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }
  },
  WEBP("WebP", "image/webp", true, "webp") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, 'R', 'I', 'F', 'F') && has(bytes, 8, 'W', 'E', 'B', 'P');
    }
  },
  HEIC("HEIC", "image/heic", false, "heic", "heif") {
    @Override
    boolean begins(byte[] bytes) {
      return !AVIF.begins(bytes) && isBranded(bytes, HEIF_BRANDS);
    }
  },
  AVIF("AVIF", "image/avif", false, "avif") {
    @Override
    boolean begins(byte[] bytes) {
      return isBranded(bytes, AVIF_BRANDS);
    }
  },
  TIFF("TIFF", "image/tiff", false, "tif", "tiff") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, 'I', 'I', 42, 0) || has(bytes, 0, 'M', 'M', 0, 42);
    }
  },
  BMP("BMP", "image/bmp", false, "bmp") {
    /** Two letters begin many a text; the size of the second header is that of no text. */
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, 'B', 'M') && BMP_HEADERS.stream().anyMatch(n -> has(bytes, 14, n, 0, 0));
    }
  },
  GIF("GIF", "image/gif", false, "gif") {
    @Override
    boolean begins(byte[] bytes) {
      return has(bytes, 0, 'G', 'I', 'F', '8');
    }
  };

  /** So many of a file's first bytes are enough for {@link #of}. */
  public static final int PROBE_BYTES = 128;

  private static final List<String> HEIF_BRANDS =
      List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final List<String> AVIF_BRANDS = List.of("avif", "avis");
  private static final List<Integer> BMP_HEADERS = List.of(12, 16, 40, 52, 56, 64, 108, 124);

  private final String title;
  private final String mediaType;
  private final boolean frame;
  private final List<String> endings;

  PictureType(String title, String mediaType, boolean frame, String... endings) {
    this.title = title;
    this.mediaType = mediaType;
    this.frame = frame;
    this.endings = List.of(endings);
  }

  /** As people write it: {@code WebP}. */
  public String title() {
    return title;
  }

  /** What {@link FrameHeaders#CONTENT_TYPE} says of it: {@code image/webp}. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it may be a record on {@code frames}; the others are read at enrolment only. */
  public boolean isFrame() {
    return frame;
  }

  /**
   * What a file is.
   *
   * @param start the file, or its first {@link #PROBE_BYTES}
   * @return empty when it is none of these
   */
  public static Optional<PictureType> of(byte[] start) {
    return Arrays.stream(values()).filter(type -> type.begins(start)).findFirst();
  }

  /**
   * Whether the name of a file promises a picture. It decides nothing; but a file that breaks its
   * promise is to be reported as a bad picture, and one that makes none is not.
   */
  public static boolean isPromisedBy(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).anyMatch(type -> type.endings.contains(ending));
  }

  /** What may be a record on {@code frames}, for messages: {@code JPEG, PNG or WebP}. */
  public static String frames() {
    return listed(Arrays.stream(values()).filter(PictureType::isFrame).toList());
  }

  /** Every format, all of which are read at enrolment, for messages. */
  public static String all() {
    return listed(List.of(values()));
  }

  abstract boolean begins(byte[] bytes);

  private static String listed(List<PictureType> types) {
    String last = types.get(types.size() - 1).title;
    return types.stream()
            .limit(types.size() - 1L)
            .map(PictureType::title)
            .collect(Collectors.joining(", "))
        + " or "
        + last;
  }

  private static boolean has(byte[] bytes, int offset, int... expected) {
    if (bytes.length < offset + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[offset + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the file type box (ISO/IEC 14496-12, section 4.3) names one of these brands. */
  private static boolean isBranded(byte[] bytes, List<String> brands) {
    if (!has(bytes, 4, 'f', 't', 'y', 'p') || !has(bytes, 0, 0, 0)) {
      return false;
    }
    int end = Math.min(bytes.length, (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF);
    for (int offset = 8; offset + 4 <= end; offset += 4) {
      int at = offset;
      boolean versionOfTheMajorBrand = offset == 12;
      if (!versionOfTheMajorBrand
          && brands.stream().anyMatch(brand -> has(bytes, at, brand.chars().toArray()))) {
        return true;
      }
    }
    return false;
  }
}
