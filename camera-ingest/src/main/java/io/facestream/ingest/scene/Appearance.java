package io.facestream.ingest.scene;

import java.time.Duration;

/**
 * An interval during which a person is recognisable in every picture.
 *
 * @param person {@link Person#id()}
 * @param stranger whether nobody may be recognised
 * @param first sequence of the first picture
 * @param last sequence of the last picture
 * @param duration pictures × 1/rate
 */
public record Appearance(
    String person, boolean stranger, long first, long last, Duration duration) {}
