package io.facestream.job.search;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gate.SliceCoordinator;
import io.facestream.job.gate.SliceReady;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.OperatorEventGateway;
import org.apache.flink.streaming.api.operators.CoordinatedOperatorFactory;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperatorFactory;

/** Makes slices that tell the gate of the frames when they have read the gallery. */
public final class SearchSliceFactory extends SimpleOperatorFactory<PartialAnswer>
    implements TwoInputStreamOperatorFactory<GalleryChange, ProbeFrame, PartialAnswer>,
        CoordinatedOperatorFactory<PartialAnswer> {
  private static final long serialVersionUID = 1L;

  public SearchSliceFactory(SearchSlice slice) {
    super(slice);
  }

  @Override
  public <T extends StreamOperator<PartialAnswer>> T createStreamOperator(
      StreamOperatorParameters<PartialAnswer> parameters) {
    T slice = super.createStreamOperator(parameters);
    OperatorEventGateway gate =
        parameters
            .getOperatorEventDispatcher()
            .getOperatorEventGateway(parameters.getStreamConfig().getOperatorID());
    ((SearchSlice) slice).whenReady(() -> gate.sendEventToCoordinator(SliceReady.READY));
    return slice;
  }

  @Override
  public OperatorCoordinator.Provider getCoordinatorProvider(String name, OperatorID operator) {
    return new SliceCoordinator.Provider(operator);
  }
}
