package io.facestream.job.back;

import io.facestream.job.gallery.Template;
import io.facestream.job.gallery.TemplateNews;

/**
 * A template that somebody was enrolled by.
 *
 * @param templateId the template
 * @param template who it is
 * @param embedding the unit vector
 */
public record EnrolledTemplate(String templateId, Template template, float[] embedding) {
  static EnrolledTemplate of(TemplateNews news) {
    return new EnrolledTemplate(news.templateId(), news.template(), news.embedding());
  }
}
