package io.facestream.job.frames;

import io.facestream.job.metrics.JobMetric;
import io.facestream.job.records.RecordFailure;
import io.facestream.vision.Vision;
import io.facestream.vision.face.FaceEmbedder;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Turns the crops of a frame into probes; frames with nothing to search leave by the side. */
public final class EmbedFaces extends ProcessFunction<FrameFaces, ProbeFrame> {
  /** Frames without a face worth a search; they skip the slices, as most frames of a camera do. */
  public static final OutputTag<ProbeFrame> NOTHING_TO_SEARCH =
      new OutputTag<>("nothing-to-search", TypeInformation.of(ProbeFrame.class));

  private static final long serialVersionUID = 1L;

  private final VisionSettings settings;

  private transient Vision vision;
  private transient FaceEmbedder embedder;
  private transient Counter facesEmbedded;
  private transient Counter framesWithoutSearch;
  private transient Histogram embedMicros;

  public EmbedFaces(VisionSettings settings) {
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    vision = settings.open();
    embedder = vision.newEmbedder();
    MetricGroup group = getRuntimeContext().getMetricGroup();
    facesEmbedded = JobMetric.FACES_EMBEDDED.counter(group);
    framesWithoutSearch = JobMetric.FRAMES_WITHOUT_SEARCH.counter(group);
    embedMicros = JobMetric.EMBED_TIME.histogram(group);
  }

  @Override
  public void processElement(FrameFaces frame, Context context, Collector<ProbeFrame> out)
      throws Exception {
    RecordFailure.naming(
        "Embed faces",
        () -> RecordFailure.frame(frame.frameId()),
        () -> embed(frame, context, out));
  }

  private void embed(FrameFaces frame, Context context, Collector<ProbeFrame> out) {
    long start = System.nanoTime();
    List<Probe> probes = Probes.of(frame.faces(), embedder);
    facesEmbedded.inc(frame.faces().stream().filter(face -> face.crop() != null).count());
    double embedMs = (System.nanoTime() - start) / 1e6;
    ProbeFrame probeFrame =
        new ProbeFrame(
                frame.frameId(),
                frame.number(),
                frame.cameraId(),
                frame.frame(),
                probes,
                frame.detectMs(),
                embedMs)
            .ignoring(frame.ignored());
    if (probeFrame.needsSearch()) {
      embedMicros.update(Math.round(embedMs * 1e3));
      out.collect(probeFrame);
    } else {
      framesWithoutSearch.inc();
      context.output(NOTHING_TO_SEARCH, probeFrame);
    }
  }

  @Override
  public void close() {
    if (embedder != null) {
      embedder.close();
    }
    if (vision != null) {
      vision.close();
    }
  }
}
