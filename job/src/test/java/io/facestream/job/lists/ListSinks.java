package io.facestream.job.lists;

import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.io.Sinks;
import io.facestream.job.records.DeadLetter;
import io.facestream.wire.Alert;
import io.facestream.wire.Analysis;
import io.facestream.wire.Sighting;
import io.facestream.wire.Verdict;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Hands the answers to {@link Answers}, each subtask its own in their order. */
final class ListSinks implements Sinks {
  private final String answers;

  /**
   * @param answers {@link Answers#id} of those that take what the job says
   */
  ListSinks(String answers) {
    this.answers = answers;
  }

  @Override
  public DataStream<DeadLetter> verdicts(DataStream<Verdict> verdicts) {
    verdicts
        .process(new TakeVerdicts(answers))
        .name("Take verdicts")
        .uid("take-verdicts")
        .sinkTo(new DiscardingSink<>())
        .uid("no-verdicts");
    return noDeadLetters(verdicts, "verdicts");
  }

  @Override
  public DataStream<DeadLetter> alerts(DataStream<Alert> alerts) {
    String to = answers;
    alerts
        .map(
            alert -> {
              Answers.of(to).alert(alert);
              return 0;
            })
        .returns(Integer.class)
        .uid("take-alerts")
        .sinkTo(new DiscardingSink<>())
        .uid("no-alerts");
    return noDeadLetters(alerts, "alerts");
  }

  @Override
  public DataStream<DeadLetter> sightings(DataStream<Sighting> sightings) {
    String to = answers;
    sightings
        .map(
            sighting -> {
              Answers.of(to).sighting(sighting);
              return 0;
            })
        .returns(Integer.class)
        .uid("take-sightings")
        .sinkTo(new DiscardingSink<>())
        .uid("no-sightings");
    return noDeadLetters(sightings, "sightings");
  }

  @Override
  public DataStream<DeadLetter> analyses(DataStream<Analysis> analyses) {
    String to = answers;
    analyses
        .map(
            analysis -> {
              Answers.of(to).analysis(analysis);
              return 0;
            })
        .returns(Integer.class)
        .uid("take-analyses")
        .sinkTo(new DiscardingSink<>())
        .uid("no-analyses");
    return noDeadLetters(analyses, "analyses");
  }

  private static <T> DataStream<DeadLetter> noDeadLetters(DataStream<T> answers, String name) {
    return answers
        .<DeadLetter>flatMap((answer, out) -> {})
        .returns(TypeInformation.of(DeadLetter.class))
        .uid("unwritten-" + name);
  }

  @Override
  public void frameDeadLetters(DataStream<DeadLetter> letters) {
    String to = answers;
    letters
        .map(
            letter -> {
              Answers.of(to).deadLetter(letter);
              return 0;
            })
        .returns(Integer.class)
        .uid("take-frame-dead-letters")
        .sinkTo(new DiscardingSink<>())
        .uid("no-frame-dead-letters");
  }

  @Override
  public void galleryDeadLetters(DataStream<DeadLetter> letters) {
    letters.sinkTo(new DiscardingSink<>()).uid("no-gallery-dead-letters");
  }

  @Override
  public void policyDeadLetters(DataStream<DeadLetter> letters) {
    String to = answers;
    letters
        .map(
            letter -> {
              Answers.of(to).policyDeadLetter(letter);
              return 0;
            })
        .returns(Integer.class)
        .uid("take-policy-dead-letters")
        .sinkTo(new DiscardingSink<>())
        .uid("no-policy-dead-letters");
  }

  @Override
  public void galleryRepairs(DataStream<GalleryRepair> repairs) {
    repairs.sinkTo(new DiscardingSink<>()).uid("no-gallery-repairs");
  }

  private static final class TakeVerdicts extends ProcessFunction<Verdict, Integer> {
    private static final long serialVersionUID = 1L;

    private final String answers;

    TakeVerdicts(String answers) {
      this.answers = answers;
    }

    @Override
    public void processElement(Verdict verdict, Context context, Collector<Integer> out) {
      Answers.of(answers)
          .verdict(verdict, context.timestamp(), context.timerService().currentWatermark());
    }
  }
}
