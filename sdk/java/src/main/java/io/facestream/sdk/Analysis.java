package io.facestream.sdk;

import java.util.Map;

/**
 * What one analyser said of one face.
 *
 * @param face {@link AnalysedFace#index}
 * @param label what it decided on, or null
 * @param values its numbers by their names; null when it failed
 * @param failure why it said nothing, or null
 */
public record Analysis(
    int face,
    String analyser,
    String label,
    Map<String, Double> values,
    double milliseconds,
    String failure) {}
