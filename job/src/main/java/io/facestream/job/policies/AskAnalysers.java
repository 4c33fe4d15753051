package io.facestream.job.policies;

import io.facestream.decision.AnalysersAt;
import io.facestream.decision.Policies;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.records.RecordFailure;
import java.util.List;

/**
 * Says of each frame which analysers look at its faces: of a camera's those of its policy, of a
 * one-shot picture those that it names, and never one that is refused there. It stands before
 * detection, which alone has the picture that analysers need a part of, and in its task; only a job
 * that runs analysers has it.
 */
public final class AskAnalysers extends FramesUnderPolicies<RawFrame> {
  private static final long serialVersionUID = 1L;

  private transient AnalysersAt analysers;

  /**
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  public AskAnalysers(Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
    super("Ask analysers", ofOptions, usable, topicNow);
  }

  @Override
  void hold(Policies inForce) {
    analysers = new AnalysersAt(inForce);
  }

  @Override
  RawFrame noted(RawFrame frame) {
    if (frame.cameraId() == null) {
      return frame;
    }
    if (frame.request() == null) {
      return frame.asking(analysers.of(frame.cameraId()), List.of());
    }
    List<String> named =
        frame.request().analysers() == null ? List.of() : frame.request().analysers();
    List<String> refused =
        named.stream().filter(name -> analysers.refuses(frame.cameraId(), name)).toList();
    return frame.asking(named.stream().filter(name -> !refused.contains(name)).toList(), refused);
  }

  @Override
  String place(RawFrame frame) {
    return RecordFailure.frame(frame.partition(), frame.offset());
  }
}
