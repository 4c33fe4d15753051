package io.facestream.vision.store;

import io.facestream.vision.packs.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One attempt at one URL, appending to what an earlier attempt left. */
final class HttpDownload {
  private static final int CHUNK = 1 << 16;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(15))
          .build();
  private final DownloadListener listener;

  HttpDownload(DownloadListener listener) {
    this.listener = listener;
  }

  /**
   * Downloads.
   *
   * @param part grows as the bytes arrive, and stays when the connection breaks
   * @throws RefusedException when the server will not give it, however often it is asked
   * @throws IOException when the connection breaks
   */
  void fetch(String url, Path part, ModelFile model) throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    if (have == model.size()) {
      return;
    }
    HttpResponse<InputStream> response = request(url, have);
    int status = response.statusCode();
    try (InputStream body = response.body()) {
      if (status == RANGE_NOT_SATISFIABLE) {
        Files.delete(part);
        throw new IOException("the server has a file of another length");
      }
      if (status != OK && status != PARTIAL) {
        throw failure(status);
      }
      save(body, part, status == PARTIAL ? have : 0, model);
    }
    if (Files.size(part) < model.size()) {
      throw new IOException(
          "the connection broke off after " + Files.size(part) + " of " + model.size() + " bytes");
    }
  }

  private HttpResponse<InputStream> request(String url, long from) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (IOException e) {
      throw new IOException(e.getMessage() == null ? "no connection" : e.getMessage(), e);
    }
  }

  private void save(InputStream body, Path part, long have, ModelFile model) throws IOException {
    StandardOpenOption mode =
        have > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, mode);
        DownloadListener.Download download = listener.begun(model)) {
      byte[] chunk = new byte[CHUNK];
      long total = have;
      for (int n = body.read(chunk); n >= 0 && total <= model.size(); n = body.read(chunk)) {
        out.write(chunk, 0, n);
        total += n;
        download.reached(total);
      }
    }
  }

  private static IOException failure(int status) {
    String message = "HTTP status " + status;
    boolean permanent = status >= 400 && status < 500 && status != 408 && status != 429;
    return permanent ? new RefusedException(message) : new IOException(message);
  }

  /** Asking again is of no use. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
