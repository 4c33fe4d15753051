package io.facestream.client.gallery;

import java.util.SortedSet;

/**
 * The gallery as it was, as far as its topic still tells. Compaction takes out what was replaced or
 * erased since; what it may have taken is among the templates that were written since.
 *
 * @param snapshot by the records up to then that are still there
 * @param writtenSince ids of the templates that were enrolled, replaced or erased since, as far as
 *     the topic still tells
 */
public record GalleryThen<T>(GallerySnapshot<T> snapshot, SortedSet<String> writtenSince) {}
