package io.facestream.ingest.video;

import java.util.Map;

/**
 * What FFmpeg is asked to open.
 *
 * @param label how errors and logs call it, without password
 * @param address path, URL or device
 * @param deviceFormat FFmpeg's name of a device format, or null
 * @param live whether pictures are lost when they are not read in time
 * @param options FFmpeg's options for this protocol
 */
public record VideoAddress(
    String label, String address, String deviceFormat, boolean live, Map<String, String> options) {

  /** A video file. */
  public static VideoAddress file(String path) {
    // The prefix keeps FFmpeg from reading a colon in the name as a protocol.
    return new VideoAddress(path, "file:" + path, null, false, Map.of());
  }

  /** An RTSP camera. Over TCP: with UDP each lost packet smears a face for a second. */
  public static VideoAddress rtsp(String url, String label) {
    return new VideoAddress(
        label, url, null, true, Map.of("rtsp_transport", "tcp", "fflags", "nobuffer"));
  }

  /** Video over HTTP: a camera's stream, or a file, which is known by having an end. */
  public static VideoAddress http(String url, String label) {
    return new VideoAddress(label, url, null, true, Map.of());
  }

  /** A webcam by number, device path or name. */
  public static VideoAddress webcam(String name) {
    Devices.Device device = Devices.webcam(name);
    return new VideoAddress(
        "webcam:" + name, device.address(), device.format(), true, Map.of("fflags", "nobuffer"));
  }

  /** Without what may not be shown of the address. */
  @Override
  public String toString() {
    return label;
  }
}
