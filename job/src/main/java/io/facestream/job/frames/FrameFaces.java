package io.facestream.job.frames;

import io.facestream.wire.FrameRef;
import java.util.List;

/**
 * What detection found in a frame. Only crops travel on, never the frame.
 *
 * @param frameId {@link io.facestream.wire.Ids#frameId}
 * @param number number of the frame among those of its routing key that go on, from 1 without a gap
 * @param cameraId the camera
 * @param frame the frame
 * @param faces its faces, largest first
 * @param detectMs time for decoding, detection, alignment and quality, milliseconds
 */
public record FrameFaces(
    String frameId,
    long number,
    String cameraId,
    FrameRef frame,
    List<FaceCrop> faces,
    double detectMs) {}
