package io.facestream.job.analysers;

import io.facestream.job.analysers.WaitingFaces.Waiting;
import io.facestream.job.metrics.JobMetric;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.wire.Analysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Asks one analyser about faces, and answers each: with what it says, or with the reason why it
 * says nothing.
 *
 * <p>A task that waits makes those before it wait, which here are detection, and so every alert. So
 * the task itself never waits: the analyser has a thread of its own and a queue, and a face that
 * finds the queue full is passed over, and told to be. The faces that wait are state: after a
 * failure they are analysed again, and what was told already is told a second time by the same id.
 */
public final class AnalyseFaces extends AbstractStreamOperator<Analysis>
    implements OneInputStreamOperator<FaceToAnalyse, Analysis>, BoundedOneInput {
  /** Faces that wait, of each subtask: some seconds of work, and a few megabytes of state. */
  static final int MOST_WAITING = 64;

  private static final long serialVersionUID = 1L;

  private final AnalyserModel model;
  private final AnalyserOpener opener;

  private transient MailboxExecutor mailbox;
  private transient WaitingFaces waiting;
  private transient AnalyserThread thread;

  /** Those that wait, and the one that is being looked at, by number. */
  private transient Map<Long, FaceToAnalyse> unanswered;

  private transient long lastNumber;
  private transient ListState<FaceToAnalyse> kept;
  private transient Counter made;
  private transient Counter failed;
  private transient Counter passedOver;
  private transient Histogram micros;

  AnalyseFaces(AnalyserModel model, AnalyserOpener opener) {
    this.model = model;
    this.opener = opener;
  }

  /** By whom answers come back to the task. */
  void answerBy(MailboxExecutor ofTask) {
    mailbox = ofTask;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    waiting = new WaitingFaces();
    unanswered = new LinkedHashMap<>();
    kept =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "waiting-faces", TypeInformation.of(FaceToAnalyse.class)));
    for (FaceToAnalyse face : kept.get()) {
      // As many as there are: they were promised an answer.
      wait(face);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    MetricGroup group = getMetricGroup();
    made = JobMetric.ANALYSES_MADE.counter(group);
    failed = JobMetric.ANALYSES_FAILED.counter(group);
    passedOver = JobMetric.FACES_PASSED_OVER.counter(group);
    micros = JobMetric.ANALYSE_TIME.histogram(group);
    JobMetric.FACES_WAITING.gauge(group, () -> unanswered.size());
    MailboxExecutor task = mailbox;
    thread =
        new AnalyserThread(
            model,
            opener,
            waiting,
            (number, said) -> task.execute(() -> answer(number, said), "Answer of an analyser"));
    thread.start();
  }

  @Override
  public void processElement(StreamRecord<FaceToAnalyse> element) {
    FaceToAnalyse face = element.getValue();
    if (unanswered.size() < MOST_WAITING) {
      wait(face);
      return;
    }
    Waiting givenUp = face.frame().answersRequest() ? waiting.giveUpOneOfACamera() : null;
    if (givenUp == null) {
      passOver(face);
    } else {
      unanswered.remove(givenUp.number());
      passOver(givenUp.face());
      wait(face);
    }
  }

  private void wait(FaceToAnalyse face) {
    long number = ++lastNumber;
    unanswered.put(number, face);
    waiting.put(new Waiting(number, face));
  }

  private void passOver(FaceToAnalyse face) {
    passedOver.inc();
    output.collect(
        new StreamRecord<>(
            face.failed(
                model.name(),
                "Passed over: the analyser is slower than the faces come, and "
                    + MOST_WAITING
                    + " wait already.")));
  }

  private void answer(long number, Analysis said) {
    unanswered.remove(number);
    if (said.failure() == null) {
      made.inc();
      micros.update(Math.round(said.milliseconds() * 1e3));
    } else {
      failed.inc();
    }
    output.collect(new StreamRecord<>(said));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    List<FaceToAnalyse> faces = new ArrayList<>(unanswered.values());
    kept.update(faces);
  }

  /** Answers have no event time: they overtake each other. */
  @Override
  public void processWatermark(Watermark mark) {}

  @Override
  public void endInput() throws Exception {
    while (!unanswered.isEmpty()) {
      mailbox.yield();
    }
  }

  @Override
  public void close() throws Exception {
    if (thread != null) {
      thread.close();
    }
    super.close();
  }
}
