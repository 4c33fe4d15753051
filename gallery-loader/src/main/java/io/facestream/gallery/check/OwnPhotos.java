package io.facestream.gallery.check;

/** How near a template is to the other photos of its own person: leave one out. */
final class OwnPhotos {
  private final People people;
  private final double[] norms;

  OwnPhotos(People people) {
    this.people = people;
    this.norms = new double[people.templates()];
    for (int i = 0; i < norms.length; i++) {
      float[] embedding = people.template(i).embedding();
      norms[i] = Math.sqrt(dot(embedding, embedding));
    }
  }

  /**
   * The nearest other photo of the same person.
   *
   * @param leftOut templates that count for nobody
   */
  Neighbour nearest(int template, boolean[] leftOut) {
    Neighbour best = Neighbour.NONE;
    for (int other : people.photosOf(people.of(template))) {
      if (other != template && !leftOut[other]) {
        best = Neighbour.nearer(best, new Neighbour(other, cosine(template, other)));
      }
    }
    return best;
  }

  /** −1…1. */
  double cosine(int a, int b) {
    double dot = dot(people.template(a).embedding(), people.template(b).embedding());
    return Math.max(-1, Math.min(1, dot / (norms[a] * norms[b])));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
