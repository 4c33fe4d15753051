package io.facestream.console.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Sends to those who want to be told. Nobody waits for a slow one: a request takes no thread while
 * it is under way. Where another address is answered, it is not followed, and nothing that a
 * receiver says is kept but his status.
 */
final class Receivers implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int MOST_CONNECTIONS = 200;
  private static final int THREADS = 8;

  private final HttpClient client = new HttpClient();
  private final ExecutorService lookups = Executors.newCachedThreadPool(Receivers::lookingUp);
  private final Duration patience;

  /**
   * What came of it.
   *
   * @param status null where nobody answered
   * @param failure why nobody answered; null where somebody did
   */
  record Answer(Integer status, String failure) {}

  /**
   * @param patience for one request, from its beginning to its end
   */
  Receivers(Reach reach, CheckedAddresses.Lookup lookup, Duration patience) {
    this.patience = patience;
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("webhooks");
    threads.setDaemon(true);
    client.setExecutor(threads);
    client.setSocketAddressResolver(new CheckedAddresses(reach, lookup, lookups, threads));
    client.setConnectTimeout(CONNECT.toMillis());
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Facestream"));
    client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("The client for webhooks cannot be started", e);
    }
  }

  private static Thread lookingUp(Runnable work) {
    Thread thread = new Thread(work, "webhooks-lookup");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sends.
   *
   * @param done told once, on a thread of the client's
   */
  Request post(
      URI url, Map<String, String> headers, String type, String body, Consumer<Answer> done) {
    Request request =
        client
            .POST(url)
            .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .headers(fields -> headers.forEach(fields::put))
            .body(new StringRequestContent(type, body, UTF_8));
    request.send(result -> done.accept(answer(result)));
    return request;
  }

  private Answer answer(Result result) {
    if (result.getResponse() != null && result.getResponse().getStatus() > 0) {
      // Also where the rest of the answer was cut off: that is not looked at.
      return new Answer(result.getResponse().getStatus(), null);
    }
    return new Answer(null, reason(result.getFailure()));
  }

  private String reason(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CheckedAddresses.NotAllowedException) {
        return "its address is one that this console may not send to";
      } else if (at instanceof UnknownHostException) {
        return "its name is not known";
      } else if (at instanceof SocketTimeoutException || at instanceof TimeoutException) {
        return "no answer within " + patience.toSeconds() + " s";
      } else if (at instanceof SSLException) {
        return "no connection over TLS: is its certificate valid?";
      } else if (at instanceof ConnectException) {
        return "no connection";
      }
    }
    return "the connection broke off";
  }

  @Override
  public void close() {
    LifeCycle.stop(client);
    lookups.shutdownNow();
  }
}
