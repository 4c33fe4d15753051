package io.facestream.policies.rehearsal;

import io.facestream.decision.DecisionRule;
import io.facestream.decision.Policies;
import io.facestream.job.frames.FacePlace;
import io.facestream.job.frames.Probe;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.ProbeHits;
import io.facestream.job.search.TemplateHit;
import io.facestream.job.tracks.TrackEvidence;
import io.facestream.job.tracks.TrackMemory;
import io.facestream.job.verdict.Judge;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.wire.Box;
import io.facestream.wire.FrameRef;
import io.facestream.wire.GalleryView;
import io.facestream.wire.Ids;
import io.facestream.wire.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Frames with two faces that are followed for a while, some searched and some carried. Now and then
 * the tracker takes two people for one, who resembles nobody as much as the one before.
 */
final class FollowedFrames {
  private static final int COUNT = 400;
  private static final int FRAMES_OF_A_TRACK = 20;
  private static final double SAME_FACE = 0.3;

  private FollowedFrames() {}

  /** What the job says of them. */
  static List<Verdict> judged(Policies policies) {
    Judge judge =
        new Judge(
            new DecisionRule(policies, RehearsalTest.CALIBRATION),
            SAME_FACE,
            3,
            RehearsalTest.MODELS,
            new KnownExamples());
    Map<String, TrackEvidence> known = new HashMap<>();
    TrackMemory tracks =
        new TrackMemory() {
          @Override
          public TrackEvidence get(String track) {
            return known.get(track);
          }

          @Override
          public void put(String track, TrackEvidence evidence) {
            known.put(track, evidence);
          }
        };
    return frames().stream().map(frame -> judge.judge(frame, tracks)).toList();
  }

  private static List<MergedFrame> frames() {
    Random random = new Random(13);
    List<MergedFrame> frames = new ArrayList<>();
    List<List<TemplateHit>> resembled = new ArrayList<>();
    int[] people = new int[2];
    for (int i = 0; i < COUNT; i++) {
      boolean first = i % FRAMES_OF_A_TRACK == 0;
      boolean another = !first && random.nextInt(25) == 0;
      List<Probe> probes = new ArrayList<>();
      List<ProbeHits> hits = new ArrayList<>();
      for (int face = 0; face < people.length; face++) {
        String track = Ids.trackId(Ids.frameId("lobby", 0, i - i % FRAMES_OF_A_TRACK), face);
        if (first) {
          people[face] = 0;
          put(resembled, face, RehearsalTest.hits(random));
        } else if (another) {
          people[face]++;
          put(resembled, face, lowered(resembled.get(face), 0.7));
        }
        boolean searched = first || another || random.nextInt(3) == 0;
        probes.add(new Probe(place(track), searched ? embedding(people[face]) : null));
        double as = another ? 1 : 0.75 + 0.25 * random.nextDouble();
        hits.add(
            new ProbeHits(searched ? lowered(resembled.get(face), as) : List.<TemplateHit>of()));
      }
      FrameRef ref = new FrameRef(0, i, i, Instant.ofEpochMilli(i * 200L), 640, 360, null);
      ProbeFrame frame =
          new ProbeFrame(Ids.frameId("lobby", 0, i), i + 1, "lobby", ref, probes, 1, 1);
      boolean any = probes.stream().anyMatch(probe -> probe.embedding() != null);
      frames.add(
          any
              ? new MergedFrame(frame, hits, new GalleryView(1_000, Map.of(0, 1_000L)), 1)
              : MergedFrame.withoutSearch(frame));
    }
    return frames;
  }

  private static void put(List<List<TemplateHit>> all, int face, List<TemplateHit> hits) {
    if (all.size() <= face) {
      all.add(hits);
    } else {
      all.set(face, hits);
    }
  }

  private static List<TemplateHit> lowered(List<TemplateHit> hits, double by) {
    return hits.stream()
        .map(hit -> new TemplateHit(hit.templateId(), hit.similarity() * by, hit.template()))
        .toList();
  }

  /** Of one person or another, at right angles. */
  private static float[] embedding(int person) {
    return person % 2 == 0 ? new float[] {1, 0} : new float[] {0, 1};
  }

  private static FacePlace place(String track) {
    return new FacePlace(new Box(0.1, 0.1, 0.2, 0.2), List.of(), 0.9, 0.9, null, null, track);
  }
}
