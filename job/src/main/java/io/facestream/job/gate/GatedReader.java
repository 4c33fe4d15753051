package io.facestream.job.gate;

import io.facestream.job.metrics.JobMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the splits from the reader within until the gate opens, so that nothing is even fetched.
 * The subtask's mailbox stays free meanwhile: checkpoints pass, with the splits as they came.
 */
final class GatedReader<T, S extends SourceSplit> extends ForwardingReader<T, S> {
  private static final Logger LOG = LoggerFactory.getLogger(GatedReader.class);

  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final List<S> waiting = new ArrayList<>();
  private boolean noMoreSplits;

  GatedReader(SourceReader<T, S> reader, MetricGroup metrics) {
    super(reader);
    JobMetric.GATE_OPEN.gauge(metrics, () -> opened.isDone() ? 1 : 0);
  }

  private boolean isClosed() {
    return !opened.isDone();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    if (event != GateSignal.OPEN) {
      super.handleSourceEvents(event);
    } else if (isClosed()) {
      open();
    }
  }

  private void open() {
    LOG.info("Every slice has read the gallery; {} splits of frames are read now", waiting.size());
    if (!waiting.isEmpty()) {
      super.addSplits(List.copyOf(waiting));
      waiting.clear();
    }
    if (noMoreSplits) {
      super.notifyNoMoreSplits();
    }
    opened.complete(null);
  }

  @Override
  public void addSplits(List<S> splits) {
    if (isClosed()) {
      waiting.addAll(splits);
    } else {
      super.addSplits(splits);
    }
  }

  @Override
  public void notifyNoMoreSplits() {
    if (isClosed()) {
      noMoreSplits = true;
    } else {
      super.notifyNoMoreSplits();
    }
  }

  @Override
  public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
    return isClosed() ? InputStatus.NOTHING_AVAILABLE : super.pollNext(output);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return isClosed() ? opened : super.isAvailable();
  }

  @Override
  public List<S> snapshotState(long checkpointId) {
    List<S> splits = new ArrayList<>(super.snapshotState(checkpointId));
    splits.addAll(waiting);
    return splits;
  }
}
