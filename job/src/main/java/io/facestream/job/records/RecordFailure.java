package io.facestream.job.records;

import io.facestream.wire.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.flink.runtime.execution.CancelTaskException;
import org.apache.flink.streaming.runtime.tasks.ExceptionInChainedOperatorException;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator failed on a record, which is named in the form that the option {@code --skip} takes.
 * Flink shows it as the job's failure, in the JobManager's log, the web UI and the REST API.
 *
 * <p>Operators that are chained behind one that names its records need not do so themselves.
 */
public final class RecordFailure extends RuntimeException {
  private static final Logger LOG = LoggerFactory.getLogger(RecordFailure.class);
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_KEY = 100;

  /** What is done with a record. */
  @FunctionalInterface
  public interface Step {
    void run() throws Exception;
  }

  private RecordFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Does something with a record.
   *
   * @param operator who does it
   * @param record the record, by {@link #frame}, {@link #gallery}, {@link #policy} or {@link
   *     #template}; asked for when it fails
   * @throws RecordFailure when that fails. What ends the process (no memory), and what a task that
   *     is cancelled meets, stay as they are.
   */
  public static void naming(String operator, Supplier<String> record, Step step) throws Exception {
    try {
      step.run();
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      if (isOfACancelledTask(e)) {
        throw e;
      }
      throw of(operator, record, e);
    }
  }

  /** The same for what reads records, and may throw no other checked exception. */
  public static void namingRead(String reader, Supplier<String> record, Step step)
      throws IOException {
    try {
      naming(reader, record, step);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static boolean isOfACancelledTask(Throwable cause) {
    return Thread.currentThread().isInterrupted()
        || ExceptionUtils.findThrowable(cause, InterruptedException.class).isPresent()
        || ExceptionUtils.findThrowable(cause, CancelTaskException.class).isPresent();
  }

  private static RecordFailure of(String operator, Supplier<String> record, Throwable cause) {
    var named = ExceptionUtils.findThrowable(cause, RecordFailure.class);
    if (named.isPresent()) {
      return named.get();
    }
    // Of an operator that is chained behind, this says no more than that it failed.
    Throwable why = ExceptionUtils.stripException(cause, ExceptionInChainedOperatorException.class);
    RecordFailure failure =
        new RecordFailure(
            String.format(
                Locale.ROOT,
                "%s failed on %s: %s",
                operator,
                record.get(),
                Printable.of(why.toString(), 500)),
            cause);
    LOG.error(failure.getMessage());
    return failure;
  }

  /**
   * A frame.
   *
   * @param frameId {@link io.facestream.wire.Ids#frameId}
   */
  public static String frame(String frameId) {
    int at = frameId.lastIndexOf('@');
    String[] place = frameId.substring(at + 1).split("-", 2);
    return place("frames", place[0], place[1], "camera", frameId.substring(0, at));
  }

  /** A record of {@code frames} of which nothing is known but its place. */
  public static String frame(int partition, long offset) {
    return place("frames", "" + partition, "" + offset, "camera", null);
  }

  /**
   * A record of {@code gallery}.
   *
   * @param key its key, or null
   */
  public static String gallery(int partition, long offset, byte[] key) {
    String template = key == null ? null : new String(key, StandardCharsets.UTF_8);
    return place("gallery", "" + partition, "" + offset, "template", template);
  }

  /**
   * A record of {@code policies}.
   *
   * @param key its key, or null
   */
  public static String policy(int partition, long offset, byte[] key) {
    String whose = key == null ? null : new String(key, StandardCharsets.UTF_8);
    return place("policies", "" + partition, "" + offset, "policy", whose);
  }

  /**
   * A template of the gallery that is in the job's state, whichever record it came from.
   *
   * @param id {@code person/photo}
   */
  public static String template(String id) {
    String order = Printable.of("gallery:" + id, LONGEST_KEY);
    return String.format(
        Locale.ROOT, "%s in the state (--skip '%s' goes on without it)", order, order);
  }

  private static String place(
      String topic, String partition, String offset, String of, String key) {
    String record = topic + ":" + partition + ":" + offset;
    String whose = key == null ? "" : of + " " + Printable.of(key, LONGEST_KEY) + "; ";
    return String.format(Locale.ROOT, "%s (%s--skip %s goes on without it)", record, whose, record);
  }
}
