package io.facestream.job.kafka;

import io.facestream.client.KafkaConnection;
import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.verdict.Reduction;
import io.facestream.wire.CameraIds;
import io.facestream.wire.FrameRef;
import io.facestream.wire.Json;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes answers as JSON that their topic takes: whole where it fits, in a smaller form that says
 * so where it does not, and as a dead letter of the frame where even that is too large. An answer
 * that the sink refused would fail the job, after each restart again.
 *
 * <p>The limit is asked for when the operator opens: one that is lowered meanwhile costs a restart.
 */
final class FitAnswers<T> extends ProcessFunction<T, Answer> {
  private static final long serialVersionUID = 1L;

  /** What is read of an answer; travels to the cluster. */
  interface Part<T, P> extends Function<T, P>, Serializable {}

  /**
   * What to write where.
   *
   * @param topic the topic of the answers
   * @param framesTopic the topic of the frames, for dead letters
   * @param key reads an answer's key
   * @param camera reads an answer's camera id
   * @param frame reads an answer's frame
   */
  record Kind<T>(
      KafkaConnection connection,
      String topic,
      String framesTopic,
      Part<T, byte[]> key,
      Part<T, String> camera,
      Part<T, FrameRef> frame,
      Reduction<T> reduction,
      JobMetric reducedMetric,
      JobMetric refusedMetric)
      implements Serializable {}

  private final Kind<T> kind;

  private transient int limit;
  private transient Counter reduced;
  private transient Counter refused;

  FitAnswers(Kind<T> kind) {
    this.kind = kind;
  }

  @Override
  public void open(OpenContext context) {
    limit = TopicLimit.of(kind.connection(), kind.topic()).bytes();
    reduced = kind.reducedMetric().counter(getRuntimeContext().getMetricGroup());
    refused = kind.refusedMetric().counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(T whole, Context context, Collector<Answer> out) {
    byte[] key = kind.key().apply(whole);
    byte[] json = Json.toBytes(whole);
    int least = json.length;
    for (int step = 0; !fits(key, json); ) {
      T smaller = kind.reduction().smaller(whole, ++step);
      if (smaller == null) {
        refused.inc();
        context.output(DeadLetters.OF_FRAMES, deadLetter(whole, least));
        return;
      }
      if (step == 1) {
        reduced.inc();
      }
      json = Json.toBytes(smaller);
      least = Math.min(least, json.length);
    }
    out.collect(new Answer(key, json));
  }

  private boolean fits(byte[] key, byte[] json) {
    return RecordSize.of(key, json, new RecordHeaders()) <= limit;
  }

  private DeadLetter deadLetter(T whole, int least) {
    FrameRef frame = kind.frame().apply(whole);
    return new DeadLetter(
        kind.framesTopic(),
        frame.partition(),
        frame.offset(),
        CameraIds.keyOf(kind.camera().apply(whole)),
        null,
        "The frame was judged, but its answer takes "
            + least
            + " bytes at the least and topic '"
            + kind.topic()
            + "' takes records of "
            + limit
            + "; raise its max.message.bytes.",
        null);
  }
}
