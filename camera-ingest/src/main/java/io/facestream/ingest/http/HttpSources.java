package io.facestream.ingest.http;

import io.facestream.ingest.orientation.RotatedSource;
import io.facestream.ingest.source.FrameSource;
import io.facestream.ingest.source.SourceListener;
import io.facestream.ingest.source.SourceOptions;
import io.facestream.ingest.video.ScaledSource;
import io.facestream.ingest.video.VideoAddress;
import io.facestream.ingest.video.VideoSource;
import io.facestream.wire.PictureType;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
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
  private static final int PROBE_BYTES = 12;

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
      if (type.startsWith("multipart/")) {
        return stream(reply, boundaryIn(reply.header("Content-Type")), label, options, listener);
      }
      if (!type.startsWith("video/")) {
        byte[] start = startOf(reply.body(), label, options);
        if (new String(start, StandardCharsets.ISO_8859_1).strip().startsWith("--")) {
          return stream(reply, null, label, options, listener);
        }
        boolean pictures = type.startsWith("image/") || isFrame(start);
        if (pictures && GluedPictures.in(reply, options.readTimeout())) {
          return stream(reply, null, label, options, listener);
        }
        if (pictures) {
          return fitting(new SnapshotSource(uri, label, reply, options, listener), options);
        }
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

  private static FrameSource stream(
      HttpReply reply,
      String boundary,
      String label,
      SourceOptions options,
      SourceListener listener)
      throws IOException {
    PictureReader pictures = new PictureReader(reply.body(), boundary, listener);
    return fitting(new MjpegSource(label, reply, pictures, options), options);
  }

  private static String boundaryIn(String type) {
    Matcher named = BOUNDARY.matcher(type);
    return named.find() ? named.group(1).strip() : null;
  }

  /** The first bytes, which stay in the body. */
  private static byte[] startOf(InputStream body, String label, SourceOptions options)
      throws IOException {
    body.mark(PROBE_BYTES);
    try {
      byte[] start = body.readNBytes(PROBE_BYTES);
      body.reset();
      return start;
    } catch (SocketTimeoutException e) {
      throw new IOException(
          label + " sent nothing for " + options.readTimeout().toMillis() + " ms", e);
    }
  }

  private static boolean isFrame(byte[] start) {
    return PictureType.of(start).filter(PictureType::isFrame).isPresent();
  }

  private static FrameSource throughFfmpeg(String url, String label, SourceOptions options)
      throws IOException {
    return new VideoSource(VideoAddress.http(url, label), options);
  }
}
