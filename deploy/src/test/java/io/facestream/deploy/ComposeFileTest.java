package io.facestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of docker-compose.yml without an engine. */
class ComposeFileTest {
  /** Photos of people are the user's; the folder is not part of the checkout. */
  private static final Set<String> USERS_OWN = Set.of("./people");

  static Stream<ComposeService> services() {
    return ComposeService.all().stream();
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldPinTheImage(ComposeService service) {
    assertThat(service.image()).matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void shouldRunTheVersionsThatTheBuildTests() {
    assertThat(ComposeService.named("kafka").image())
        .isEqualTo("apache/kafka:" + Checkout.pomProperty("kafka.version"));
    assertThat(Checkout.text("Dockerfile"))
        .contains("FROM flink:" + Checkout.pomProperty("flink.version") + "-java17\n");
    assertThat(Checkout.text("deploy/docker/Dockerfile")).contains("FROM eclipse-temurin:17.");
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldMountOnlyWhatIsThere(ComposeService service) {
    assertThat(service.volumes())
        .map(volume -> volume.split(":")[0])
        .filteredOn(source -> source.startsWith(".") && !USERS_OWN.contains(source))
        .allSatisfy(source -> assertThat(Checkout.ROOT.resolve(source)).exists());
  }

  @Test
  void shouldFindWhatTheImagesAreBuiltFrom() {
    assertThat(services().filter(ComposeService::isOurs))
        .extracting(service -> service.fields().get("build").toString())
        .allSatisfy(
            build -> {
              String file = build.replaceAll(".*dockerfile=([^,}]*).*", "$1");
              assertThat(Files.isRegularFile(Checkout.ROOT.resolve(file))).as(file).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldBeReachedFromThisMachineAlone(ComposeService service) {
    assertThat(service.ports()).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldWatchTheHealthOfWhateverGoesOn(ComposeService service) {
    assertThat(service.hasHealthCheck()).isEqualTo(service.isLongRunning());
    assertThat(service.fields()).containsKey("restart").containsKey("mem_limit");
  }

  @ParameterizedTest
  @MethodSource("services")
  void shouldWaitForWhatCanComeTrue(ComposeService service) {
    service
        .waitsFor()
        .forEach(
            (other, condition) ->
                assertThat(condition)
                    .isEqualTo(
                        ComposeService.named(other).isLongRunning()
                            ? "service_healthy"
                            : "service_completed_successfully"));
  }

  @Test
  void shouldLeaveFlinkTheMemoryThatItWillTake() {
    Configuration settings = GlobalConfiguration.loadConfiguration("../flink-conf");
    assertThat(limit("taskmanager"))
        .isGreaterThan(settings.get(TaskManagerOptions.TOTAL_PROCESS_MEMORY));
    assertThat(limit("jobmanager"))
        .isGreaterThan(settings.get(JobManagerOptions.TOTAL_PROCESS_MEMORY));
  }

  private static MemorySize limit(String service) {
    return MemorySize.parse(ComposeService.named(service).memoryLimit());
  }
}
