package io.facestream.job;

import io.facestream.job.analysers.AnalyserOpener;
import io.facestream.job.frames.DetectFaces;
import io.facestream.job.frames.EmbedFaces;
import io.facestream.job.frames.FrameFaces;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.AwaitGallery;
import io.facestream.job.gallery.CheckGallery;
import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.gallery.LiveChanges;
import io.facestream.job.io.Sinks;
import io.facestream.job.io.Sources;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.keys.CameraSlots;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.options.JobOptions;
import io.facestream.job.policies.CheckPolicies;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.ScopeFrames;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.records.DeadLetter;
import io.facestream.job.records.DeadLetters;
import io.facestream.job.search.PartialAnswer;
import io.facestream.job.search.SearchSlice;
import io.facestream.job.search.SearchSliceFactory;
import io.facestream.job.sightings.FollowVisits;
import io.facestream.job.sightings.RaiseAlertsOfOpenings;
import io.facestream.job.unknown.FollowUnknown;
import io.facestream.job.verdict.JudgeFrames;
import io.facestream.job.verdict.JudgeUpdate;
import io.facestream.job.verdict.MergeVerdicts;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.job.verdict.OrderFrames;
import io.facestream.job.verdict.RaiseAlerts;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.wire.Alert;
import io.facestream.wire.Models;
import io.facestream.wire.Sighting;
import io.facestream.wire.Verdict;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job: frames, gallery and policies in, verdicts, sightings and alerts out.
 *
 * <pre>{@code
 * frames ─ keyBy camera ─ Ask policies ─ Detect ─ Embed ─ Scope ─(broadcast)─┐
 * gallery ─ Check gallery ─ Await gallery ─ keyBy bucket ─ Search slice ─ keyBy frame
 *     ─ Merge verdicts ─ keyBy camera ─ Order ─ keyBy camera ─ Judge ─ verdicts, alerts
 * policies ─ Check policies ──────────────────────(broadcast)──┘    ├─ Sightings ────── sightings
 *                           └(broadcast)─ Ask policies, Scope       ├─ Unknown people ─┘
 *                                                                   └─ EarlierSightings
 * }</pre>
 */
public final class FacestreamJob {
  private FacestreamJob() {}

  /** Runs on the cluster it is submitted to; {@code --help} lists the options. */
  public static void main(String[] args) throws Exception {
    JobOptions options = JobOptions.parse(args);
    Optional<String> help = options.help("facestream-job");
    if (help.isPresent()) {
      System.out.println(help.get());
    } else {
      run(options);
    }
  }

  /** Runs with options that were parsed already; returns when the job has ended. */
  public static void run(JobOptions options) throws Exception {
    JobPreparation.prepare(options);
    StreamExecutionEnvironment env = JobEnvironment.create(options);
    build(env, new KafkaSources(options), new KafkaSinks(options), options);
    env.execute("Facestream");
  }

  /** The dataflow, in the order in which a frame travels. */
  public static void build(
      StreamExecutionEnvironment env, Sources sources, Sinks sinks, JobOptions options) {
    build(env, sources, sinks, options, AnalyserOpener.fromFiles(options.vision().modelsDir()));
  }

  /**
   * The same with analysers from elsewhere.
   *
   * @param opener loads each where it runs
   */
  public static void build(
      StreamExecutionEnvironment env,
      Sources sources,
      Sinks sinks,
      JobOptions options,
      AnalyserOpener opener) {
    ModelPack pack = ModelPacks.named(options.pack());
    CameraSlots cameras = new CameraSlots(options.maxParallelism());
    GalleryBuckets buckets = new GalleryBuckets(options.maxParallelism());

    // The policies are few: everybody who keeps to them knows all of them.
    UsablePolicies usable = usablePolicies(options, pack);
    SingleOutputStreamOperator<PolicyChange> policies =
        sources
            .policies(env)
            .process(new CheckPolicies(options.topics().policies(), usable))
            .name("Check policies")
            .uid("check-policies")
            .setParallelism(1);

    // Each camera's frames become probes, on one subtask and in order.
    SingleOutputStreamOperator<FrameFaces> faces =
        new FramesOfCameras(
                cameras, options.judgeSettings(pack).policies(), usable, sources.keptPolicies())
            .under(policies, sources.frames(env))
            .process(
                new DetectFaces(
                    options.topics().frames(),
                    options.skippedRecords(),
                    options.vision(),
                    options.tracks(),
                    options.analysers()))
            .name("Detect faces")
            .uid("detect-faces");
    SingleOutputStreamOperator<ProbeFrame> probes =
        toEmbed(faces, options)
            .process(new EmbedFaces(options.vision()))
            .name("Embed faces")
            .uid("embed-faces")
            // On its way to Scope, in the same process, a frame need not wait for company.
            .setBufferTimeout(0);

    // Whom a camera does not look for is the same for all slices.
    DataStream<ProbeFrame> scoped =
        probes
            .forward()
            .connect(policies.broadcast())
            .transform(
                "Scope",
                TypeInformation.of(ProbeFrame.class),
                new ScopeFrames(
                    options.judgeSettings(pack).policies(), usable, sources.keptPolicies()))
            .uid("scope");

    // The gallery stays, divided over the subtasks; the probes travel to every slice of it.
    SingleOutputStreamOperator<GalleryChange> checked =
        sources
            .gallery(env)
            .process(checkGallery(options, pack, buckets))
            .name("Check gallery")
            .uid("check-gallery");
    SingleOutputStreamOperator<GalleryChange> gallery =
        checked
            .transform(
                "Await gallery",
                TypeInformation.of(GalleryChange.class),
                new AwaitGallery(sources.galleryEnd(), buckets))
            .uid("await-gallery");
    SingleOutputStreamOperator<PartialAnswer> partials =
        gallery
            .keyBy(GalleryChange::key)
            .connect(scoped.broadcast())
            .transform(
                "Search slice",
                TypeInformation.of(PartialAnswer.class),
                searchSlice(options, pack, buckets, sources.keptTemplates()))
            .uid("search-slice");

    // The slices' answers to a frame become its verdict, in each camera's order; a match an alert.
    DataStream<MergedFrame> merged =
        partials
            .keyBy(PartialAnswer::frameId)
            .process(new MergeVerdicts())
            .name("Merge verdicts")
            .uid("merge-verdicts")
            .union(
                probes
                    .getSideOutput(EmbedFaces.NOTHING_TO_SEARCH)
                    .map(MergedFrame::withoutSearch)
                    .name("Nothing to search")
                    .uid("nothing-to-search"));
    DataStream<MergedFrame> ordered =
        merged
            .keyBy(frame -> cameras.keyOf(frame.frame().frame().partition()))
            .transform("Order", TypeInformation.of(MergedFrame.class), new OrderFrames())
            .uid("order");
    // What the judge remembers is keyed as Order is, which has kept the keys.
    SingleOutputStreamOperator<Verdict> verdicts =
        DataStreamUtils.reinterpretAsKeyedStream(
                ordered, frame -> cameras.keyOf(frame.frame().frame().partition()), Types.INT)
            .connect(updates(policies, gallery, partials).broadcast())
            .transform(
                "Judge",
                TypeInformation.of(Verdict.class),
                new JudgeFrames(
                    options.judgeSettings(pack), usable, sources.keptPolicies(), modelsOf(pack)))
            .uid("judge");

    // What is recognised at a camera over time becomes visits. The judge has kept the keys.
    SingleOutputStreamOperator<Sighting> sightings =
        DataStreamUtils.reinterpretAsKeyedStream(
                verdicts, verdict -> cameras.keyOf(verdict.frame().partition()), Types.INT)
            .transform(
                "Sightings",
                TypeInformation.of(Sighting.class),
                new FollowVisits(options.sightings(), options.alertsOfSightings()))
            .uid("sightings");

    // So does who is in no gallery, where that is asked for.
    SingleOutputStreamOperator<Sighting> unknown =
        DataStreamUtils.reinterpretAsKeyedStream(
                verdicts.getSideOutput(JudgeFrames.FOLLOWED),
                frame -> cameras.keyOf(frame.frame().partition()),
                Types.INT)
            .transform(
                "Unknown people",
                TypeInformation.of(Sighting.class),
                new FollowUnknown(options.unknown(), pack.name()))
            .uid("unknown-people");

    // Whoever is enrolled later was perhaps seen before, among the faces that were nobody's.
    DataStream<Sighting> earlier =
        new EarlierSightings(options, pack)
            .of(
                verdicts.getSideOutput(JudgeFrames.UNMATCHED),
                partials.getSideOutput(SearchSlice.NEWS),
                partials.getSideOutput(SearchSlice.NEGATIVE_EXAMPLES),
                policies,
                usable,
                sources.keptPolicies());

    DataStream<DeadLetter> unwrittenVerdicts = sinks.verdicts(verdicts);
    DataStream<DeadLetter> unwrittenSightings = sinks.sightings(sightings.union(unknown, earlier));
    DataStream<DeadLetter> unwrittenAlerts = sinks.alerts(alerts(verdicts, sightings, options));
    DataStream<DeadLetter> unwrittenAnalyses =
        sinks.analyses(new AnalysersOfJob(options, opener).of(faces));
    sinks.frameDeadLetters(
        faces
            .getSideOutput(DeadLetters.OF_FRAMES)
            .union(unwrittenVerdicts, unwrittenSightings, unwrittenAlerts, unwrittenAnalyses));
    sinks.galleryDeadLetters(
        checked
            .getSideOutput(DeadLetters.OF_GALLERY)
            .union(partials.getSideOutput(DeadLetters.OF_GALLERY)));
    sinks.policyDeadLetters(policies.getSideOutput(DeadLetters.OF_POLICIES));
    sinks.galleryRepairs(partials.getSideOutput(SearchSlice.GALLERY_REPAIRS));
  }

  /** What holds from the next frame on: policies, and what happens to people in view. */
  private static DataStream<JudgeUpdate> updates(
      DataStream<PolicyChange> policies,
      DataStream<GalleryChange> gallery,
      SingleOutputStreamOperator<PartialAnswer> slices) {
    return policies
        .map(JudgeUpdate::of)
        .returns(JudgeUpdate.class)
        .name("Policies for the judge")
        .uid("policies-for-judge")
        .setParallelism(1)
        .union(
            gallery
                .process(new LiveChanges())
                .name("Live changes")
                .uid("live-changes")
                .map(JudgeUpdate::of)
                .returns(JudgeUpdate.class)
                .name("Gallery for the judge")
                .uid("gallery-for-judge"),
            slices
                .getSideOutput(SearchSlice.NEGATIVE_EXAMPLES)
                .map(JudgeUpdate::of)
                .returns(JudgeUpdate.class)
                .name("Negative examples for the judge")
                .uid("negative-examples-for-judge"));
  }

  /** Chained, or dealt out anew in a way that keeps the frames of a camera in order. */
  private static DataStream<FrameFaces> toEmbed(DataStream<FrameFaces> faces, JobOptions options) {
    return options.separateEmbedding()
        ? faces.partitionCustom(
            (Integer partition, int subtasks) -> partition % subtasks,
            found -> found.frame().partition())
        : faces;
  }

  private static DataStream<Alert> alerts(
      DataStream<Verdict> verdicts,
      SingleOutputStreamOperator<Sighting> sightings,
      JobOptions options) {
    SingleOutputStreamOperator<Alert> alerts =
        options.alertsOfSightings()
            ? sightings
                .getSideOutput(FollowVisits.OPENINGS)
                .map(new RaiseAlertsOfOpenings(options.alertExpiry()))
            : verdicts.flatMap(new RaiseAlerts(options.alertExpiry()));
    return alerts.name("Raise alerts").uid("raise-alerts");
  }

  private static CheckGallery checkGallery(
      JobOptions options, ModelPack pack, GalleryBuckets buckets) {
    return new CheckGallery(
        options.topics().gallery(),
        pack.embedder().modelId(),
        pack.embedder().dimension(),
        buckets,
        options.skippedRecords());
  }

  private static SearchSliceFactory searchSlice(
      JobOptions options, ModelPack pack, GalleryBuckets buckets, KeptTemplates topicNow) {
    return new SearchSliceFactory(
        new SearchSlice(
            options.topics().gallery(),
            pack.embedder().dimension(),
            options.search(),
            buckets,
            options.skippedRecords(),
            topicNow,
            options.searchBack().isPresent()));
  }

  private static UsablePolicies usablePolicies(JobOptions options, ModelPack pack) {
    return new UsablePolicies(
        pack.name(), pack.embedder().falseMatches() != null, options.skippedRecords());
  }

  static Models modelsOf(ModelPack pack) {
    return new Models(pack.name(), pack.detector().modelId(), pack.embedder().modelId());
  }
}
