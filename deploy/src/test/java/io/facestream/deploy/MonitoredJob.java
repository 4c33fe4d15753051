package io.facestream.deploy;

import io.facestream.client.KafkaConnection;
import io.facestream.client.topics.TopicAdmin;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import io.facestream.ports.Ports;
import io.facestream.vision.packs.ModelPack;
import io.facestream.wire.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Broker, cluster and job in this JVM, with Flink's reporter for Prometheus as in flink-conf. */
final class MonitoredJob implements AutoCloseable {
  private final EmbeddedKafka kafka = EmbeddedKafka.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final MiniCluster cluster;

  MonitoredJob(Path folder) throws Exception {
    Configuration settings = new Configuration();
    settings.setString("rest.port", "0");
    settings.setString("execution.checkpointing.dir", folder.toUri().toString());
    settings.setString(
        "metrics.reporter.prom.factory.class", PrometheusReporterFactory.class.getName());
    settings.setString("metrics.reporter.prom.port", Integer.toString(port));
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build());
    cluster.start();
    TopicAdmin.createMissing(KafkaConnection.to(kafka.bootstrapServers()), (short) 1, Topics.ALL);
    submit(settings, declaredAnalyser(folder));
  }

  String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** The pack has none; its model is asked for with the first face that a policy gives it. */
  private static Path declaredAnalyser(Path folder) throws IOException {
    Path file = folder.resolve("age-gender.json");
    try (InputStream declared = ModelPack.class.getResourceAsStream("analysers/age-gender.json")) {
      Files.copy(declared, file);
    }
    return file;
  }

  private void submit(Configuration clusterSettings, Path analyser) throws Exception {
    JobOptions options =
        JobOptions.parse(
            "--bootstrap-servers=" + bootstrapServers(),
            "--pack=builtin",
            "--analyser-file=" + analyser,
            "--analysers=age-gender",
            "--parallelism=1",
            "--frames-from=earliest",
            "--checkpoint-interval=1s");
    Configuration settings = new Configuration(clusterSettings);
    settings.addAll(JobEnvironment.configuration(options));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    FacestreamJob.build(env, new KafkaSources(options), new KafkaSinks(options), options);
    cluster.submitJob(env.getStreamGraph().getJobGraph()).get();
  }

  /** What Prometheus would read from Flink now. */
  String scrape() throws Exception {
    return get(port);
  }

  /** What Prometheus would read from this port of this machine now. */
  String get(int ofPort) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + ofPort + "/metrics");
    return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    try (kafka) {
      cluster.closeAsync().join();
    }
  }
}
