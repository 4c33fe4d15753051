package io.facestream.gallery.check;

/**
 * A person to whom unknown faces came nearest.
 *
 * @param personId the person
 * @param name the name shown
 * @param faces unknown faces to whom this person was the most similar
 * @param highest the best cosine of these, −1…1
 * @param verdictId the verdict that has it
 * @param templateId the person's photo that was so similar
 */
public record LiveImpostor(
    String personId, String name, long faces, double highest, String verdictId, String templateId) {

  LiveImpostor and(LiveImpostor later) {
    LiveImpostor nearer = later.highest > highest ? later : this;
    return new LiveImpostor(
        personId,
        later.name,
        faces + later.faces,
        nearer.highest,
        nearer.verdictId,
        nearer.templateId);
  }
}
