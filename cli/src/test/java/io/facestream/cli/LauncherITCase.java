package io.facestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.facestream.ingest.scene.DrawnScene;
import io.facestream.ingest.scene.SceneGallery;
import io.facestream.ingest.scene.SceneUrl;
import io.facestream.wire.testing.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/facestream} as a process, in a checkout of links to what this build has made. */
@Timeout(180)
class LauncherITCase {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir private Path checkout;
  @TempDir private Path people;

  @BeforeEach
  void checkOut() throws IOException {
    Path target = Files.createDirectories(checkout.resolve("cli/target"));
    Files.createSymbolicLink(target.resolve("classes"), MODULE.resolve("target/classes"));
    Files.createSymbolicLink(target.resolve("lib"), MODULE.resolve("target/lib"));
    Files.createDirectory(checkout.resolve("bin"));
    for (String file : List.of("bin/facestream", "pom.xml")) {
      Files.copy(MODULE.resolveSibling(file), checkout.resolve(file));
    }
    Files.createFile(target.resolve("built"));
  }

  @Test
  void people_keep_their_names_where_the_locale_is_not_utf_8() throws Exception {
    new SceneGallery(new DrawnScene(SceneUrl.parse("scene:?people=2&strangers=0"))).writeTo(people);
    List<Path> folders;
    try (Stream<Path> drawn = Files.list(people)) {
      folders = drawn.sorted().toList();
    }
    Files.move(folders.get(0), people.resolve("José"));
    Files.move(folders.get(1), people.resolve("王小明"));

    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      String[] topic = {"--bootstrap-servers", broker.bootstrapServers()};
      facestream(topic, "gallery", "load", people.toString(), "--pack", "builtin");
      assertThat(facestream(topic, "gallery", "list", "--json"))
          .contains("\"personId\":\"jose\",\"name\":\"José\"")
          .contains("\"personId\":\"王小明\",\"name\":\"王小明\"")
          .hasLineCount(2);
    }
  }

  private String facestream(String[] options, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("bin/facestream").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    Path err = checkout.resolve("err");
    builder.redirectError(err.toFile());
    builder.environment().putAll(Map.of("LC_ALL", "POSIX", "LANG", "POSIX"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", checkout.resolve("cache").toString());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as(Files.readString(err)).isZero();
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
