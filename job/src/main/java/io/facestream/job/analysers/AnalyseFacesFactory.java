package io.facestream.job.analysers;

import io.facestream.vision.packs.AnalyserModel;
import io.facestream.wire.Analysis;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes operators that answer by the mailbox of their task. */
public final class AnalyseFacesFactory extends SimpleOperatorFactory<Analysis>
    implements OneInputStreamOperatorFactory<FaceToAnalyse, Analysis> {
  private static final long serialVersionUID = 1L;

  public AnalyseFacesFactory(AnalyserModel model, AnalyserOpener opener) {
    super(new AnalyseFaces(model, opener));
  }

  @Override
  public <T extends StreamOperator<Analysis>> T createStreamOperator(
      StreamOperatorParameters<Analysis> parameters) {
    T operator = super.createStreamOperator(parameters);
    ((AnalyseFaces) operator).answerBy(parameters.getMailboxExecutor());
    return operator;
  }
}
