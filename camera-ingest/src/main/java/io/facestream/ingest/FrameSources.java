package io.facestream.ingest;

import java.io.IOException;

/** Opens a {@link FrameSource} by URL. */
public final class FrameSources {

  private FrameSources() {}

  /**
   * Opens a source with {@link SourceOptions#defaults()}.
   *
   * @param url {@code rtsp://…}, {@code http(s)://…}, a file or folder (path or {@code file:} URL),
   *     {@code webcam:N}, or {@code scene:?…}
   * @throws IOException when it cannot be opened; the message is one line and names the cure
   */
  public static FrameSource open(String url) throws IOException {
    return open(url, SourceOptions.defaults());
  }

  /** Opens a source; see {@link #open(String)}. */
  public static FrameSource open(String url, SourceOptions options) throws IOException {
    throw new IOException("Cannot open '" + url + "': not supported yet.");
  }
}
