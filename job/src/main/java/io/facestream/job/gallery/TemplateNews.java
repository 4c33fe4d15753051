package io.facestream.job.gallery;

/**
 * Somebody was enrolled by a template, or one was erased, while the job was running.
 *
 * @param templateId the template
 * @param template who it is, or null when it was erased
 * @param embedding the unit vector, or null when it was erased
 * @param partition partition of {@code gallery} of the record that says so
 * @param offset its offset there
 */
public record TemplateNews(
    String templateId, Template template, float[] embedding, int partition, long offset) {
  /** Whether the template is no longer there. */
  public boolean erased() {
    return template == null;
  }
}
