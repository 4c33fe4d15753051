package io.facestream.explain.picture;

import io.facestream.job.frames.Probe;
import java.util.List;

/**
 * A picture as the job sees a frame.
 *
 * @param width as published, pixels
 * @param height as published, pixels
 * @param faces largest first
 * @param otherwise where no face can be compared: what would show one, lines for people
 */
public record SeenPicture(int width, int height, List<SeenFace> faces, List<String> otherwise) {

  /** The faces, ready to be searched. */
  public List<Probe> probes() {
    return faces.stream().map(SeenFace::probe).toList();
  }
}
