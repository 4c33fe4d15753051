package io.facestream.photos;

/** Turns a photo into a template, or says why not. Thread-confined: one per thread. */
public interface Enroller extends AutoCloseable {

  /**
   * Looks at a photo.
   *
   * @param photo encoded picture
   * @param pick which of several faces to take; null refuses photos with several
   */
  Enrolment enrol(byte[] photo, Pick pick);

  @Override
  void close();
}
