package io.facestream.console.asks;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.KafkaConnection;
import io.facestream.client.requests.RequestAnswer;
import io.facestream.client.requests.RequestDesk;
import io.facestream.console.access.Scope;
import io.facestream.console.asks.AskException.Reason;
import io.facestream.wire.FacestreamException;
import io.facestream.wire.FrameRequest;
import io.facestream.wire.TopicSet;
import io.facestream.wire.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Asks the running job who is in a picture, within what the asking person may search. */
public final class Asks implements AutoCloseable {
  /** How long somebody waits who stands at a desk. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** More at a time would wait longer than anybody does. */
  private static final int MOST_WAITING = 128;

  private final RequestDesk desk;
  private final Duration patience;
  private volatile Map<Integer, Long> galleryRead = Map.of();

  private Asks(RequestDesk desk, Duration patience) {
    this.desk = desk;
    this.patience = patience;
  }

  /** Begins to look for the broker, and returns at once. */
  public static Asks open(KafkaConnection connection, TopicSet topics, Duration patience) {
    return new Asks(RequestDesk.open(connection, topics, patience), patience);
  }

  /** Those of a console without a job: each is answered that there is no broker. */
  public static Asks none() {
    return new Asks(null, PATIENCE);
  }

  /** Whether there is a broker with the job's topics. */
  public boolean isReady() {
    return desk != null && desk.isReady();
  }

  /** A name for a picture, by which answer and audit log speak of it. */
  public static String newRequest() {
    return UUID.randomUUID().toString();
  }

  /**
   * The watchlists to search.
   *
   * @param asked those that somebody names; empty for all that he may search
   * @return null for all there are
   * @throws AskException when he names one that he may not search; he learns no more of it than of
   *     one that does not exist
   */
  public static List<String> within(Scope scope, List<String> asked) {
    for (String watchlist : asked) {
      if (!scope.has(watchlist)) {
        throw new AskException(Reason.UNKNOWN_WATCHLIST, "There is no such watchlist for you");
      }
    }
    List<String> lists = asked.isEmpty() ? scope.watchlists().orElse(null) : asked;
    if (lists != null && lists.size() > FrameRequest.MAX_WATCHLISTS) {
      throw new AskException(
          Reason.UNKNOWN_WATCHLIST,
          "At most " + FrameRequest.MAX_WATCHLISTS + " watchlists can be searched at a time");
    }
    return lists;
  }

  /**
   * Asks and waits.
   *
   * @param request {@link #newRequest}
   * @param watchlists {@link #within}
   * @throws AskException when there is no answer
   */
  public Asked ask(String request, Picture picture, List<String> watchlists) {
    return ask(request, picture, watchlists, List.of(), AskListener.SILENT);
  }

  /**
   * Asks, and tells what is known as soon as it is: where faces are, what analysers say, who they
   * are. All of it on the asking thread.
   *
   * @param analysers names; may be empty
   * @return when the verdict is there and all analysers have spoken, or have not in time
   * @throws AskException when there is no answer
   */
  public Asked ask(
      String request,
      Picture picture,
      List<String> watchlists,
      List<String> analysers,
      AskListener listener) {
    long begun = System.nanoTime();
    if (desk == null) {
      throw new AskException(Reason.BROKER_AWAY, "This console has no broker");
    }
    if (desk.waiting() >= MOST_WAITING) {
      throw new AskException(Reason.BUSY, "Too many pictures wait for their answers already");
    }
    Telling telling = new Telling(analysers, listener);
    Runnable end = desk.listen(request, telling::hear);
    try {
      CompletableFuture<RequestAnswer> coming = begin(request, picture, watchlists, analysers);
      if (!telling.untilAnswered(coming, patience)) {
        coming.cancel(false);
        throw new AskException(
            Reason.NO_ANSWER, "The job has not answered within " + patience.toSeconds() + " s");
      }
      Verdict verdict = verdictOf(coming);
      Asked asked = new Asked(request, verdict, Duration.ofNanos(System.nanoTime() - begun));
      telling.answered(asked);
      return asked;
    } finally {
      end.run();
    }
  }

  private CompletableFuture<RequestAnswer> begin(
      String request, Picture picture, List<String> watchlists, List<String> analysers) {
    FrameRequest all =
        analysers.isEmpty()
            ? FrameRequest.of(request)
            : FrameRequest.of(request).analysedBy(analysers);
    try {
      return desk.ask(
          picture.bytes(), picture.type(), watchlists == null ? all : all.within(watchlists));
    } catch (BrokerUnreachableException e) {
      throw brokerAway(e);
    }
  }

  private Verdict verdictOf(CompletableFuture<RequestAnswer> answered) {
    RequestAnswer answer;
    try {
      answer = answered.join();
    } catch (CancellationException e) {
      throw new AskException(Reason.NO_ANSWER, "The console is about to end", e);
    } catch (CompletionException e) {
      throw e.getCause() instanceof FacestreamException told ? brokerAway(told) : e;
    }
    if (answer.refusal() != null) {
      throw new AskException(Reason.REFUSED, "The picture is refused: " + answer.refusal());
    }
    if (answer.verdict().gallery() != null) {
      galleryRead = answer.verdict().gallery().offsets();
    }
    return answer.verdict();
  }

  /**
   * The last offset of each partition of the gallery that the job had read when it answered last.
   */
  public Map<Integer, Long> galleryRead() {
    return galleryRead;
  }

  private static AskException brokerAway(FacestreamException failure) {
    return new AskException(Reason.BROKER_AWAY, "The broker does not answer", failure);
  }

  @Override
  public void close() {
    if (desk != null) {
      desk.close();
    }
  }
}
