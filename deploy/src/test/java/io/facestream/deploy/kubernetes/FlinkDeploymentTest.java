package io.facestream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.facestream.deploy.Checkout;
import io.facestream.deploy.FlinkOptions;
import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.flink.autoscaler.config.AutoScalerOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/**
 * The FlinkDeployment against the schema that the operator publishes. Maven Central has no newer
 * than that of 1.10, which ends at Flink 1.20; so the version of Flink is compared by itself.
 */
@SuppressWarnings("unchecked")
class FlinkDeploymentTest {
  /** Renamed by the operator after 1.10, from {@code target.utilization} and its boundary. */
  private static final Set<String> NEWER_AUTOSCALER_KEYS =
      Set.of(
          "job.autoscaler.utilization.target",
          "job.autoscaler.utilization.max",
          "job.autoscaler.utilization.min");

  /** Addresses and sizes that the operator sets, and folders, which are mounted elsewhere. */
  private static final Set<String> OF_THE_PLACE =
      Set.of(
          "jobmanager.rpc.address",
          "jobmanager.bind-host",
          "jobmanager.memory.process.size",
          "taskmanager.bind-host",
          "taskmanager.memory.process.size",
          "rest.address",
          "rest.bind-address",
          "execution.checkpointing.dir",
          "execution.checkpointing.savepoint-dir",
          "metrics.reporter.prom.port");

  private final CrdSchema schema =
      CrdSchema.in("/META-INF/fabric8/flinkdeployments.flink.apache.org-v1.yml");
  private final Map<String, Object> deployment = Checkout.yaml("deploy/kubernetes/flink.yaml");
  private final Map<String, Object> spec = (Map<String, Object>) deployment.get("spec");
  private final Map<String, String> settings = (Map<String, String>) spec.get("flinkConfiguration");
  private final Map<String, Object> job = (Map<String, Object>) spec.get("job");

  @Test
  void shouldKeepToThePublishedSchema() {
    Map<String, Object> known = new HashMap<>(spec);
    known.put("flinkVersion", "v1_20");

    assertThat(deployment).containsEntry("apiVersion", schema.apiVersion());
    assertThat(schema.errors(known)).isEmpty();
  }

  @Test
  void shouldNameTheFlinkThatTheBuildTests() {
    String[] version = Checkout.pomProperty("flink.version").split("\\.");
    assertThat(spec).containsEntry("flinkVersion", "v" + version[0] + "_" + version[1]);
  }

  @Test
  void shouldRunTheJobWithOptionsThatItHas() {
    assertThatCode(this::options).doesNotThrowAnyException();
    assertThat(job).containsEntry("entryClass", FacestreamJob.class.getName());
    assertThat(settings).containsEntry("pipeline.max-parallelism", "" + options().maxParallelism());
  }

  @Test
  void shouldConfigureFlinkAsFlinkConfDoes() {
    Configuration here = Configuration.fromMap(settings);
    Map<String, String> there =
        new HashMap<>(GlobalConfiguration.loadConfiguration("../flink-conf").toMap());
    there.keySet().removeAll(OF_THE_PLACE);

    assertThat(here.toMap()).containsAllEntriesOf(there);
  }

  @Test
  void shouldSetKeysThatFlinkOrItsAutoscalerKnow() {
    Set<String> autoscaler = FlinkOptions.keysOf(AutoScalerOptions.class);
    Set<String> flink = FlinkOptions.known();
    assertThat(settings.keySet())
        .filteredOn(key -> !key.startsWith("metrics.reporter.prom."))
        .allSatisfy(
            key ->
                assertThat(
                        flink.contains(key)
                            || autoscaler.contains(key)
                            || NEWER_AUTOSCALER_KEYS.contains(key))
                    .as(key)
                    .isTrue());
  }

  @Test
  void shouldLeaveTheSearchToPeopleAndEmbeddingToTheAutoscaler() {
    Map<String, String> tasks = tasks();
    String search = tasks.get("Search slice");

    assertThat(settings)
        .containsEntry("job.autoscaler.vertex.exclude.ids", search)
        .containsEntry(
            "pipeline.jobvertex-parallelism-overrides", search + ":" + job.get("parallelism"));
    assertThat(tasks).containsKeys("Ask policies", "Embed faces");
  }

  @Test
  void shouldMountTheModelsWhereTheJobLooks() {
    String models = "--models=/opt/models";
    assertThat((List<String>) job.get("args")).contains(models);
    assertThat(spec.get("taskManager").toString()).contains("mountPath=/opt/models");
    assertThat(Checkout.text("Dockerfile")).contains("FACESTREAM_MODELS=/opt/models");
  }

  private JobOptions options() {
    return JobOptions.parse(((List<String>) job.get("args")).toArray(String[]::new));
  }

  /** Name of the first operator of a task → id of the task. */
  private Map<String, String> tasks() {
    StreamExecutionEnvironment env = JobEnvironment.create(options());
    FacestreamJob.build(env, new KafkaSources(options()), new KafkaSinks(options()), options());
    Iterable<JobVertex> tasks = env.getStreamGraph().getJobGraph().getVertices();
    return StreamSupport.stream(tasks.spliterator(), false)
        .collect(
            Collectors.toMap(
                task -> task.getName().split(" -> ")[0], task -> task.getID().toHexString()));
  }
}
