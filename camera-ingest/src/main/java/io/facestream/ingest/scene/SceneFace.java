package io.facestream.ingest.scene;

/**
 * A face as it was drawn.
 *
 * @param person {@link Person#id()}
 * @param stranger whether the person is nobody to be recognised
 * @param x left edge of the face (cheek to cheek, brow to chin), pixels; may be outside the picture
 * @param y top edge, pixels
 * @param width pixels
 * @param height pixels
 * @param yaw turn of the head, degrees; positive towards the right of the picture
 * @param visible share of the face inside the picture and hidden by nobody, 0…1
 * @param recognisable wide enough, wholly inside, not hidden and frontal: must be recognised
 */
public record SceneFace(
    String person,
    boolean stranger,
    double x,
    double y,
    double width,
    double height,
    double yaw,
    double visible,
    boolean recognisable) {}
