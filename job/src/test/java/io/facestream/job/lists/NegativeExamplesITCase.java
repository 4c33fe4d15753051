package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.vision.Vision;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FoundFace;
import io.facestream.wire.Face;
import io.facestream.wire.Ids;
import io.facestream.wire.ReasonCode;
import io.facestream.wire.Verdict;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole job with faces that are marked as not the persons they are taken for. */
@Tag("thorough")
@Timeout(300)
class NegativeExamplesITCase {
  private static final List<PolicyRecord> POLICIES =
      List.of(policy(0, "default", "{\"threshold\": 0.5}"));

  @TempDir Path folder;

  @Test
  void shouldRefuseTheSameFacesAtEveryParallelism() throws Exception {
    SceneFrames scene = new SceneFrames(12);
    try (MiniCluster cluster = ListJob.clusterOf(4)) {
      cluster.start();
      List<Verdict> before = verdicts(cluster, 2, scene, scene.gallery());
      Verdict mistake = ofSomebodyNotByTheirPortrait(before);
      List<GalleryRecord> gallery = new ArrayList<>(scene.gallery());
      gallery.addAll(examplesOf(mistake, scene, gallery.size()));

      Map<String, List<String>> reference = null;
      for (int parallelism : new int[] {1, 4}) {
        List<Verdict> verdicts = verdicts(cluster, parallelism, scene, gallery);
        assertThat(verdicts)
            .filteredOn(verdict -> verdict.verdictId().equals(mistake.verdictId()))
            .flatExtracting(Verdict::faces)
            .extracting(Face::reasonCode)
            .contains(ReasonCode.NEGATIVE_EXAMPLE);
        assertThat(verdicts)
            .flatExtracting(Verdict::faces)
            .as("others, and by their portraits, are named as before")
            .anyMatch(face -> face.match() != null);
        assertThat(verdicts)
            .extracting(Verdict::gallery)
            .filteredOn(searched -> searched != null)
            .allMatch(searched -> searched.templates() == scene.gallery().size());
        reference = reference == null ? inWords(verdicts) : reference;
        assertThat(inWords(verdicts)).isEqualTo(reference);
      }
    }
  }

  private List<Verdict> verdicts(
      MiniCluster cluster, int parallelism, SceneFrames scene, List<GalleryRecord> gallery)
      throws Exception {
    ListSources sources =
        new ListSources(scene.frames(), gallery, POLICIES, RateLimiterStrategy.noOp(), Trap.none());
    try (Answers answers = new Answers();
        ListJob job =
            ListJob.start(
                cluster, parallelism, folder, null, sources, answers, SceneFrames.SILENCE_MILLIS)) {
      job.await(() -> answers.frames() == scene.frames().size());
      return answers.verdicts().stream().map(Answers.Timed::verdict).toList();
    }
  }

  /** A portrait that is enrolled is nearer to itself than to anything. */
  private static Verdict ofSomebodyNotByTheirPortrait(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(
            verdict ->
                verdict.faces().stream()
                    .anyMatch(
                        face ->
                            face.match() != null
                                && face.carriedFrom() == null
                                && face.match().similarity() < 0.99))
        .findFirst()
        .orElseThrow();
  }

  /** Each face of the frame, as not the persons who are named in it. */
  private static List<GalleryRecord> examplesOf(Verdict mistake, SceneFrames scene, long offset)
      throws Exception {
    RawFrame frame =
        scene.frames().stream()
            .filter(one -> one.partition() == mistake.frame().partition())
            .filter(one -> one.offset() == mistake.frame().offset())
            .findFirst()
            .orElseThrow();
    List<GalleryRecord> records = new ArrayList<>();
    try (Vision vision = Vision.open(SceneFrames.PACK, null);
        var finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
        var embedder = vision.newEmbedder()) {
      List<FoundFace> found =
          finder.find(frame.picture()).faces().stream().filter(FoundFace::usable).toList();
      for (Face named : mistake.faces()) {
        for (int i = 0; named.match() != null && i < found.size(); i++) {
          String id =
              Ids.negativeExampleId(named.match().personId(), mistake.verdictId(), records.size());
          GalleryEntry.Builder entry =
              GalleryEntry.newBuilder()
                  .setNotPersonId(named.match().personId())
                  .setModelId(vision.pack().embedder().modelId())
                  .setValidUntil(Instant.now().plus(Duration.ofHours(1)).toEpochMilli());
          for (float number : embedder.embed(List.of(found.get(i).crop()))[0]) {
            entry.addEmbedding(number);
          }
          records.add(record(offset + records.size(), id, entry.build()));
        }
      }
    }
    return records;
  }

  private static GalleryRecord record(long offset, String id, GalleryEntry entry) {
    return new GalleryRecord(
        0,
        offset,
        System.currentTimeMillis(),
        id.getBytes(StandardCharsets.UTF_8),
        entry.toByteArray(),
        GalleryRecord.NO_REPAIR);
  }

  private static Map<String, List<String>> inWords(List<Verdict> verdicts) {
    Map<String, List<String>> words = new TreeMap<>();
    for (Verdict verdict : verdicts) {
      words.put(
          verdict.verdictId(),
          verdict.faces().stream()
              .map(
                  face ->
                      face.match() == null
                          ? face.reason()
                          : face.match().personId() + " " + face.match().similarity())
              .toList());
    }
    return words;
  }
}
