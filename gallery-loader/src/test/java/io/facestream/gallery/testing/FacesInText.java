package io.facestream.gallery.testing;

import io.facestream.photos.Enroller;
import io.facestream.photos.Enrolment;
import io.facestream.photos.Pick;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Enrols "photos" that are texts naming their faces, {@code ada} or {@code ada,bob}, so that what
 * surrounds the models can be tested on every machine. Counts how often it looked.
 */
public final class FacesInText implements Enroller {
  private final AtomicInteger looks;

  public FacesInText(AtomicInteger looks) {
    this.looks = looks;
  }

  @Override
  public Enrolment enrol(byte[] photo, Pick pick) {
    looks.incrementAndGet();
    List<String> faces = List.of(new String(photo, StandardCharsets.UTF_8).split(","));
    if (faces.size() > 1 && pick == null) {
      return Enrolment.Refused.because(faces.size() + " faces");
    }
    boolean numbered = pick != null && Character.isDigit(pick.text().charAt(0));
    String face = faces.get(numbered && faces.size() > 1 ? Integer.parseInt(pick.text()) - 1 : 0);
    return new Enrolment.Accepted(unitVector(face), 0.5, faces.size() > 1 ? pick.text() : "", null);
  }

  /** The template of a face. */
  public static float[] unitVector(String face) {
    double angle = face.hashCode() % 1000;
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }

  @Override
  public void close() {}
}
