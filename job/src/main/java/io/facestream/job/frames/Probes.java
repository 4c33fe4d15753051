package io.facestream.job.frames;

import io.facestream.vision.face.FaceEmbedder;
import java.util.ArrayList;
import java.util.List;

/** Makes probes of the faces of a frame. */
public final class Probes {
  private Probes() {}

  /**
   * The probes of a frame's faces, in their order; those with a crop are embedded in one call.
   *
   * @param embedder of the calling thread
   */
  public static List<Probe> of(List<FaceCrop> faces, FaceEmbedder embedder) {
    List<byte[]> crops = faces.stream().map(FaceCrop::crop).filter(crop -> crop != null).toList();
    float[][] embeddings = crops.isEmpty() ? new float[0][] : embedder.embed(crops);
    List<Probe> probes = new ArrayList<>(faces.size());
    int next = 0;
    for (FaceCrop face : faces) {
      probes.add(
          face.crop() == null
              ? new Probe(face.place(), null)
              : Probe.of(face.place(), embeddings[next++]));
    }
    return probes;
  }
}
