package io.facestream.ingest.http;

import io.facestream.ingest.FrameSource;
import io.facestream.ingest.SourceOptions;
import io.facestream.ingest.video.VideoAddress;
import io.facestream.ingest.video.VideoSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an HTTP address what it sends, and picks the reader for it. */
public final class HttpSources {
  private static final Pattern MULTIPART =
      Pattern.compile("(?i)multipart/.*;\\s*boundary=\"?([^\";]+)\"?.*");
  private static final int UNAUTHORIZED = 401;

  // HTTP/1.1: the offer to upgrade to HTTP/2 confuses the servers of some cameras.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private HttpSources() {}

  /**
   * Connects. A stream of JPEGs is passed on as it is; FFmpeg reads all other video, also JPEGs
   * that are to be scaled down, and cameras that ask for digest authentication.
   *
   * @param label the address without password
   * @throws IOException when nobody answers, or with an error
   */
  public static FrameSource open(String url, String label, SourceOptions options)
      throws IOException, InterruptedException {
    URI uri = URI.create(url);
    if (options.maxWidth() > 0 || uri.getHost() == null) {
      return throughFfmpeg(url, label, options);
    }
    HttpResponse<InputStream> response = get(uri, label, options);
    Matcher multipart = MULTIPART.matcher(response.headers().firstValue("content-type").orElse(""));
    boolean good = response.statusCode() / 100 == 2;
    if (good && multipart.matches()) {
      return new MjpegSource(label, response.body(), multipart.group(1).strip(), options);
    }
    response.body().close();
    if (good || response.statusCode() == UNAUTHORIZED) {
      return throughFfmpeg(url, label, options);
    }
    throw new IOException(label + " answers with HTTP status " + response.statusCode());
  }

  private static HttpResponse<InputStream> get(URI uri, String label, SourceOptions options)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(options.readTimeout());
    if (uri.getUserInfo() != null) {
      byte[] credentials = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw new IOException(
          label + " did not answer within " + options.readTimeout().toMillis() + " ms", e);
    } catch (ConnectException e) {
      throw new IOException(label + " cannot be reached: connection refused or unknown host", e);
    }
  }

  private static FrameSource throughFfmpeg(String url, String label, SourceOptions options)
      throws IOException {
    return new VideoSource(VideoAddress.http(url, label), options);
  }
}
