package io.facestream.sdk;

import java.util.List;

/**
 * All that was found in a picture.
 *
 * @param request its id, as the audit log names it
 * @param milliseconds from its arrival to the answer
 */
public record PictureAnalysis(String request, List<AnalysedFace> faces, double milliseconds) {}
