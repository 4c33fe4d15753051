package io.facestream.job;

import io.facestream.job.analysers.AnalyseFacesFactory;
import io.facestream.job.analysers.AnalyserOpener;
import io.facestream.job.analysers.AnalyserSet;
import io.facestream.job.frames.DetectFaces;
import io.facestream.job.frames.FrameFaces;
import io.facestream.job.options.JobOptions;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.wire.Analysis;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The part of the dataflow that tells more of faces than whose they are. A job that runs no
 * analyser has none of its operators.
 */
final class AnalysersOfJob {
  private final JobOptions options;
  private final AnalyserOpener opener;

  AnalysersOfJob(JobOptions options, AnalyserOpener opener) {
    this.options = options;
    this.opener = opener;
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
