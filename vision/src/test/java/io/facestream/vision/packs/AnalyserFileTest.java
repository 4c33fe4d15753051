package io.facestream.vision.packs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyserFileTest {
  private static final String GLASSES =
      """
      {
        "name": "glasses",
        "title": "Whether glasses are worn",
        "kind": "onnx-classifier",
        "modelId": "our-glasses-3",
        "infers": ["other"],
        "input": {"width": 96, "height": 64, "colourOrder": "GREY", "layout": "NHWC",
                  "scale": 0.00392156862745098, "mean": [0.5], "std": [0.25]},
        "networks": [
          {"crop": {"kind": "square", "factor": 1.2},
           "files": [{"file": "glasses.onnx", "licence": "our own",
                      "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}]}
        ],
        "outputs": [{"output": "logits", "value": "glasses", "labels": ["none", "worn"], "logits": true}]
      }
      """;

  @TempDir Path folder;

  @Test
  void shouldReadWhatAnAdministratorDeclares() throws Exception {
    AnalyserModel glasses =
        AnalyserFile.read(Files.writeString(folder.resolve("glasses.json"), GLASSES));
    assertThat(glasses.name()).isEqualTo("glasses");
    assertThat(glasses.infers(Inference.OTHER)).isTrue();
    assertThat(glasses.isSlot()).isFalse();
    assertThat(glasses.crops()).containsExactly(new CropShape(CropKind.SQUARE, 1.2, 96, 64));
    assertThat(glasses.input().channels()).isEqualTo(1);
    assertThat(glasses.networks().get(0).files().get(0).downloadable()).isFalse();
    assertThat(glasses.needs().surroundings()).isZero();
  }

  @Test
  void shouldReadTheExampleOfTheDocsAndHaveItsNoticeInTheirWords() throws Exception {
    String page = Files.readString(Path.of("../docs/models.md"));
    int begin = page.indexOf("```json\n{") + "```json\n".length();
    String example = page.substring(begin, page.indexOf("```", begin));
    assertThat(AnalyserFile.parse(example.getBytes(UTF_8), "models.md").name())
        .isEqualTo("glasses");
    assertThat(page.replace("\n> ", " ")).contains(LegalNotice.TEXT);
    assertThat(page).contains("`" + LegalNotice.CURRENT + "` is this text");
  }

  @Test
  void shouldTravelToOtherMachines() throws Exception {
    AnalyserModel glasses = AnalyserFile.parse(GLASSES.getBytes(UTF_8), "glasses.json");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(glasses);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(glasses);
    }
  }

  @Test
  void shouldSayThatThereIsNoFile() {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> AnalyserFile.read(file))
        .isInstanceOf(VisionException.class)
        .hasMessage("There is no file " + file + ": correct the path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{} {}", "{\"name\": \"a\", \"name\": \"b\"}"})
  void shouldSayThatAFileIsNoJson(String text) {
    assertRefused(text, "^glasses.json.*: (correct it|see the example in docs/models.md)$");
  }

  @Test
  void shouldSayThatAFileDeclaresNothing() {
    assertRefused("null", "glasses\\.json is empty: declare an analyser in it");
    assertRefused("[]", "glasses\\.json, the whole: no value of that kind: see .*");
    assertRefused("{}", "glasses\\.json, name: it is missing: give 1 to 40 .*");
  }

  @Test
  void shouldNameAFieldThatItDoesNotKnow() {
    assertRefused(
        GLASSES.replace("\"factor\"", "\"faktor\""),
        "glasses\\.json, networks\\[0\\]\\.crop\\.faktor: unknown field, known are factor, kind:"
            + " correct its name");
  }

  @Test
  void shouldNameTheValuesThatAFieldMayHave() {
    assertRefused(
        GLASSES.replace("\"square\"", "\"circle\""),
        "glasses\\.json, networks\\[0\\]\\.crop\\.kind: it is 'circle': choose one of square,"
            + " surroundings");
    assertRefused(
        GLASSES.replace("[\"other\"]", "[\"mood\"]"),
        "glasses\\.json, infers\\[0\\]: it is 'mood': choose one of age, gender, emotion, liveness,"
            + " race, other");
    assertRefused(
        GLASSES.replace("96", "\"wide\""),
        "glasses\\.json, input\\.width: it is 'wide': give a number, .*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/name|\"Glasses!\"|name: it is 'Glasses!'",
        "/title|null|title: it is missing",
        "/kind|\"onnx\"|kind: no code here runs 'onnx': give onnx-classifier",
        "/modelId|null|modelId: it is missing",
        "/infers|[]|infers: it is missing: list what",
        "/input|null|input: it is missing",
        "/input/width|0|input.width: it is 0",
        "/input/height|99999|input.height: it is 99999",
        "/input/colourOrder|\"grey\"|input.colourOrder: it is 'grey': give one of BGR, GREY, RGB",
        "/input/layout|\"HWC\"|input.layout: it is 'HWC': give one of NCHW, NHWC",
        "/input/scale|0|input.scale: it is 0",
        "/input/mean|[1, 2]|input.mean: it is [1.0, 2.0]: give one number",
        "/input/std|null|input.std: it is missing",
        "/input/std|[0]|input.std: a channel is divided by 0",
        "/networks|[]|networks: there is none",
        "/networks/0/crop|null|networks[0].crop: it is missing",
        "/networks/0/crop/factor|0|networks[0].crop.factor: it is 0.0",
        "/networks/0/files|[]|networks[0].files: there is none",
        "/networks/0/files/0/file|\"../x.onnx\"|networks[0].files[0].file: '../x.onnx' is a path",
        "/networks/0/files/0/sha256|null|networks[0].files[0].sha256: it is missing: give the file",
        "/networks/0/files/0/sha256|\"ABC\"|networks[0].files[0].sha256: it is no SHA-256",
        "/networks/0/files/0/licence|\"\"|networks[0].files[0].licence: it is missing",
        "/networks/0/files/0/urls|[\"https://a.example/b\"]|networks[0].files[0].size: it is 0",
        "/outputs|[]|outputs: there is none",
        "/outputs/0/output|null|outputs[0].output: it is missing",
        "/outputs/0/value|null|outputs[0].value: it is missing",
        "/outputs/0/labels|[\"one\"]|outputs[0].labels: they are [one]",
        "/outputs/0/labels|null|outputs[0]: it is missing: give labels, or the unit of a number",
        "/outputs/0/unit|\"years\"|outputs[0].unit: labels have none",
        "/needs|{\"surroundings\": 2}|needs.surroundings: it is 2.0, and the crops take 0.0",
      })
  void shouldSayWhatIsWrongAndWhere(String place, String value, String told) throws Exception {
    ObjectMapper json = new ObjectMapper();
    ObjectNode declared = (ObjectNode) json.readTree(GLASSES);
    int last = place.lastIndexOf('/');
    ((ObjectNode) declared.at(place.substring(0, last)))
        .set(place.substring(last + 1), json.readTree(value));
    assertThatThrownBy(() -> AnalyserFile.parse(json.writeValueAsBytes(declared), "glasses.json"))
        .isInstanceOf(VisionException.class)
        .hasMessageStartingWith("glasses.json, " + told)
        .hasMessageMatching("(?s)[^\\n]*: [^\\n]*");
  }

  @Test
  void shouldInferRaceOnlyWhenSomebodyAnswersForIt() throws Exception {
    String race = GLASSES.replace("\"glasses\"", "\"origin\"").replace("other", "race");
    assertRefused(race, "glasses\\.json, legalNotice: it is not confirmed\\. Race and .*race-1.*");
    assertRefused(
        with(race, notice -> notice.put("confirmed", "race-0").put("by", "A").put("basis", "B")),
        ".*legalNotice: it is not confirmed.*");
    assertRefused(
        with(race, notice -> notice.put("confirmed", LegalNotice.CURRENT).put("by", "A")),
        ".*legalNotice: it is not confirmed.*");
    String confirmed =
        with(
            race,
            notice ->
                notice.put("confirmed", LegalNotice.CURRENT).put("by", "A. B.").put("basis", "C"));
    AnalyserModel declared = AnalyserFile.parse(confirmed.getBytes(UTF_8), "race.json");
    assertThat(declared.legalNotice().by()).isEqualTo("A. B.");
  }

  @Test
  void shouldNotLetAnAnalyserOfTheNameRaceInferSomethingElse() {
    assertRefused(GLASSES.replace("\"name\": \"glasses\"", "\"name\": \"race\""), ".*infers: .*");
  }

  @Test
  void shouldFillASlotAndStandBesideTheOthers() throws Exception {
    AnalyserModel glasses = AnalyserFile.parse(GLASSES.getBytes(UTF_8), "glasses.json");
    String named = GLASSES.replace("\"name\": \"glasses\"", "\"name\": \"race\"");
    AnalyserModel race =
        AnalyserFile.parse(
            with(
                    named.replace("other", "race"),
                    notice ->
                        notice
                            .put("confirmed", LegalNotice.CURRENT)
                            .put("by", "A. B.")
                            .put("basis", "C"))
                .getBytes(UTF_8),
            "race.json");
    ModelPack pack = ModelPacks.named("standard").declaring(List.of(glasses, race));
    assertThat(pack.analysers())
        .extracting(AnalyserModel::name)
        .containsExactly("age-gender", "emotion", "liveness", "glasses", "race");
    assertThat(pack.analyser("race")).isEqualTo(race);
    assertThatThrownBy(() -> pack.declaring(List.of(glasses)))
        .isInstanceOf(VisionException.class)
        .hasMessage("There are two analysers 'glasses': give the declared one another name");
  }

  private static String with(String json, Consumer<ObjectNode> notice) throws Exception {
    ObjectNode declared = (ObjectNode) new ObjectMapper().readTree(json);
    notice.accept(declared.putObject("legalNotice"));
    return declared.toString();
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> AnalyserFile.parse(json.getBytes(UTF_8), "glasses.json"))
        .isInstanceOf(VisionException.class)
        .hasMessageMatching(message);
  }
}
