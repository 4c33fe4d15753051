package io.facestream.gallery.importing;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.gallery.people.PeopleDirectory;

/**
 * How embeddings are imported.
 *
 * @param topic where the templates go
 * @param modelId the embedder that made them
 * @param dimension of that embedder, or 0 when it is not known
 * @param people whom names mean
 * @param onlyUnit whether rows that are not of length 1 are refused instead of normalised
 */
public record ImportOptions(
    GalleryTopic topic, String modelId, int dimension, PeopleDirectory people, boolean onlyUnit) {}
