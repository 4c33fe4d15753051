package io.facestream.cluster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.cluster.cli.ClusterFacts.ProcessFacts;
import io.facestream.cluster.cli.JobFacts.LastCheckpoint;
import io.facestream.wire.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of {@code status --json} are a contract, and the lines for people say the same. */
class ClusterFactsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final JobFacts JOB =
      new JobFacts(
          "abc",
          "Facestream",
          "RUNNING",
          18,
          17,
          2,
          1,
          9,
          0,
          new LastCheckpoint("file:/c/9", NOON, 120, 2_048, 4_096),
          List.of(50L, 51L),
          "a\u001b[2Jb");

  @Test
  void shouldKeepItsNames() throws Exception {
    String json = Json.printable(cluster(new FlinkFacts(2, 4, 0, List.of(JOB)), null));
    assertThat(json)
        .isEqualTo(
            """
            {"folder":"/c","bootstrapServers":"127.0.0.1:9092","webUi":"http://127.0.0.1:8081/",\
            "processes":[\
            {"name":"jm","pid":7,"log":"/c/logs/jm.log","restarts":0,"lastRestart":null},\
            {"name":"tm-1","pid":null,"log":"/c/logs/tm-1.log","restarts":2,\
            "lastRestart":"2026-11-21T12:00:00Z"}],\
            "flink":{"taskManagers":2,"slots":4,"freeSlots":0,"jobs":[{"id":"abc",\
            "name":"Facestream","state":"RUNNING","subtasks":18,"runningSubtasks":17,\
            "parallelism":2,"restarts":1,"checkpointsCompleted":9,"checkpointsFailed":0,\
            "lastCheckpoint":{"path":"file:/c/9","completedAt":"2026-11-21T12:00:00Z",\
            "durationMs":120,"writtenBytes":2048,"stateBytes":4096},\
            "templates":[50,51],"lastFailure":"a\\u001B[2Jb"}]},"problem":null}""");
    String page = Files.readString(Path.of("../docs/cluster.md"));
    for (String at :
        List.of("", "/processes/0", "/flink", "/flink/jobs/0", "/flink/jobs/0/lastCheckpoint")) {
      JsonNode object = new ObjectMapper().readTree(json).at(at);
      assertThat(object.fieldNames())
          .toIterable()
          .allMatch(name -> page.contains("`" + name + "`"));
    }
  }

  @Test
  void shouldTellPeopleTheSame() {
    assertThat(text(cluster(new FlinkFacts(2, 4, 0, List.of(JOB)), null)))
        .contains("jm         pid 7        /c/logs/jm.log\n")
        .contains("tm-1       not running  /c/logs/tm-1.log  (died and was started again: 2 times")
        .contains("Kafka:          127.0.0.1:9092\n")
        .contains("TaskManagers:   2 with 4 slots, 0 free\n")
        .contains("Facestream  abc  RUNNING, 17 of 18 subtasks run\n")
        .contains("took 0.1 s, wrote 2.0 KiB of 4.0 KiB; 9 so far, 0 failed\n")
        .contains("Templates:      50 + 51 by slice\n");
  }

  @Test
  void shouldTellWhyFlinkIsNotKnown() {
    String why = "Flink does not answer at http://127.0.0.1:8081/";
    assertThat(Json.printable(cluster(null, why)))
        .endsWith("\"flink\":null,\"problem\":\"" + why + "\"}");
    assertThat(text(cluster(null, why))).endsWith(why + "\n");
  }

  private static ClusterFacts cluster(FlinkFacts flink, String problem) {
    return new ClusterFacts(
        "/c",
        "127.0.0.1:9092",
        URI.create("http://127.0.0.1:8081/"),
        List.of(
            new ProcessFacts("jm", 7L, "/c/logs/jm.log", 0, null),
            new ProcessFacts("tm-1", null, "/c/logs/tm-1.log", 2, NOON)),
        flink,
        problem);
  }

  private static String text(ClusterFacts cluster) {
    StringWriter out = new StringWriter();
    new StatusText(new PrintWriter(out)).print(cluster);
    return out.toString().replace(System.lineSeparator(), "\n");
  }
}
