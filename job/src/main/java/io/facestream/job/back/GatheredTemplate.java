package io.facestream.job.back;

import io.facestream.job.gallery.TemplateNews;

/**
 * A template that waits for others of its person; in state.
 *
 * @param since when the person's first one came, milliseconds of the clock
 * @param news the template
 */
public record GatheredTemplate(long since, TemplateNews news) {
  String personId() {
    return news.template().personId();
  }
}
