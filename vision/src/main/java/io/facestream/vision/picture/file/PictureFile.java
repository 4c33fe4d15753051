package io.facestream.vision.picture.file;

import io.facestream.wire.PictureType;

/**
 * An encoded picture as its header describes it.
 *
 * @param type one that frames take
 * @param size as stored, before it is turned upright
 * @param bytes the whole file
 */
public record PictureFile(PictureType type, PictureSize size, Bytes bytes) {

  /**
   * Reads the header.
   *
   * @throws UnreadablePictureException when it is none that frames take, or its header is damaged;
   *     the message says what it is
   */
  public static PictureFile of(byte[] encoded) throws UnreadablePictureException {
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
    Bytes bytes = new Bytes(encoded, type.title());
    PictureSize size =
        switch (type) {
          case PNG -> PngStructure.sizeOf(bytes);
          case WEBP -> WebpStructure.sizeOf(bytes);
          default -> JpegStructure.sizeOf(bytes);
        };
    return new PictureFile(type, size, bytes);
  }

  /**
   * Walks the file to the end of the picture.
   *
   * @throws UnreadablePictureException when something of it is missing or damaged, or would take
   *     too long to read
   */
  public PictureStructure structure() throws UnreadablePictureException {
    return switch (type) {
      case PNG -> PngStructure.of(bytes);
      case WEBP -> WebpStructure.of(bytes);
      default -> JpegStructure.of(bytes);
    };
  }

  /** The refusal of a picture whose data say otherwise than its header. */
  public UnreadablePictureException damaged(String how) {
    return bytes.damaged(how);
  }
}
