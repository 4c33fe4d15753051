package io.facestream.job.back;

import java.util.List;

/**
 * The templates by which a person was enrolled at one go: the best of them counts, so they are
 * searched together.
 *
 * @param id the person and the record that came last, {@code p-17@0-4711}
 * @param personId the person
 * @param templates at least one
 */
public record Enrolment(String id, String personId, List<EnrolledTemplate> templates) {

  /** The same without a template. */
  Enrolment without(String templateId) {
    return new Enrolment(
        id,
        personId,
        templates.stream().filter(one -> !one.templateId().equals(templateId)).toList());
  }

  boolean has(String templateId) {
    return templates.stream().anyMatch(one -> one.templateId().equals(templateId));
  }
}
