package io.facestream.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class DataflowTest {
  private final StreamGraph graph = graphOf(JobOptions.parse("--parallelism", "4"));

  @Test
  void shouldGiveEveryOperatorAUidOfItsOwn() {
    Set<String> uids = new HashSet<>();
    for (StreamNode node : graph.getStreamNodes()) {
      if (isVirtualSinkStep(node)) {
        continue;
      }
      assertThat(node.getTransformationUID())
          .as("uid of '%s': without it a savepoint loses its state", node.getOperatorName())
          .isNotNull();
      assertThat(uids.add(node.getTransformationUID()))
          .as("uid '%s' is used once", node.getTransformationUID())
          .isTrue();
    }
  }

  @Test
  void shouldKeepTheUidsThatSavepointsKnow() {
    assertThat(graph.getStreamNodes())
        .filteredOn(node -> !isVirtualSinkStep(node))
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrder(
            "read-frames",
            "end-of-time",
            "ask-analysers",
            "detect-faces",
            "embed-faces",
            "scope",
            "read-gallery",
            "check-gallery",
            "await-gallery",
            "search-slice",
            "read-policies",
            "check-policies",
            "merge-verdicts",
            "nothing-to-search",
            "order",
            "live-changes",
            "policies-for-judge",
            "gallery-for-judge",
            "negative-examples-for-judge",
            "judge",
            "sightings",
            "unknown-people",
            "gather-enrolments",
            "policies-for-search-back",
            "negative-examples-for-search-back",
            "search-back",
            "tell-earlier-sightings",
            "raise-alerts",
            "fit-analyses",
            "write-analyses",
            "fit-verdicts",
            "fit-sightings",
            "fit-alerts",
            "write-verdicts",
            "write-sightings",
            "write-alerts",
            "write-frame-dead-letters",
            "write-gallery-dead-letters",
            "write-policy-dead-letters",
            "write-gallery-repairs");
  }

  @Test
  void shouldGiveEachAnalyserAnOperatorOfItsOwnAndAsManySubtasksAsAskedFor() {
    StreamGraph analysing = graphOf(JobOptions.parse("--analysers", "age-gender,emotion:3"));
    assertThat(parallelismByUid(analysing))
        .containsEntry("analyse-age-gender", 1)
        .containsEntry("analyse-emotion", 3);
    assertThat(tasksOf(analysing))
        .as("none in a task with another operator that the frames need")
        .anyMatch(task -> task.startsWith("Analyse age-gender"))
        .anyMatch(task -> task.startsWith("Analyse emotion"));
    assertThat(parallelismByUid(graph).keySet()).noneMatch(uid -> uid.startsWith("analyse-"));
  }

  private static Map<String, Integer> parallelismByUid(StreamGraph graph) {
    Map<String, Integer> found = new HashMap<>();
    graph
        .getStreamNodes()
        .forEach(node -> found.put(node.getTransformationUID(), node.getParallelism()));
    return found;
  }

  @Test
  void shouldNameEveryOperatorForPeople() {
    assertThat(graph.getStreamNodes())
        .allSatisfy(
            node ->
                assertThat(node.getOperatorName())
                    .as("name of the operator with uid %s", node.getTransformationUID())
                    .doesNotContain("KeyedProcess", "Map", "Process", "Flat", "Filter"));
  }

  @Test
  void shouldFixTheMaximumParallelism() {
    assertThat(graph.getStreamNodes())
        .filteredOn(node -> node.getOperatorName().equals("Search slice"))
        .allSatisfy(node -> assertThat(node.getMaxParallelism()).isEqualTo(256));
  }

  @Test
  void shouldEmbedInTheTaskOfDetectionUnlessToldOtherwise() {
    assertThat(tasksOf(graph)).noneMatch(task -> task.startsWith("Embed faces"));
    assertThat(tasksOf(graphOf(JobOptions.parse("--separate-embedding"))))
        .anyMatch(task -> task.startsWith("Embed faces"))
        .anyMatch(task -> task.startsWith("Ask policies -> Detect faces"));
  }

  @Test
  void shouldFollowVisitsInTheTaskOfTheJudge() {
    assertThat(tasksOf(graph))
        .noneMatch(task -> task.startsWith("Sightings") || task.startsWith("Unknown people"));
  }

  private static List<String> tasksOf(StreamGraph graph) {
    List<String> names = new ArrayList<>();
    graph.getJobGraph().getVertices().forEach(task -> names.add(task.getName()));
    return names;
  }

  /** A sink's writer and committer share the sink's uid with a suffix of Flink's. */
  private static boolean isVirtualSinkStep(StreamNode node) {
    return node.getOperatorName().endsWith(": Committer");
  }

  private static StreamGraph graphOf(JobOptions options) {
    StreamExecutionEnvironment env = JobEnvironment.create(options);
    FacestreamJob.build(env, new KafkaSources(options), new KafkaSinks(options), options);
    return env.getStreamGraph();
  }
}
