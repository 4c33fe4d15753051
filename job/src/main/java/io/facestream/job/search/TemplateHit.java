package io.facestream.job.search;

import io.facestream.job.gallery.Template;

/**
 * A template that a probe resembles.
 *
 * @param templateId the template
 * @param similarity cosine, −1…1
 * @param template who it is
 */
public record TemplateHit(String templateId, double similarity, Template template) {
  /** The same hit of a template that says something else of the person now. */
  public TemplateHit as(Template other) {
    return new TemplateHit(templateId, similarity, other);
  }
}
