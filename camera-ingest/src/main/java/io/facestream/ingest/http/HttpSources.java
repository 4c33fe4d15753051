package io.facestream.ingest.http;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.SourceListener;
import io.facestream.ingest.SourceOptions;
import io.facestream.ingest.orientation.RotatedSource;
import io.facestream.ingest.video.ScaledSource;
import io.facestream.ingest.video.VideoAddress;
import io.facestream.ingest.video.VideoSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an HTTP address what it sends, and picks the reader for it. */
public final class HttpSources {
  private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\\s*\"?([^\";]+)\"?");
  private static final int UNAUTHORIZED = 401;
  private static final int PROBE_BYTES = 8;

  private HttpSources() {}

  /**
   * Connects. JPEGs are passed on as they are, from a stream of them or one by one; FFmpeg reads
   * all other video.
   *
   * @param label the address without password
   * @param listener hears of what is no picture or has not changed
   * @throws IOException when nobody answers, or with an error
   */
  public static FrameSource open(
      String url, String label, SourceOptions options, SourceListener listener) throws IOException {
    URI uri = URI.create(url);
    if (uri.getHost() == null) {
      return throughFfmpeg(url, label, options);
    }
    HttpReply reply = HttpReply.get(uri, label, options, Map.of());
    try {
      if (!reply.good()) {
        throw new IOException(
            label
                + " answers with HTTP status "
                + reply.status()
                + (reply.status() == UNAUTHORIZED ? ": it asks for another user or password" : ""));
      }
      String type = reply.header("Content-Type").toLowerCase(Locale.ROOT);
      InputStream body = reply.body();
      String boundary = boundaryOf(type, reply.header("Content-Type"), body);
      boolean one = boundary == null && type.startsWith("image/");
      if (one) {
        return fitting(new SnapshotSource(uri, label, reply, options, listener), options);
      }
      if (boundary != null) {
        PictureReader pictures = new PictureReader(body, boundary, listener);
        return fitting(new MjpegSource(label, reply, pictures, options), options);
      }
      if (type.startsWith("text/")) {
        throw new IOException(
            label
                + " answers with text, not with pictures. Use the address of its stream or its snapshot");
      }
    } catch (IOException | RuntimeException e) {
      reply.close();
      throw e;
    }
    reply.close();
    return throughFfmpeg(url, label, options);
  }

  private static FrameSource fitting(FrameSource source, SourceOptions options) {
    // Before scaling: the width is that of the upright picture.
    FrameSource upright = RotatedSource.of(source, options);
    return options.maxWidth() > 0 ? new ScaledSource(upright, options) : upright;
  }

  /** Announced, or seen in the body; empty when JPEGs come without any; null when none do. */
  private static String boundaryOf(String type, String header, InputStream body)
      throws IOException {
    if (type.startsWith("multipart/")) {
      Matcher named = BOUNDARY.matcher(header);
      return named.find() ? named.group(1).strip() : "";
    }
    if (type.startsWith("image/") || type.startsWith("video/") || type.startsWith("text/html")) {
      return null;
    }
    body.mark(PROBE_BYTES);
    String start = new String(body.readNBytes(PROBE_BYTES), StandardCharsets.ISO_8859_1).strip();
    body.reset();
    return start.startsWith("--") || start.startsWith("\u00ff\u00d8\u00ff") ? "" : null;
  }

  private static FrameSource throughFfmpeg(String url, String label, SourceOptions options)
      throws IOException {
    return new VideoSource(VideoAddress.http(url, label), options);
  }
}
