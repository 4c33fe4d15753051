package io.facestream.ingest;

import io.facestream.ingest.picture.FolderSource;
import io.facestream.ingest.video.VideoAddress;
import io.facestream.ingest.video.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens a {@link FrameSource} by URL. */
public final class FrameSources {

  private FrameSources() {}

  /**
   * Opens a source with {@link SourceOptions#defaults()}.
   *
   * @param url {@code rtsp://…}, {@code http(s)://…}, a file or folder (path or {@code file:} URL),
   *     {@code webcam:N}, or {@code scene:?…}
   * @throws IOException when it cannot be opened; the message is one line and names the cure
   * @throws IllegalArgumentException when the URL is malformed; the message is one line
   */
  public static FrameSource open(String url) throws IOException {
    return open(url, SourceOptions.defaults());
  }

  /** Opens a source; see {@link #open(String)}. */
  public static FrameSource open(String url, SourceOptions options) throws IOException {
    SourceUrl source = SourceUrl.parse(url);
    return switch (source.kind()) {
      case RTSP -> new VideoSource(VideoAddress.rtsp(url, source.label()), options);
      case HTTP -> new VideoSource(VideoAddress.http(url, source.label()), options);
      case WEBCAM -> new VideoSource(VideoAddress.webcam(source.webcam()), options);
      case FILE -> openPath(source.path(), options);
      case SCENE -> throw new IOException("scene: is not there yet");
    };
  }

  private static FrameSource openPath(Path path, SourceOptions options) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("there is no file or folder " + path + ". Check the path");
    }
    if (!Files.isReadable(path)) {
      throw new IOException(path + " may not be read. Check its permissions");
    }
    return Files.isDirectory(path)
        ? new FolderSource(path, options)
        : new VideoSource(VideoAddress.file(path.toString()), options);
  }
}
