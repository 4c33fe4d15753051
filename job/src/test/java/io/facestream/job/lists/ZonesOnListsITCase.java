package io.facestream.job.lists;

import static io.facestream.job.testing.ListedPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.wire.Alert;
import io.facestream.wire.Box;
import io.facestream.wire.Face;
import io.facestream.wire.FrameRequest;
import io.facestream.wire.Outcome;
import io.facestream.wire.Point;
import io.facestream.wire.Verdict;
import io.facestream.wire.Zone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Zones of a camera's picture in which faces are ignored, by the whole job. */
@Tag("thorough")
@Timeout(300)
class ZonesOnListsITCase {
  private static final String CAMERA = "camera-0";
  private static final String NAMES_NOBODY = "{\"threshold\": 0.99}";

  private static MiniCluster cluster;
  private static List<RawFrame> frames;
  private static SceneFrames scene;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws Exception {
    scene = new SceneFrames(30);
    frames = new ArrayList<>(scene.frames());
    frames.add(handedIn());
    cluster = ListJob.clusterOf(4);
    cluster.start();
  }

  @AfterAll
  static void close() throws Exception {
    cluster.close();
  }

  /** What the camera showed first, asked about. */
  private static RawFrame handedIn() {
    RawFrame first =
        scene.frames().stream().filter(frame -> CAMERA.equals(frame.cameraId())).findFirst().get();
    return new RawFrame(
        first.partition(),
        1_000,
        first.capturedAtMillis(),
        first.key(),
        null,
        CAMERA,
        -1,
        FrameRequest.of("r-1"),
        first.picture());
  }

  @Test
  void shouldPassOverTheFacesInAZoneOfACameraUntilThePolicyIsTakenBack() throws Exception {
    Answered without = run(policy(0, "person/nobody", NAMES_NOBODY));
    Zone zone = aroundAFaceBesideAnother(without);
    PolicyRecord ignoring = policy(0, "camera/" + CAMERA, "{\"ignore\": [" + corners(zone) + "]}");

    Answered with = run(ignoring);
    int ignored = 0;
    for (Verdict was : without.verdicts().values()) {
      Verdict is = with.verdicts().get(was.verdictId());
      List<Box> kept = new ArrayList<>(boxes(was));
      if (was.cameraId().equals(CAMERA) && !was.answersRequest()) {
        kept.removeIf(box -> Zone.anyHolds(List.of(zone), box));
      }
      int passedOver = was.faces().size() - kept.size();
      assertThat(boxes(is)).as(was.verdictId()).isEqualTo(kept);
      assertThat(is.ignored()).isEqualTo(passedOver == 0 ? null : passedOver);
      ignored += passedOver;
    }
    assertThat(ignored).isPositive();
    assertThat(alertsOf(without, zone)).isNotEmpty();
    assertThat(alertsOf(with, zone)).isEmpty();

    Answered after = run(ignoring, policy(1, "camera/" + CAMERA, null));
    without
        .verdicts()
        .forEach(
            (id, was) -> {
              assertThat(boxes(after.verdicts().get(id))).as(id).isEqualTo(boxes(was));
              assertThat(after.verdicts().get(id).ignored()).isNull();
            });
  }

  private record Answered(Map<String, Verdict> verdicts, List<Alert> alerts) {}

  private Answered run(PolicyRecord... policies) throws Exception {
    try (Answers answers = new Answers();
        ListJob job =
            ListJob.start(
                cluster,
                2,
                folder,
                null,
                new ListSources(
                    frames,
                    scene.gallery(),
                    List.of(policies),
                    RateLimiterStrategy.noOp(),
                    Trap.none()),
                answers,
                "--pack",
                SceneFrames.PACK)) {
      job.await(() -> answers.frames() == frames.size());
      Map<String, Verdict> verdicts = new TreeMap<>();
      answers.verdicts().forEach(one -> verdicts.put(one.verdict().verdictId(), one.verdict()));
      long matches =
          verdicts.values().stream()
              .filter(one -> one.outcome() == Outcome.MATCH && !one.answersRequest())
              .count();
      job.await(() -> answers.alerts().size() == matches);
      return new Answered(verdicts, answers.alerts());
    }
  }

  /** Of a frame with several faces, one that raised an alert. */
  private static Zone aroundAFaceBesideAnother(Answered answered) {
    Box box =
        answered.alerts().stream()
            .filter(alert -> alert.cameraId().equals(CAMERA))
            .filter(alert -> answered.verdicts().get(alert.alertId()).faces().size() > 1)
            .map(alert -> alert.face().box())
            .findFirst()
            .orElseThrow();
    double x = box.x() + box.width() / 2;
    double y = box.y() + box.height() / 2;
    double half = 0.01;
    return new Zone(
        List.of(
            new Point(x - half, y - half),
            new Point(x + half, y - half),
            new Point(x + half, y + half),
            new Point(x - half, y + half)));
  }

  private static List<Alert> alertsOf(Answered answered, Zone zone) {
    return answered.alerts().stream()
        .filter(alert -> alert.cameraId().equals(CAMERA))
        .filter(alert -> Zone.anyHolds(List.of(zone), alert.face().box()))
        .toList();
  }

  private static String corners(Zone zone) {
    List<String> corners = new ArrayList<>();
    for (Point corner : zone.corners()) {
      corners.add("[" + corner.x() + ", " + corner.y() + "]");
    }
    return corners.toString();
  }

  private static List<Box> boxes(Verdict verdict) {
    return verdict.faces().stream().map(Face::box).toList();
  }
}
