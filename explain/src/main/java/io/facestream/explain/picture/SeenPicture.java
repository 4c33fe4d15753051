package io.facestream.explain.picture;

import io.facestream.job.frames.Probe;
import java.util.List;
import java.util.function.Predicate;

/**
 * A picture as the job sees a frame.
 *
 * @param width as published, pixels
 * @param height as published, pixels
 * @param faces largest first
 * @param otherwise where no face can be compared: what would show one, lines for people
 */
public record SeenPicture(int width, int height, List<SeenFace> faces, List<String> otherwise) {

  /** The same as if there were only some of the faces. */
  public SeenPicture keeping(Predicate<SeenFace> some) {
    return new SeenPicture(width, height, faces.stream().filter(some).toList(), otherwise);
  }

  /** The faces, ready to be searched. */
  public List<Probe> probes() {
    return faces.stream().map(SeenFace::probe).toList();
  }
}
