package io.facestream.vision.packs;

import io.facestream.wire.FalseMatchCurve;
import java.util.List;

/**
 * The embedder of a pack. Its input is float32 {@code [N, 3, 112, 112]}, each channel {@code (value
 * − mean) / std} with values 0…255.
 *
 * @param kind which code runs it: {@code arcface-onnx}, or the name of one that comes with the
 *     program
 * @param modelId named in gallery records and verdicts; vectors of different ids are not comparable
 * @param dimension length of a vector
 * @param files interchangeable files, best first; empty when the kind needs none
 * @param colourOrder {@code RGB} or {@code BGR}; the wrong one fails silently with lower accuracy
 * @param mean per channel, in the order of {@code colourOrder}
 * @param std per channel, in the order of {@code colourOrder}
 * @param falseMatches how often it takes one stranger for another, as measured; null when nobody
 *     has
 */
public record EmbedderModel(
    String kind,
    String modelId,
    int dimension,
    List<ModelFile> files,
    String colourOrder,
    List<Double> mean,
    List<Double> std,
    FalseMatchCurve falseMatches) {}
