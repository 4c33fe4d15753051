package io.facestream.job.gallery;

/**
 * What a change of the gallery means to those whom a template has identified already.
 *
 * @param templateId the template
 * @param template who it is now, or null when it was erased
 */
public record TemplateChange(String templateId, Template template) {
  /** Whether the template is no longer there. */
  public boolean erased() {
    return template == null;
  }
}
