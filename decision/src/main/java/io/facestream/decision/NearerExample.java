package io.facestream.decision;

import java.time.Instant;

/**
 * A stranger's face that is known not to be a person, and that a face resembles more than any photo
 * of that person.
 *
 * @param templateId the negative example
 * @param similarity of the face to it; cosine, −1…1
 * @param until when it ends
 */
public record NearerExample(String templateId, double similarity, Instant until) {}
