package io.facestream.vision.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.vision.packs.MissingModelException;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.VisionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  /** SHA-256 of the three letters "abc" (FIPS 180-2, appendix B.1). */
  private static final String SHA_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void shouldPreferTheFolderGivenThenTheEnvironmentThenTheCache() throws Exception {
    ModelStore store = store();
    assertThat(store.find(abc())).isEmpty();
    write("cache/models/abc.onnx", "abc");
    assertThat(store.find(abc())).get().extracting(LocatedFile::path).isEqualTo(at("cache/models"));
    write("environment/abc.onnx", "abc");
    assertThat(store.find(abc())).get().extracting(LocatedFile::path).isEqualTo(at("environment"));
    write("given/abc.onnx", "abc");
    assertThat(store.find(abc())).get().extracting(LocatedFile::path).isEqualTo(at("given"));
  }

  @Test
  void shouldRefuseAFileWithAnotherChecksumAndNotFallBackSilently() throws Exception {
    write("given/abc.onnx", "abd");
    write("cache/models/abc.onnx", "abc");
    assertThatThrownBy(() -> store().find(abc()))
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith(folder.resolve("given/abc.onnx") + " is refused, its SHA-256 is ")
        .hasMessageContaining("where " + SHA_OF_ABC + " is expected: remove it");
  }

  @Test
  void shouldTakeAnAlternativeFile() throws Exception {
    write("given/same.onnx", "abc");
    assertThat(store().find(List.of(model("abc.onnx"), model("same.onnx"))))
        .get()
        .extracting(file -> file.model().file())
        .isEqualTo("same.onnx");
  }

  @Test
  void shouldSayHowToSupplyAFileThatHasNoPublicSource() {
    assertThatThrownBy(() -> store().require(abc()))
        .isInstanceOf(MissingModelException.class)
        .hasMessageStartingWith("abc.onnx is in none of ")
        .hasMessageContaining("has no public download")
        .hasMessageContaining(SHA_OF_ABC)
        .hasMessageEndingWith("into one of them");
  }

  @Test
  void shouldPutTheCacheWhereTheUserKeepsCaches() {
    Path home = Path.of("home");
    assertThat(ModelFolders.of(null, Map.of(), home).cache())
        .isEqualTo(Path.of("home/.cache/facestream/models"));
    assertThat(ModelFolders.of(null, Map.of("XDG_CACHE_HOME", "xdg"), home).cache())
        .isEqualTo(Path.of("xdg/facestream/models"));
    assertThat(ModelFolders.of(null, Map.of("FACESTREAM_CACHE", "own"), home).cache())
        .isEqualTo(Path.of("own/models"));
  }

  private ModelStore store() {
    Map<String, String> environment =
        Map.of(
            "FACESTREAM_MODELS", folder.resolve("environment").toString(),
            "FACESTREAM_CACHE", folder.resolve("cache").toString());
    return new ModelStore(
        ModelFolders.of(folder.resolve("given"), environment, folder),
        Downloads.standard(new LoggedDownloads()));
  }

  private Path at(String place) {
    return folder.resolve(place).resolve("abc.onnx").toAbsolutePath();
  }

  private void write(String file, String content) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static List<ModelFile> abc() {
    return List.of(model("abc.onnx"));
  }

  private static ModelFile model(String name) {
    return new ModelFile(name, SHA_OF_ABC, 3, List.of(), "made up", "none", 1);
  }
}
