package io.facestream.wire;

import java.util.Map;

/**
 * The gallery an answer was searched in.
 *
 * @param templates number of templates over all slices, of people who are in reach at the camera
 * @param offsets for each partition of {@code gallery} that has records, the highest offset any
 *     slice has read
 */
public record GalleryView(long templates, Map<Integer, Long> offsets) {}
