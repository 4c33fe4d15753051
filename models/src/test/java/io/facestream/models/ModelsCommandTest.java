package io.facestream.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.store.LoggedDownloads;
import io.facestream.vision.store.ModelStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldListPacksWithTheirLicences() {
    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .contains("standard")
        .contains("licence: Apache-2.0")
        .contains("NON-COMMERCIAL")
        .contains("face_recognition_sface_2021dec.onnx")
        .contains("analyser emotion: Expression of the face")
        .contains("minifasnet_v1se_4.0_80x80.onnx")
        .contains("analyser race: Empty: no model comes with it");
  }

  @Test
  void shouldListPacksAsJsonUnderTheNamesOfTheDocs() throws Exception {
    Path detector = Files.createFile(folder.resolve("yunet_n_dynamic.onnx"));
    Files.createFile(folder.resolve("age_gender_112.onnx"));
    assertThat(run("list", "--json", "--models", folder.toString())).isZero();

    List<JsonNode> packs = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      packs.add(new ObjectMapper().readTree(line));
    }
    assertThat(packs).extracting(pack -> pack.path("name").asText()).isEqualTo(ModelPacks.names());
    String page = Files.readString(Path.of("../docs/models.md"));
    assertThat(packs.stream().flatMap(pack -> names(pack).stream()))
        .allMatch(name -> page.contains("`" + name + "`"));
    assertThat(packs.get(ModelPacks.names().indexOf("builtin")).path("complete").booleanValue())
        .isTrue();
    JsonNode standard = packs.get(ModelPacks.names().indexOf("standard"));
    assertThat(standard.path("galleryThreshold").doubleValue()).isEqualTo(0.42);
    assertThat(standard.at("/embedder/dimension").intValue()).isEqualTo(128);
    assertThat(standard.at("/detector/files/0/path").asText()).isEqualTo(detector.toString());
    assertThat(standard.at("/analysers/0/name").asText()).isEqualTo("age-gender");
    assertThat(standard.at("/analysers/0/complete").booleanValue()).isTrue();
    assertThat(standard.at("/analysers/2/files")).hasSize(2);
    assertThat(standard.at("/analysers/3/complete").booleanValue()).isFalse();
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object
        .properties()
        .forEach(
            field -> {
              names.add(field.getKey());
              names.addAll(names(field.getValue()));
            });
    object.forEach(element -> names.addAll(names(element)));
    return names;
  }

  @Test
  void shouldVerifyGoodFiles() {
    String models = models().toString();
    assertThat(run("verify", "standard", "accurate", "--models", models)).isZero();
    int modelsAndNetworksOfAnalysers = 2 + 4;
    assertThat(out.toString().lines())
        .hasSize(2 * modelsAndNetworksOfAnalysers)
        .allMatch(line -> line.contains(" ok "));
  }

  @Test
  void shouldTellWhichFilesOfAnalysersCannotBeFetchedAndGoOn() {
    ModelFile nowhere =
        new ModelFile("nowhere.onnx", "0".repeat(64), 1, List.of(), "made up", "none", 0);
    ModelStore store = ModelStore.standard(folder, new LoggedDownloads());
    assertThat(FetchModels.ofAnalyser(store, List.of(nowhere)))
        .isEqualTo("nowhere.onnx: for an analyser, not here, no public source (docs/models.md)");
  }

  @Test
  void shouldFailToVerifyAnAnalyserWithAnotherChecksum() throws Exception {
    Files.writeString(folder.resolve("expression_112.onnx"), "not it");
    assertThat(run("verify", "--models", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("expression_112.onnx is refused, its SHA-256 is ");
  }

  @Test
  void shouldFailToVerifyAFileWithAnotherChecksum() throws Exception {
    Files.writeString(folder.resolve("yunet_n_dynamic.onnx"), "not it");
    assertThat(run("verify", "standard", "--models", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains(" wrong ").contains("is refused, its SHA-256 is ");
  }

  @Test
  void shouldNotFailForFilesOfPacksNobodyNamed() {
    assertThat(run("verify", "--models", models().toString())).isZero();
    assertThat(out.toString()).contains("official  ");
  }

  @Test
  void shouldNotDownloadWhatIsThere() {
    String models = models().toString();
    assertThat(run("fetch", "standard", "--models", models)).isZero();
    assertThat(out.toString()).contains(models + "/yunet_n_dynamic.onnx");
  }

  @Test
  void shouldRefuseToFetchAPackNobodyNamed() {
    assertThat(run("fetch")).isEqualTo(2);
    assertThat(err.toString()).contains("Name the packs to fetch");
  }

  @Test
  void shouldFailInOneLineForAPackThatDoesNotExist() {
    assertThat(run("fetch", "fancy")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("There is no model pack 'fancy'");
  }

  @Test
  void shouldFailInOneLineForAModelsFolderThatDoesNotExist() {
    assertThat(run("list", "--models", "nowhere")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
  }

  private static Path models() {
    String folder = System.getenv("FACESTREAM_MODELS");
    assumeTrue(
        folder != null && Files.isDirectory(Path.of(folder)),
        "Skipped: set FACESTREAM_MODELS to a folder of model files to run this test");
    return Path.of(folder);
  }

  private int run(String... arguments) {
    return new CommandLine(new ModelsCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        // As the command that has this one for a subcommand does.
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(failure.getMessage());
              return 1;
            })
        .execute(arguments);
  }
}
