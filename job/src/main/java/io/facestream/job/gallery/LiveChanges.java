package io.facestream.job.gallery;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets through what may concern somebody who has been identified already: changes that come while
 * frames are judged. What a job reads of the gallery at its first start is older than any identity,
 * and as large as the gallery; a job that goes on from a state has identities in it, and all that
 * it reads since may concern them.
 */
public final class LiveChanges extends ProcessFunction<GalleryChange, TemplateChange>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  private transient boolean restored;
  private transient Set<Integer> caughtUp;

  @Override
  public void initializeState(FunctionInitializationContext context) {
    restored = context.isRestored();
    caughtUp = new HashSet<>();
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}

  @Override
  public void processElement(GalleryChange change, Context context, Collector<TemplateChange> out) {
    switch (change.kind()) {
      case CAUGHT_UP -> caughtUp.add(change.partition());
      case UPSERT, ERASE -> {
        if (restored || caughtUp.contains(change.partition())) {
          out.collect(new TemplateChange(change.templateId(), change.template()));
        }
      }
      case REPAIR, REFUSED, EXAMPLE -> {
        // Neither enrols nor erases anybody.
      }
    }
  }
}
