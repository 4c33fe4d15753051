package io.facestream.job.policies;

import io.facestream.decision.AnalysersAt;
import io.facestream.decision.Policies;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.records.RecordFailure;
import java.util.List;

/**
 * Says of each frame what policies say of the faces that will be found in it: which are ignored
 * where they stand, and which analysers look at the others. Of a camera's frame the analysers are
 * those of its policy, of a one-shot picture those that it names, and never one that is refused
 * there; in a picture that somebody hands in no face is ignored. It stands before detection, which
 * alone has the picture that analysers need a part of, and in its task.
 */
public final class AskPolicies extends FramesUnderPolicies<RawFrame> {
  private static final long serialVersionUID = 1L;

  private transient Policies policies;
  private transient AnalysersAt analysers;

  /**
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  public AskPolicies(Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
    super("Ask policies", ofOptions, usable, topicNow);
  }

  @Override
  void hold(Policies inForce) {
    policies = inForce;
    analysers = new AnalysersAt(inForce);
  }

  @Override
  RawFrame noted(RawFrame frame) {
    if (frame.cameraId() == null) {
      return frame;
    }
    if (frame.request() == null) {
      return frame
          .asking(analysers.of(frame.cameraId()), List.of())
          .ignoring(policies.ignoredAt(frame.cameraId()));
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
