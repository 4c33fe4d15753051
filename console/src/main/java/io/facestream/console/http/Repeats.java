package io.facestream.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.facestream.console.access.Caller;
import io.facestream.console.asks.Picture;
import io.facestream.console.once.KeptAnswers;
import io.facestream.console.once.KeptAnswers.Answer;
import io.facestream.console.once.KeptAnswers.Known;
import io.facestream.console.once.KeptAnswers.Named;
import io.facestream.wire.Sha256;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request that makes something come again, as after an answer that was lost: who names it by
 * an {@code Idempotency-Key} gets the same answer, and nothing is made twice. What failed is
 * forgotten, so that it can be tried again.
 */
public final class Repeats {
  /** What is kept of an answer. */
  public enum Keeps {
    /** All of it. */
    ANSWERS,
    /** That there was one: it held a secret, which is nowhere but there. */
    NOTHING
  }

  private static final Logger LOG = LoggerFactory.getLogger(Repeats.class);
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final String SUBJECT = "tells-of";
  private static final int FIRST_FAILURE = 300;
  private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

  private final KeptAnswers answers;

  Repeats(KeptAnswers answers) {
    this.answers = answers;
  }

  /** Notes whom the answer of a request tells of: it goes when the person is erased. */
  public static void tellsOf(Context context, String personId) {
    context.attribute(SUBJECT, personId);
  }

  void run(Context context, Caller caller, Keeps keeps, Routes.Action action) throws Exception {
    String key = context.header(HEADER);
    if (key == null) {
      action.run(context, caller);
      return;
    }
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.invalid(HEADER + " has 1 to 200 printable characters");
    }
    Named request = new Named(caller.id(), hash(key), hashOf(context));
    Known known = answers.begin(request);
    switch (known.kind()) {
      case OTHER ->
          throw new ProblemException(
              422,
              "key-reused",
              "This " + HEADER + " was sent with another request",
              "Take a new one for each request, and the same only for the same again");
      case TWIN ->
          throw new ProblemException(
                  409,
                  "under-way",
                  "The same request is under way",
                  "Ask again in some seconds for its answer")
              .retryAfter(ASK_AGAIN);
      case ANSWERED -> answerAgain(context, known.answer());
      case FIRST -> first(context, caller, keeps, action, request, known);
    }
  }

  private void first(
      Context context, Caller caller, Keeps keeps, Routes.Action action, Named request, Known known)
      throws Exception {
    boolean made = false;
    try {
      action.run(context, caller);
      made = context.statusCode() < FIRST_FAILURE;
    } finally {
      if (!made) {
        answers.giveUp(request, known);
      }
    }
    if (made) {
      keep(context, keeps, request, known);
    }
  }

  private void keep(Context context, Keeps keeps, Named request, Known known) {
    byte[] body = body(context);
    Answer answer =
        new Answer(
            context.statusCode(),
            context.res().getContentType(),
            keeps == Keeps.ANSWERS ? body : null);
    try {
      answers.finish(request, known, answer, context.attribute(SUBJECT));
    } catch (RuntimeException e) {
      // It is made all the same; a repeat finds it under way until that is taken to be left.
      LOG.warn("Request {}: its answer cannot be kept", RequestLog.id(context), e);
    }
  }

  private static byte[] body(Context context) {
    try (InputStream in = context.resultInputStream()) {
      byte[] body = in == null ? new byte[0] : in.readAllBytes();
      context.result(body);
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answerAgain(Context context, Answer answer) {
    if (answer.body() == null) {
      throw new ProblemException(
          409,
          "already-done",
          "This was done, and its answer is not kept",
          "Look for what it made; what was a secret has to be made anew, under another " + HEADER);
    }
    context.status(answer.status()).contentType(answer.mediaType()).result(answer.body());
  }

  /** Of all that makes a request what it is. */
  private static String hashOf(Context context) {
    String query = context.req().getQueryString();
    String type = context.req().getContentType();
    boolean isJson = type != null && type.startsWith(Json.TYPE);
    String body = Sha256.hex(Bodies.ahead(context, isJson ? Bodies.LONGEST_JSON : Picture.LONGEST));
    return hash(String.join("\n", context.req().getMethod(), context.path(), query, type, body));
  }

  private static String hash(String text) {
    return Sha256.hex(text.getBytes(UTF_8));
  }
}
