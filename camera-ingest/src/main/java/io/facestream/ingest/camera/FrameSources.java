package io.facestream.ingest.camera;

import io.facestream.ingest.http.HttpSources;
import io.facestream.ingest.orientation.RotatedSource;
import io.facestream.ingest.picture.FolderSource;
import io.facestream.ingest.scene.SceneSource;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.source.SourceUrl;
import io.facestream.ingest.video.VideoAddress;
import io.facestream.ingest.video.VideoSource;
import io.facestream.wire.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

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
    return open(url, options, SourceListener.NONE);
  }

  /**
   * Opens a source; see {@link #open(String)}.
   *
   * @param listener hears of what the source receives and does not hand out
   */
  public static FrameSource open(String url, SourceOptions options, SourceListener listener)
      throws IOException {
    SourceUrl source = SourceUrl.parse(url);
    return switch (source.kind()) {
      case RTSP -> new VideoSource(VideoAddress.rtsp(url, source.label()), options);
      case HTTP -> HttpSources.open(source.text(), source.label(), options, listener);
      case WEBCAM -> new VideoSource(VideoAddress.webcam(source.webcam()), options);
      case FILE -> openPath(source.path(), options, listener);
      case SCENE -> openScene(source, options);
    };
  }

  private static FrameSource openScene(SourceUrl source, SourceOptions options) throws IOException {
    refuseScaling(options, "drawn scenes, which have a width of their own: scene:?width=640");
    FrameSource scene = RotatedSource.of(new SceneSource(source.text()), options);
    return options.rate() > 0 ? new ThinnedSource(scene, options.rate()) : scene;
  }

  private static void refuseScaling(SourceOptions options, String what) throws IOException {
    if (options.maxWidth() > 0) {
      throw new IOException(
          String.format(Locale.ROOT, "max-width has no effect on %s. Leave it out", what));
    }
  }

  private static FrameSource openPath(Path path, SourceOptions options, SourceListener listener)
      throws IOException {
    if (!Files.exists(path)) {
      throw new IOException(
          Addresses.mayBeAddress(path.toString())
              ? "there is no such file or folder. An address begins with rtsp://, http:// or https://"
              : "there is no file or folder " + path + ". Check the path");
    }
    if (!Files.isReadable(path)) {
      throw new IOException(path + " may not be read. Check its permissions");
    }
    if (Files.isDirectory(path)) {
      refuseScaling(options, "folders of pictures, which are passed on as they are");
      return RotatedSource.of(new FolderSource(path, options, listener), options);
    }
    return new VideoSource(VideoAddress.file(path.toString()), options);
  }
}
