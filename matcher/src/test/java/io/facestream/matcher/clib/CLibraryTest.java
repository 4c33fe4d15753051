package io.facestream.matcher.clib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CLibraryTest {
  private static final Path SOURCES = Path.of("src/main/c");

  @Test
  void shouldBeBuiltFromTheSourcesAsTheyAre() throws Exception {
    assertThat(sums()).as("run matcher/build-native").isEqualTo(lines("sources.sha256"));
  }

  @Test
  void shouldComeForBothPlatforms() {
    for (String platform : List.of("linux-x86_64.so", "linux-aarch64.so")) {
      assertThat(CLibrary.class.getResource(platform)).as(platform).isNotNull();
    }
  }

  @Test
  void shouldSayWhyALibraryCannotBeLoaded(@TempDir Path folder) throws IOException {
    Path broken = Files.writeString(folder.resolve("scan.so"), "no library");
    String before = System.setProperty(CLibrary.PROPERTY, broken.toString());
    try {
      assertThat(CLibrary.load()).contains("scan.so");
    } finally {
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty(CLibrary.PROPERTY);
    } else {
      System.setProperty(CLibrary.PROPERTY, before);
    }
  }

  private static List<String> sums() throws Exception {
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> sums = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        sums.add(HexFormat.of().formatHex(sum) + "  " + file.getFileName());
      }
      return sums;
    }
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = CLibrary.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .sorted(Comparator.comparing(line -> line.substring(line.indexOf(' '))))
          .toList();
    }
  }
}
