package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.facestream.cli.Facestream;
import io.facestream.wire.Topics;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.jdk.javaapi.CollectionConverters;

/** Commands and variables of docker-compose.yml mean something to those who get them. */
class ComposeSettingsTest {
  /** Read by scripts and the store of models, and not options of the job. */
  private static final Set<String> NOT_OF_THE_JOB =
      Set.of("FACESTREAM_CACHE", "FACESTREAM_SAVEPOINT");

  static Stream<ComposeService> services() {
    return ComposeService.all().stream();
  }

  static Stream<ComposeService> commands() {
    return services().filter(service -> service.image().startsWith("facestream:"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldRunACommandThatExists(ComposeService service) {
    String[] words = service.command().toArray(String[]::new);
    assertThatCode(() -> Facestream.commandLine().parseArgs(words)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldSetFacestreamVariablesThatSomebodyReads(ComposeService service) {
    String options = Checkout.text("docs/options.md") + Checkout.text("docs/console.md");
    assertThat(service.environment().keySet())
        .filteredOn(name -> name.startsWith("FACESTREAM_") && !NOT_OF_THE_JOB.contains(name))
        .allSatisfy(name -> assertThat(options).contains("`" + name + "`"));
  }

  @Test
  void shouldReadTheSavepointWhereItIsSet() {
    assertThat(ComposeService.named("submit").environment()).containsKey("FACESTREAM_SAVEPOINT");
    assertThat(Checkout.text("deploy/docker/submit")).contains("$FACESTREAM_SAVEPOINT");
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldTellEveryLibraryToTakeOneThread(ComposeService service) {
    if (service.isOurs()) {
      assertThat(service.environment()).containsEntry("OMP_NUM_THREADS", "1");
    }
  }

  @Test
  void shouldSetBrokerPropertiesThatKafkaKnows() {
    var known = CollectionConverters.asJava(KafkaConfig.configNames());
    assertThat(ComposeService.named("kafka").environment().keySet())
        .filteredOn(name -> name.startsWith("KAFKA_") && !name.equals("KAFKA_HEAP_OPTS"))
        .map(name -> name.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(known).contains(name));
  }

  @Test
  void shouldLetTheBrokerTakeTheLargestRecord() {
    assertThat(ComposeService.named("kafka").environment())
        .containsEntry("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(Topics.MAX_RECORD_BYTES));
  }

  @Test
  void shouldSetFlinkOptionsThatExist() {
    assertThat(ComposeService.named("jobmanager").environment().get("FLINK_PROPERTIES").lines())
        .map(line -> line.substring(0, line.indexOf(": ")))
        .hasSizeGreaterThan(3)
        .allSatisfy(key -> assertThat(FlinkOptions.known()).contains(key));
  }

  @Test
  void shouldGiveJobManagerAndTaskManagersTheSameSettings() {
    String one = ComposeService.named("jobmanager").environment().get("FLINK_PROPERTIES");
    assertThat(ComposeService.named("taskmanager").environment())
        .containsEntry("FLINK_PROPERTIES", one);
    assertThat(ComposeService.named("submit").environment()).containsEntry("FLINK_PROPERTIES", one);
  }

  @Test
  void shouldLetPrometheusFindServicesThatExist() {
    String config = Checkout.text("deploy/monitoring/prometheus.yml");
    assertThat(config).contains("\"jobmanager:9249\"", "[taskmanager]", "[camera-ingest]");
    assertThat(String.join(" ", ComposeService.named("camera-ingest").command()))
        .contains("--metrics-port 9400");
    assertThat(Checkout.text("flink-conf/config.yaml")).contains("port: 9249");
  }
}
