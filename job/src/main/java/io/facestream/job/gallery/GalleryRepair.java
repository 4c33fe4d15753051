package io.facestream.job.gallery;

/**
 * A superseded template that has to leave its partition of {@code gallery}.
 *
 * @param templateId the template
 * @param partition where it must not stay
 * @param upTo its offset there
 */
public record GalleryRepair(String templateId, int partition, long upTo) {}
