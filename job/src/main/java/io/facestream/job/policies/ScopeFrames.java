package io.facestream.job.policies;

import io.facestream.decision.Policies;
import io.facestream.decision.Reach;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.records.RecordFailure;

/**
 * Says of each frame which watchlists are not looked for at its camera, before it goes to all
 * slices: they hear of a policy at different times, and must search a frame alike.
 */
public final class ScopeFrames extends FramesUnderPolicies<ProbeFrame> {
  private static final long serialVersionUID = 1L;

  private transient Reach reach;

  /**
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  public ScopeFrames(Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
    super("Scope", ofOptions, usable, topicNow);
  }

  @Override
  void hold(Policies inForce) {
    reach = new Reach(inForce);
  }

  @Override
  ProbeFrame noted(ProbeFrame frame) {
    return frame.without(reach.outOfScopeAt(frame.cameraId()));
  }

  @Override
  String place(ProbeFrame frame) {
    return RecordFailure.frame(frame.frameId());
  }
}
