package io.facestream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.facestream.cli.Facestream;
import io.facestream.deploy.Checkout;
import io.facestream.wire.Topics;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything but the job, read strictly into the classes that Strimzi and Kubernetes publish. */
@SuppressWarnings("unchecked")
class ResourcesTest {
  private static final String FOLDER = "deploy/kubernetes/";
  private static final Map<String, Class<?>> KINDS =
      Map.of(
          "v1/Namespace", Namespace.class,
          "v1/ConfigMap", ConfigMap.class,
          "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
          "v1/Service", Service.class,
          "apps/v1/Deployment", Deployment.class,
          "batch/v1/Job", Job.class,
          "kafka.strimzi.io/v1/Kafka", Kafka.class,
          "kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class,
          "kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class);

  static Stream<Map<String, Object>> resources() {
    return files().stream()
        .filter(file -> !file.equals("flink.yaml"))
        .flatMap(file -> Checkout.documents(FOLDER + file).stream());
  }

  static Stream<Map<String, Object>> facestreamContainers() {
    return resources()
        .filter(resource -> Set.of("Job", "Deployment").contains(resource.get("kind")))
        .map(resource -> (Map<String, Object>) at(resource, "spec", "template", "spec"))
        .flatMap(pod -> ((List<Map<String, Object>>) pod.get("containers")).stream());
  }

  @ParameterizedTest
  @MethodSource("resources")
  void shouldBeReadByTheClassesOfItsKind(Map<String, Object> resource) {
    String kind = resource.get("apiVersion") + "/" + resource.get("kind");
    assertThat(KINDS).containsKey(kind);
    assertThatCode(() -> StrictMapper.create().convertValue(resource, KINDS.get(kind)))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldNoticeAMisspeltField() {
    Map<String, Object> topic = new HashMap<>(Checkout.documents(FOLDER + "topics.yaml").get(0));
    topic.put("spec", Map.of("partition", 4));
    assertThatThrownBy(() -> StrictMapper.create().convertValue(topic, KafkaTopic.class))
        .hasMessageContaining("partition");
  }

  @ParameterizedTest
  @MethodSource("facestreamContainers")
  void shouldRunACommandThatExists(Map<String, Object> container) {
    String[] words = ((List<String>) container.get("args")).toArray(String[]::new);
    assertThatCode(() -> Facestream.commandLine().parseArgs(words)).doesNotThrowAnyException();
    assertThat(container).containsEntry("image", "facestream").containsKey("resources");
  }

  @Test
  void shouldCreateTheTopicsAsTheCodeWould() {
    Map<String, Object> declared = new HashMap<>();
    for (Map<String, Object> topic : Checkout.documents(FOLDER + "topics.yaml")) {
      Map<String, String> config = new HashMap<>();
      ((Map<String, Object>) at(topic, "spec", "config"))
          .forEach((key, value) -> config.put(key, value.toString()));
      String name = at(topic, "metadata", "name").toString();
      declared.put(name, List.of(at(topic, "spec", "partitions"), config));
    }
    Map<String, Object> wanted = new HashMap<>();
    Topics.ALL.forEach(
        topic -> wanted.put(topic.name(), List.of(topic.partitions(), topic.allSettings())));

    assertThat(declared).isEqualTo(wanted);
  }

  @Test
  void shouldApplyEveryFile() {
    assertThat(new TreeSet<>(files())).isEqualTo(filesInTheFolder());
  }

  private static List<String> files() {
    return (List<String>) Checkout.yaml(FOLDER + "kustomization.yaml").get("resources");
  }

  private static Set<String> filesInTheFolder() {
    Set<String> names = new TreeSet<>();
    for (String name : Checkout.ROOT.resolve(FOLDER).toFile().list()) {
      if (!name.equals("kustomization.yaml")) {
        names.add(name);
      }
    }
    return names;
  }

  private static Object at(Map<String, Object> resource, String... path) {
    Object value = resource;
    for (String step : path) {
      value = ((Map<String, Object>) value).get(step);
    }
    return value;
  }
}
