package io.facestream.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the job jar, what is in Flink's lib/, and that nothing is in both. */
class JobJarITCase {
  private static final Path JAR = Path.of("target/facestream-job.jar");
  private static final Path NATIVES = Path.of("target/flink-lib");
  private static final Path FLINK = Path.of("../flink/target/lib");
  private static final long MIB = 1 << 20;

  private static JarFile jar;

  @BeforeAll
  static void openTheJar() throws IOException {
    jar = new JarFile(JAR.toFile());
  }

  @AfterAll
  static void closeTheJar() throws IOException {
    jar.close();
  }

  @Test
  void shouldBeSmallEnoughForTheWebUi() throws IOException {
    // Flink refuses uploads above 100 MB, and keeps every one.
    assertThat(Files.size(JAR)).isBetween(5 * MIB, 40 * MIB);
  }

  @Test
  void shouldNameTheJobAsItsMainClass() throws IOException {
    String main = jar.getManifest().getMainAttributes().getValue("Main-Class");
    assertThat(main).isEqualTo("io.facestream.job.FacestreamJob");
    assertThat(entries(JAR)).contains(main.replace('.', '/') + ".class");
  }

  @Test
  void shouldHoldTheWholeJobAndWhatFlinkDoesNotBring() throws IOException {
    assertThat(entries(JAR))
        .contains(
            "io/facestream/wire/Verdict.class",
            "io/facestream/vision/Vision.class",
            "io/facestream/matcher/GallerySlice.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "com/google/protobuf/Message.class",
            "picocli/CommandLine.class");
  }

  @Test
  void shouldHoldNoNativeLibraryButTheScan() throws IOException {
    // Each submission loads the scan's 60 kB anew, and leaves no file behind.
    assertThat(entries(JAR))
        .filteredOn(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"))
        .allMatch(name -> name.matches("io/facestream/matcher/clib/linux-\\w+\\.so"));
  }

  @Test
  void shouldHoldNothingOfFlinkButTheConnectorAndNoLogging() throws IOException {
    assertThat(classes(JAR))
        .noneMatch(name -> name.startsWith("org/slf4j/") || name.contains("/log4j/"))
        .filteredOn(name -> name.startsWith("org/apache/flink/"))
        .filteredOn(name -> !name.endsWith("/JSONKeyValueDeserializationSchema.class"))
        .allMatch(name -> name.contains("/kafka/"));
  }

  @Test
  void shouldMergeTheServicesOfItsLibraries() throws IOException {
    assertThat(service("com.fasterxml.jackson.databind.Module"))
        .contains("com.fasterxml.jackson.datatype.jsr310.JavaTimeModule")
        .contains("com.fasterxml.jackson.datatype.jdk8.Jdk8Module");
  }

  @Test
  void shouldHoldNoClassThatIsInFlinksLibToo() throws IOException {
    // Loaded twice, by lib/ and by the job, a native library fails and statics part ways.
    Set<String> both = classes(JAR);
    Set<String> inLib = classesOfFolder(NATIVES);
    inLib.addAll(classesOfFolder(FLINK));
    both.retainAll(inLib);
    // The connector needs a newer commons-lang3 than it may find in a distribution of Flink.
    both.removeIf(name -> name.startsWith("org/apache/commons/lang3/"));
    assertThat(both).isEmpty();
  }

  @Test
  void shouldLayNativesForFlinksLibAndNothingOfOurs() throws IOException {
    assertThat(jarsOf(NATIVES))
        .extracting(file -> file.getFileName().toString())
        .anyMatch(name -> name.matches("opencv-.*-.*-(linux|macosx|windows)-.*\\.jar"))
        .anyMatch(name -> name.startsWith("onnxruntime-1"))
        .anyMatch(name -> name.startsWith("javacpp-"))
        .noneMatch(name -> name.matches("(dnnl|opencl)-.*"));
    assertThat(classesOfFolder(NATIVES))
        .noneMatch(name -> name.startsWith("io/facestream/"))
        .noneMatch(name -> name.startsWith("org/slf4j/"))
        .noneMatch(name -> name.startsWith("org/apache/flink/"));
  }

  @Test
  void shouldLayNoTerminalLibraryForFlinksLib() throws IOException {
    assertThat(classesOfFolder(NATIVES))
        .noneMatch(name -> name.startsWith("picocli/"))
        .noneMatch(name -> name.startsWith("me/tongfei/"))
        .noneMatch(name -> name.startsWith("org/jline/"));
  }

  @Test
  void shouldHoldNoProgressBar() throws IOException {
    assertThat(classes(JAR))
        .noneMatch(name -> name.startsWith("me/tongfei/") || name.startsWith("org/jline/"));
  }

  private static String service(String name) throws IOException {
    try (var in = jar.getInputStream(jar.getEntry("META-INF/services/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> classes(Path file) throws IOException {
    Set<String> classes = entries(file);
    classes.removeIf(name -> !name.endsWith(".class") || name.endsWith("module-info.class"));
    return classes;
  }

  private static Set<String> entries(Path file) throws IOException {
    try (JarFile opened = new JarFile(file.toFile())) {
      Set<String> names = new TreeSet<>();
      opened.stream().forEach(entry -> names.add(entry.getName()));
      return names;
    }
  }

  private static Set<String> classesOfFolder(Path folder) throws IOException {
    Set<String> all = new HashSet<>();
    for (Path file : jarsOf(folder)) {
      all.addAll(classes(file));
    }
    return all;
  }

  private static List<Path> jarsOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }
}
