package io.facestream.job;

import io.facestream.job.back.BackUpdate;
import io.facestream.job.back.EarlierViews;
import io.facestream.job.back.FaceKeys;
import io.facestream.job.back.GatherEnrolments;
import io.facestream.job.back.JudgedBy;
import io.facestream.job.back.SearchBack;
import io.facestream.job.back.TellEarlierSightings;
import io.facestream.job.gallery.TemplateNews;
import io.facestream.job.keys.GalleryBuckets;
import io.facestream.job.negatives.ExampleChange;
import io.facestream.job.options.JobOptions;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyChange;
import io.facestream.job.policies.UsablePolicies;
import io.facestream.job.unmatched.UnmatchedFace;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.Sighting;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * The part of the dataflow that searches back in time: the same scan as that of the gallery, the
 * other way round. The kept faces are a gallery of their own, divided over the subtasks by track,
 * and the templates of somebody who is enrolled travel to every slice of it.
 *
 * <pre>{@code
 * faces without a match ─ keyBy track's bucket ─ Search back ─ keyBy enrolment
 * enrolled, erased ─ Gather enrolments ─(broadcast)──┘             ─ Tell earlier sightings
 * }</pre>
 *
 * <p>It is there whether the option is given or not, so that a state finds its operators; switched
 * off they drop what it holds.
 */
final class EarlierSightings {
  private final JobOptions options;
  private final ModelPack pack;
  private final GalleryBuckets buckets;

  EarlierSightings(JobOptions options, ModelPack pack) {
    this.options = options;
    this.pack = pack;
    this.buckets = new GalleryBuckets(options.maxParallelism());
  }

  /**
   * The earlier visits of people who are enrolled later.
   *
   * @param news who is enrolled and erased while the job runs
   * @param examples who is known not to be a person
   * @param topicNow the policies that the topic holds at the start
   */
  DataStream<Sighting> of(
      DataStream<UnmatchedFace> unmatched,
      DataStream<TemplateNews> news,
      DataStream<ExampleChange> examples,
      DataStream<PolicyChange> policies,
      UsablePolicies usable,
      KeptPolicies topicNow) {
    GalleryBuckets keys = buckets;
    return unmatched
        .keyBy(face -> keys.keyOf(FaceKeys.groupOf(face)))
        .connect(updates(news, examples, policies).broadcast())
        .transform(
            "Search back", TypeInformation.of(EarlierViews.class), searchBack(usable, topicNow))
        .uid("search-back")
        .keyBy(EarlierViews::enrolmentId)
        .process(new TellEarlierSightings(options.sightings(), FacestreamJob.modelsOf(pack)))
        .name("Tell earlier sightings")
        .uid("tell-earlier-sightings");
  }

  private DataStream<BackUpdate> updates(
      DataStream<TemplateNews> news,
      DataStream<ExampleChange> examples,
      DataStream<PolicyChange> policies) {
    return news.transform(
            "Gather enrolments",
            TypeInformation.of(BackUpdate.class),
            new GatherEnrolments(options.searchBack().isPresent()))
        .uid("gather-enrolments")
        .setParallelism(1)
        .union(
            policies
                .map(BackUpdate::of)
                .returns(BackUpdate.class)
                .name("Policies for search back")
                .uid("policies-for-search-back")
                .setParallelism(1),
            examples
                .map(BackUpdate::of)
                .returns(BackUpdate.class)
                .name("Negative examples for search back")
                .uid("negative-examples-for-search-back"));
  }

  private SearchBack searchBack(UsablePolicies usable, KeptPolicies topicNow) {
    return new SearchBack(
        options.searchBack().orElse(null),
        new JudgedBy(
            options.judgeSettings(pack).policies(),
            options.search().minSimilarity(),
            pack.name(),
            pack.detector().modelId(),
            pack.embedder().modelId()),
        pack.embedder().dimension(),
        buckets,
        usable,
        topicNow);
  }
}
