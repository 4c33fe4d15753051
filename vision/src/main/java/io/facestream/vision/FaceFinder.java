package io.facestream.vision;

/** Encoded picture in, judged and aligned faces out. Thread-confined. */
public final class FaceFinder implements AutoCloseable {
  FaceFinder() {}

  /**
   * Finds the faces of a picture: decodes, detects, judges quality, aligns.
   *
   * @throws UnreadablePictureException when the bytes are no picture we take
   */
  public FoundFaces find(byte[] encodedPicture) throws UnreadablePictureException {
    throw new UnreadablePictureException("not yet");
  }

  @Override
  public void close() {}
}
