package io.facestream.vision.picture;

import io.facestream.vision.UnreadablePictureException;
import io.facestream.wire.PictureType;

/** The formats we take, by the first bytes of the file. */
public enum PictureFormat {
  JPEG("JPEG") {
    @Override
    PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
      return JpegStructure.sizeOf(bytes);
    }

    @Override
    public void requireComplete(byte[] encoded) throws UnreadablePictureException {
      JpegStructure.requireComplete(new Bytes(encoded, "JPEG"));
    }
  },
  PNG("PNG") {
    @Override
    PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
      return PngStructure.sizeOf(bytes);
    }

    @Override
    public void requireComplete(byte[] encoded) throws UnreadablePictureException {
      PngStructure.requireComplete(new Bytes(encoded, "PNG"));
    }
  },
  WEBP("WebP") {
    @Override
    PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException {
      return WebpStructure.sizeOf(bytes);
    }

    @Override
    public void requireComplete(byte[] encoded) throws UnreadablePictureException {
      WebpStructure.requireComplete(new Bytes(encoded, "WebP"));
    }
  };

  private final String title;

  PictureFormat(String title) {
    this.title = title;
  }

  /** As people write it. */
  public String title() {
    return title;
  }

  /**
   * The format of a file.
   *
   * @throws UnreadablePictureException when it is none of ours; the message says what it looks like
   */
  public static PictureFormat of(byte[] encoded) throws UnreadablePictureException {
    if (encoded.length == 0) {
      throw new UnreadablePictureException(
          "zero bytes: send the encoded picture itself as the value");
    }
    PictureType type = PictureType.of(encoded).orElse(null);
    if (type == null || !type.isFrame()) {
      throw new UnreadablePictureException(
          (type == null ? Magic.describe(encoded) : type.title() + " is not taken as a frame")
              + ": send "
              + PictureType.frames());
    }
    return switch (type) {
      case PNG -> PNG;
      case WEBP -> WEBP;
      default -> JPEG;
    };
  }

  /**
   * The size that the header announces, before EXIF rotation.
   *
   * @throws UnreadablePictureException when the header is damaged
   */
  public PictureSize sizeOf(byte[] encoded) throws UnreadablePictureException {
    return sizeOf(new Bytes(encoded, title));
  }

  abstract PictureSize sizeOf(Bytes bytes) throws UnreadablePictureException;

  /**
   * Walks the file to its end.
   *
   * @throws UnreadablePictureException when something is missing
   */
  public abstract void requireComplete(byte[] encoded) throws UnreadablePictureException;
}
