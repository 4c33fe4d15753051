package io.facestream.policies.outlook;

/**
 * Who passes a camera.
 *
 * @param cameraId empty for none in particular, at which all are looked for
 * @param strangersADay visits of people whom nobody has enrolled; null when it is not known
 */
public record CameraTraffic(String cameraId, Double strangersADay) {}
