package io.facestream.embedded.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.embedded.EmbeddedException;
import io.facestream.ports.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
@Timeout(60)
class EmbeddedFlinkITCase {
  private static final int SLOTS = 2;
  private static EmbeddedFlink flink;

  @BeforeAll
  static void startCluster() {
    flink = EmbeddedFlink.start(SLOTS, 0);
  }

  @AfterAll
  static void endCluster() {
    flink.close();
  }

  @Test
  void shouldShowItsWebUiOnLoopback() throws Exception {
    URI webUi = flink.webUi();
    String page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(webUi).build(), BodyHandlers.ofString())
            .body();

    assertThat(webUi.getHost()).isIn("localhost", "127.0.0.1");
    assertThat(page).contains("<html").contains("Flink");
  }

  @Test
  void shouldUseAnotherPortWhenTheChosenOneIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        EmbeddedFlink second = EmbeddedFlink.start(1, taken.getLocalPort())) {
      assertThat(second.webUi().getPort()).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void shouldUseAnotherPortWhenTwoStartAtOnce() throws Exception {
    int port = Ports.free();
    CompletableFuture<EmbeddedFlink> other =
        CompletableFuture.supplyAsync(() -> EmbeddedFlink.start(1, port));
    try (EmbeddedFlink one = EmbeddedFlink.start(1, port);
        EmbeddedFlink two = other.get()) {
      assertThat(one.webUi()).isNotEqualTo(two.webUi());
    }
  }

  @Test
  void shouldTakeACheckpointAndEndAJobWhenAsked() throws Exception {
    RunningJob job = flink.submit(endlessJob());
    job.awaitRunning();

    assertThat(job.checkpoint()).isTrue();
    job.cancel();

    assertThat(job.isOver()).isTrue();
    assertThat(job.failure()).isEmpty();
  }

  @Test
  void shouldBearThatAJobEndsByItselfWhileItIsCancelled() throws Exception {
    for (int i = 0; i < 30; i++) {
      RunningJob job = flink.submit(shortJob());
      RunningJob sameJob = job;
      Thread other = new Thread(() -> cancel(sameJob), "cancel-too");
      other.start();
      job.cancel();
      assertThat(job.isOver()).isTrue();
      job.cancel();
      other.join();
    }
  }

  @Test
  void shouldHaveEndedAJobWhenItsSavepointIsThere(@TempDir Path folder) throws Exception {
    RunningJob job = flink.submit(endlessJob());
    job.awaitRunning();
    job.stopWithSavepoint(folder);

    assertThat(job.isOver()).isTrue();
    job.cancel();
    assertThat(job.failure()).isEmpty();
    assertThat(job.checkpoint()).isFalse();
  }

  @Test
  void shouldEndAJobThatIsDrained(@TempDir Path folder) throws Exception {
    RunningJob job = flink.submit(endlessJob());
    job.awaitRunning();

    assertThat(job.drain(folder)).isTrue();
    assertThat(job.isOver()).isTrue();
    assertThat(job.failure()).isEmpty();
    assertThat(job.drain(folder)).isFalse();
  }

  @Test
  void shouldBearThatTheClusterIsGone() throws Exception {
    RunningJob job;
    try (EmbeddedFlink second = EmbeddedFlink.start(SLOTS, 0)) {
      job = second.submit(endlessJob());
      job.awaitRunning();
      second.close();
    }
    job.cancel();

    assertThat(job.isOver()).isTrue();
    assertThat(job.checkpoint()).isFalse();
  }

  private static void cancel(RunningJob job) {
    try {
      job.cancel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void shouldSayInOneLineWhyAJobFailed() throws Exception {
    RunningJob job = flink.submit(failingJob("the models folder is empty"));
    while (!job.isOver()) {
      Thread.sleep(20);
    }

    assertThat(job.failure()).contains("the models folder is empty");
    assertThatThrownBy(job::requireHealthy)
        .isInstanceOf(EmbeddedException.class)
        .hasMessage("The job failed: the models folder is empty");
  }

  /** So short that it ends at about the time at which it could be cancelled. */
  private static StreamExecutionEnvironment shortJob() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(flink.jobSettings());
    env.setParallelism(1);
    env.fromSequence(0, 10).sinkTo(new DiscardingSink<>());
    return env;
  }

  private static StreamExecutionEnvironment endlessJob() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(flink.jobSettings());
    env.setParallelism(SLOTS);
    env.fromSource(endlessNumbers(), WatermarkStrategy.noWatermarks(), "Numbers")
        .sinkTo(new DiscardingSink<>());
    return env;
  }

  private static NumberSequenceSource endlessNumbers() {
    return new NumberSequenceSource(0, Long.MAX_VALUE - 1);
  }

  private static StreamExecutionEnvironment failingJob(String reason) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(flink.jobSettings());
    env.setParallelism(SLOTS);
    env.fromSequence(0, 10)
        .map(number -> failWith(reason))
        .returns(Long.class)
        .sinkTo(new DiscardingSink<>());
    return env;
  }

  private static Long failWith(String reason) {
    throw new IllegalStateException(reason);
  }
}
