package io.facestream.job.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class GatedReaderTest {
  private static final NumberSequenceSplit SPLIT = new NumberSequenceSplit("split", 1, 3);

  private final GatedReader<Long, NumberSequenceSplit> reader =
      new GatedReader<>(
          new IteratorSourceReader<>(contextOfNoUse()), new UnregisteredMetricsGroup());
  private final Collected output = new Collected();

  /** The reader within asks for splits by it, which these tests hand out themselves. */
  private static SourceReaderContext contextOfNoUse() {
    return (SourceReaderContext)
        Proxy.newProxyInstance(
            GatedReaderTest.class.getClassLoader(),
            new Class<?>[] {SourceReaderContext.class},
            (context, method, arguments) -> null);
  }

  @Test
  void shouldReadNothingAndLetTheTaskRestUntilTheGateOpens() throws Exception {
    reader.addSplits(List.of(SPLIT));
    reader.notifyNoMoreSplits();
    assertThat(reader.isAvailable()).isNotDone();
    assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
    assertThat(output.numbers).isEmpty();
  }

  @Test
  void shouldReadWhatHadComeWhenTheGateOpensAndKnowThatNoMoreComes() throws Exception {
    reader.addSplits(List.of(SPLIT));
    reader.notifyNoMoreSplits();
    var wakeUp = reader.isAvailable();
    reader.handleSourceEvents(GateSignal.OPEN);
    assertThat(wakeUp).isDone();
    readToTheEnd();
    assertThat(output.numbers).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldTakeSplitsThatComeThroughTheOpenGate() throws Exception {
    reader.handleSourceEvents(GateSignal.OPEN);
    reader.handleSourceEvents(GateSignal.OPEN);
    reader.addSplits(List.of(SPLIT));
    reader.notifyNoMoreSplits();
    readToTheEnd();
    assertThat(output.numbers).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldKeepInCheckpointsTheSplitsThatWait() {
    reader.addSplits(List.of(SPLIT));
    assertThat(reader.snapshotState(1)).containsExactly(SPLIT);
  }

  @Test
  void shouldKeepInCheckpointsHowFarTheReaderWithinHasCome() throws Exception {
    reader.addSplits(List.of(SPLIT));
    reader.handleSourceEvents(GateSignal.OPEN);
    reader.pollNext(output);
    reader.pollNext(output);
    int read = output.numbers.size();
    assertThat(reader.snapshotState(1))
        .singleElement()
        .satisfies(split -> assertThat(split.from()).isEqualTo(1L + read));
  }

  private void readToTheEnd() throws Exception {
    while (reader.pollNext(output) != InputStatus.END_OF_INPUT) {
      assertThat(reader.isAvailable()).isDone();
    }
  }

  private static final class Collected implements ReaderOutput<Long> {
    private final List<Long> numbers = new ArrayList<>();

    @Override
    public void collect(Long number) {
      numbers.add(number);
    }

    @Override
    public void collect(Long number, long timestamp) {
      numbers.add(number);
    }

    @Override
    public void emitWatermark(Watermark watermark) {}

    @Override
    public void markIdle() {}

    @Override
    public void markActive() {}

    @Override
    public SourceOutput<Long> createOutputForSplit(String split) {
      return this;
    }

    @Override
    public void releaseOutputForSplit(String split) {}
  }
}
