package io.facestream.job.frames;

import io.facestream.wire.FrameRef;
import java.util.List;

/**
 * What detection found in a frame. Only crops travel on, never the frame.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}
 * @param cameraId the camera
 * @param frame the frame
 * @param faces its faces, largest first
 * @param detectMs time for decoding, detection, alignment and quality, milliseconds
 */
public record FrameFaces(
    String frameId, String cameraId, FrameRef frame, List<FaceCrop> faces, double detectMs) {}
