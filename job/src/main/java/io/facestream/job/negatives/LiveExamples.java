package io.facestream.job.negatives;

import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The negative examples in force, as broadcast state: a slice keeps each, and tells of it. */
public final class LiveExamples {
  private static final MapStateDescriptor<String, NegativeExample> EXAMPLES =
      new MapStateDescriptor<>(
          "negative-examples", Types.STRING, TypeInformation.of(NegativeExample.class));

  private final BroadcastState<String, NegativeExample> state;
  private final KnownExamples known = new KnownExamples();

  /** In the broadcast state of an operator, which has been restored. */
  public LiveExamples(OperatorStateStore store) throws Exception {
    state = store.getBroadcastState(EXAMPLES);
    for (Map.Entry<String, NegativeExample> example : state.entries()) {
      known.take(ExampleChange.of(example.getValue()));
    }
  }

  /** Takes a change; it holds from the next frame on. */
  public void take(ExampleChange change) throws Exception {
    if (change.example() == null) {
      state.remove(change.templateId());
    } else {
      state.put(change.templateId(), change.example());
    }
    known.take(change);
  }

  /** Those in force; changes with them. */
  public KnownExamples known() {
    return known;
  }
}
