package io.facestream.job;

import io.facestream.job.analysers.AnalyseFacesFactory;
import io.facestream.job.analysers.AnalyserOpener;
import io.facestream.job.analysers.AnalyserSet;
import io.facestream.job.frames.DetectFaces;
import io.facestream.job.frames.FrameFaces;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.keys.CameraSlots;
import io.facestream.job.options.JobOptions;
import io.facestream.job.policies.AskAnalysers;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.Analysis;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The part of the dataflow that tells more of faces than whose they are. A job that runs no
 * analyser has none of its operators.
 */
final class AnalysersOfJob {
  private final JobOptions options;
  private final ModelPack pack;
  private final CameraSlots cameras;
  private final AnalyserOpener opener;

  AnalysersOfJob(JobOptions options, ModelPack pack, CameraSlots cameras, AnalyserOpener opener) {
    this.options = options;
    this.pack = pack;
    this.cameras = cameras;
    this.opener = opener;
  }

  /** The frames, each with the analysers that look at it; in the task of detection. */
  KeyedStream<RawFrame, Integer> ask(
      KeyedStream<RawFrame, Integer> frames,
      DataStream<PolicyChange> policies,
      UsablePolicies usable,
      KeptPolicies keptPolicies) {
    if (options.analysers().isEmpty()) {
      return frames;
    }
    CameraSlots slots = cameras;
    return DataStreamUtils.reinterpretAsKeyedStream(
        frames
            .connect(policies)
            .transform(
                "Ask analysers",
                TypeInformation.of(RawFrame.class),
                new AskAnalysers(options.judgeSettings(pack).policies(), usable, keptPolicies))
            .uid("ask-analysers"),
        frame -> slots.keyOf(frame.partition()),
        Types.INT);
  }

  /** What is said of the faces. */
  DataStream<Analysis> of(SingleOutputStreamOperator<FrameFaces> faces) {
    DataStream<Analysis> analyses = faces.getSideOutput(DetectFaces.ANALYSES);
    for (AnalyserModel analyser : options.analysers().models()) {
      analyses =
          analyses.union(
              faces
                  .getSideOutput(AnalyserSet.to(analyser))
                  // Each by itself, so that they spread however few cameras there are.
                  .rebalance()
                  .transform(
                      "Analyse " + analyser.name(),
                      TypeInformation.of(Analysis.class),
                      new AnalyseFacesFactory(analyser, opener))
                  .uid("analyse-" + analyser.name())
                  .setParallelism(options.subtasks(analyser)));
    }
    return analyses;
  }
}
