package io.facestream.job;

import io.facestream.decision.Policies;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.keys.CameraSlots;
import io.facestream.job.policies.AskPolicies;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.UsablePolicies;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** The frames on their way to detection, each with what policies say of its camera. */
final class FramesOfCameras {
  private final CameraSlots cameras;
  private final Policies ofOptions;
  private final UsablePolicies usable;
  private final KeptPolicies topicNow;

  /**
   * @param ofOptions what holds where the topic says nothing
   * @param usable which policies the job can keep to
   * @param topicNow what the topic holds at the start
   */
  FramesOfCameras(
      CameraSlots cameras, Policies ofOptions, UsablePolicies usable, KeptPolicies topicNow) {
    this.cameras = cameras;
    this.ofOptions = ofOptions;
    this.usable = usable;
    this.topicNow = topicNow;
  }

  /** By camera slot, in the task of detection. */
  KeyedStream<RawFrame, Integer> under(
      DataStream<PolicyChange> policies, DataStream<RawFrame> frames) {
    CameraSlots slots = cameras;
    return DataStreamUtils.reinterpretAsKeyedStream(
        frames
            .keyBy(frame -> slots.keyOf(frame.partition()))
            .connect(policies.broadcast())
            .transform(
                "Ask policies",
                TypeInformation.of(RawFrame.class),
                new AskPolicies(ofOptions, usable, topicNow))
            // Of the time when it asked them for analysers only: its state goes on.
            .uid("ask-analysers"),
        frame -> slots.keyOf(frame.partition()),
        Types.INT);
  }
}
