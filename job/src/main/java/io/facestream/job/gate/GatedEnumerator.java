package io.facestream.job.gate;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Passes the slices' word on to the readers, to those that register later too. */
final class GatedEnumerator<S extends SourceSplit, E> implements SplitEnumerator<S, E> {
  private final SplitEnumerator<S, E> enumerator;
  private final SplitEnumeratorContext<S> context;

  /**
   * Who has been told, each since it registered last. Nobody is told twice: a reader that has come
   * to its end in the meantime, as when the job is stopped with a savepoint, would not receive it,
   * and Flink takes an event that is lost for a failure.
   */
  private final Set<Integer> told = new HashSet<>();

  private boolean open;

  GatedEnumerator(SplitEnumerator<S, E> enumerator, SplitEnumeratorContext<S> context) {
    this.enumerator = enumerator;
    this.context = context;
  }

  @Override
  public void handleSourceEvent(int subtask, SourceEvent event) {
    if (!(event instanceof GateSignal signal)) {
      enumerator.handleSourceEvent(subtask, event);
      return;
    }
    open = signal == GateSignal.OPEN;
    if (open) {
      context.registeredReaders().keySet().forEach(this::tellOpen);
    }
  }

  @Override
  public void addReader(int subtask) {
    enumerator.addReader(subtask);
    told.remove(subtask);
    if (open) {
      tellOpen(subtask);
    }
  }

  private void tellOpen(int subtask) {
    if (told.add(subtask)) {
      context.sendEventToSourceReader(subtask, GateSignal.OPEN);
    }
  }

  @Override
  public void start() {
    enumerator.start();
  }

  @Override
  public void handleSplitRequest(int subtask, String requesterHostname) {
    enumerator.handleSplitRequest(subtask, requesterHostname);
  }

  @Override
  public void addSplitsBack(List<S> splits, int subtask) {
    enumerator.addSplitsBack(splits, subtask);
  }

  @Override
  public E snapshotState(long checkpointId) throws Exception {
    return enumerator.snapshotState(checkpointId);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    enumerator.notifyCheckpointComplete(checkpointId);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    enumerator.notifyCheckpointAborted(checkpointId);
  }

  @Override
  public void close() throws IOException {
    enumerator.close();
  }
}
