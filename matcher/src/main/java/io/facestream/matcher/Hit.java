package io.facestream.matcher;

/**
 * One template found by a search.
 *
 * @param templateId the id given to {@link GallerySlice#put}
 * @param similarity the cosine between probe and template, computed in double, −1…1
 */
public record Hit(String templateId, double similarity) {}
