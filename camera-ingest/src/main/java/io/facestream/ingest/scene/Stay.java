package io.facestream.ingest.scene;

/**
 * A visit as it was drawn: somebody is before the camera, and out of the picture for no longer than
 * a silence. Who recognises people sees it begin between {@code first} and {@code recognisable},
 * and end between {@code lastRecognisable} and {@code last}.
 *
 * @param person {@link Person#id()}
 * @param stranger whether nobody may be recognised
 * @param first sequence of the first picture that shows the person's face, however small or hidden
 * @param recognisable sequence of the first picture of an appearance longer than a second, −1 when
 *     there is none
 * @param lastRecognisable sequence of the last picture of such an appearance, −1 when there is none
 * @param last sequence of the last picture that shows the person's face
 */
public record Stay(
    String person,
    boolean stranger,
    long first,
    long recognisable,
    long lastRecognisable,
    long last) {

  /** Whether the person must be recognised, and not only may be. */
  public boolean certain() {
    return recognisable >= 0;
  }
}
