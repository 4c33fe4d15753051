package io.facestream.ingest.http;

import io.facestream.ingest.source.SourceOptions;
import io.facestream.wire.Addresses;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * A camera's answer to one request. Java's older client on purpose: it takes headers that the newer
 * refuses, such as an empty length, and ends a read by itself.
 */
final class HttpReply implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;

  private final HttpURLConnection connection;
  private final int status;
  private InputStream body;

  private HttpReply(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    this.status = connection.getResponseCode();
  }

  /**
   * Asks.
   *
   * @param label the address without password, for messages
   * @param headers of the request
   * @throws IOException with one line, when nobody answers
   */
  static HttpReply get(URI uri, String label, SourceOptions options, Map<String, String> headers)
      throws IOException {
    try {
      URI asked = uri;
      for (int i = 0; i < MAX_REDIRECTS; i++) {
        HttpReply reply = authorised(asked, userInfoFor(asked, uri), options, headers);
        String location = reply.header("Location");
        if (reply.status / 100 != 3 || location.isEmpty()) {
          return reply;
        }
        reply.close();
        asked = asked.resolve(location);
        if (!asked.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
          throw new IOException("leads to an address that is not of the web");
        }
      }
      throw new IOException("leads from address to address without end");
    } catch (SocketTimeoutException e) {
      throw new IOException(
          label + " did not answer within " + options.readTimeout().toMillis() + " ms", e);
    } catch (ConnectException | UnknownHostException e) {
      throw new IOException(label + " cannot be reached: connection refused or unknown host", e);
    } catch (IOException e) {
      // Without its cause: the client's own words repeat the address, with what is secret in it.
      throw new IOException(label + " " + Addresses.masked(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      throw new IOException(label + " answers what cannot be understood: " + wordsOf(e));
    }
  }

  int status() {
    return status;
  }

  boolean good() {
    return status / 100 == 2;
  }

  /** A header of the answer; empty when there is none. */
  String header(String name) {
    String value = connection.getHeaderField(name);
    return value == null ? "" : value.strip();
  }

  /** The length announced, or -1. */
  long length() {
    return connection.getContentLengthLong();
  }

  /** The body, always the same, which may be marked. */
  InputStream body() throws IOException {
    if (body == null) {
      body = new BufferedInputStream(connection.getInputStream());
    }
    return body;
  }

  /** Where an address is malformed, what is wrong with it and not the address. */
  private static String wordsOf(RuntimeException failure) {
    return failure.getCause() instanceof URISyntaxException malformed
        ? "a malformed address (" + malformed.getReason() + ")"
        : Addresses.masked(String.valueOf(failure.getMessage()));
  }

  /** Hangs up, also under a read of another thread. */
  @Override
  public void close() {
    connection.disconnect();
  }

  /** The password is for the camera, not for whomever it names, nor for a line less safe. */
  private static String userInfoFor(URI asked, URI camera) {
    boolean same =
        camera.getHost().equalsIgnoreCase(asked.getHost())
            && (camera.getScheme().equalsIgnoreCase(asked.getScheme())
                || asked.getScheme().equalsIgnoreCase("https"));
    return same ? camera.getRawUserInfo() : null;
  }

  private static HttpReply authorised(
      URI uri, String userInfo, SourceOptions options, Map<String, String> headers)
      throws IOException {
    HttpReply reply = new HttpReply(open(uri, options, headers, basic(userInfo), null));
    if (reply.status != HttpURLConnection.HTTP_UNAUTHORIZED || userInfo == null) {
      return reply;
    }
    reply.close();
    // Basic was not enough: let the client answer the challenge, mostly digest.
    return new HttpReply(open(uri, options, headers, null, new Once(decoded(userInfo))));
  }

  private static HttpURLConnection open(
      URI uri,
      SourceOptions options,
      Map<String, String> headers,
      String authorisation,
      Authenticator authenticator)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    int millis = (int) Math.min(Integer.MAX_VALUE, options.readTimeout().toMillis());
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    headers.forEach(connection::setRequestProperty);
    if (authorisation != null) {
      connection.setRequestProperty("Authorization", authorisation);
    }
    if (authenticator != null) {
      connection.setAuthenticator(authenticator);
    }
    return connection;
  }

  private static String basic(String userInfo) {
    return userInfo == null
        ? null
        : "Basic "
            + Base64.getEncoder()
                .encodeToString(decoded(userInfo).getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String userInfo) {
    return URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Tells user and password once; asked again, they were wrong. */
  private static final class Once extends Authenticator {
    private String userInfo;

    Once(String userInfo) {
      this.userInfo = userInfo;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      if (userInfo == null) {
        return null;
      }
      int colon = userInfo.indexOf(':');
      String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
      String password = colon < 0 ? "" : userInfo.substring(colon + 1);
      userInfo = null;
      return new PasswordAuthentication(user, password.toCharArray());
    }
  }
}
