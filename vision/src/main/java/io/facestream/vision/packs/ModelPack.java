package io.facestream.vision.packs;

/**
 * A detector and an embedder that belong together, as its manifest describes them.
 *
 * @param name as given on the command line
 * @param title one line for people
 * @param licence one line: what one may do with the weights
 * @param commercialUse false when the weights are for research only
 * @param detector finds faces
 * @param embedder compares them
 * @param thresholds measured with these models
 */
public record ModelPack(
    String name,
    String title,
    String licence,
    boolean commercialUse,
    DetectorModel detector,
    EmbedderModel embedder,
    PackThresholds thresholds) {}
