package io.facestream.vision.packs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what was declared can be run. The first thing that is wrong is told, with its place. */
final class AnalyserCheck {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FILE = Pattern.compile("[^/\\\\]+");
  private static final Set<String> COLOUR_ORDERS = Set.of("RGB", "BGR", AnalyserInput.GREY);
  private static final Set<String> LAYOUTS =
      Set.of(AnalyserInput.CHANNELS_FIRST, AnalyserInput.CHANNELS_LAST);

  /** A crop of this side is 3 MB for each face of each frame. */
  private static final int LARGEST_SIDE = 1024;

  private static final double LARGEST_FACTOR = 10;

  private final String source;

  AnalyserCheck(String source) {
    this.source = source;
  }

  void check(AnalyserModel m) {
    name(m.name(), "name");
    text(m.title(), "title", "say in one line what it tells");
    require(
        AnalyserModel.ONNX_CLASSIFIER.equals(m.kind()),
        "kind",
        "no code here runs '" + m.kind() + "'",
        "give " + AnalyserModel.ONNX_CLASSIFIER);
    text(m.modelId(), "modelId", "give the id that results are to name");
    infers(m);
    require(m.input() != null, "input", "it is missing", "describe what the networks take");
    input(m.input());
    require(
        !m.networks().isEmpty(), "networks", "there is none", "give at least one with its files");
    for (int i = 0; i < m.networks().size(); i++) {
      network(m.networks().get(i), "networks[" + i + "]");
    }
    require(!m.outputs().isEmpty(), "outputs", "there is none", "name at least one output");
    outputs(m.outputs());
    surroundings(m);
  }

  private void infers(AnalyserModel m) {
    require(
        m.infers() != null && !m.infers().isEmpty() && !m.infers().contains(null),
        "infers",
        "it is missing",
        "list what is inferred about people: age, gender, emotion, liveness, race, other");
    boolean race = m.infers(Inference.RACE);
    require(
        race || !m.name().equals("race"),
        "infers",
        "the name 'race' is of analysers that infer race",
        "list race, or give another name");
    require(
        !race || (m.legalNotice() != null && m.legalNotice().complete()),
        "legalNotice",
        "it is not confirmed. " + LegalNotice.TEXT,
        "confirm by \"legalNotice\": {\"confirmed\": \""
            + LegalNotice.CURRENT
            + "\", \"by\": who answers for it, \"basis\": the legal basis}");
  }

  private void input(AnalyserInput input) {
    side(input.width(), "input.width");
    side(input.height(), "input.height");
    oneOf(COLOUR_ORDERS, input.colourOrder(), "input.colourOrder");
    oneOf(LAYOUTS, input.layout(), "input.layout");
    require(
        Double.isFinite(input.scale()) && input.scale() != 0,
        "input.scale",
        "it is " + input.scale(),
        "give a number other than 0, or leave it out");
    channels(input.mean(), input.channels(), "input.mean");
    channels(input.std(), input.channels(), "input.std");
    require(
        input.std().stream().allMatch(std -> std > 0),
        "input.std",
        "a channel is divided by 0 or less",
        "give numbers above 0, [1, 1, 1] for none");
  }

  private void side(int pixels, String place) {
    require(
        pixels >= 1 && pixels <= LARGEST_SIDE,
        place,
        "it is " + pixels,
        "give the network's input in pixels, 1 to " + LARGEST_SIDE);
  }

  private void oneOf(Set<String> allowed, String value, String place) {
    require(
        value != null && allowed.contains(value),
        place,
        value == null ? "it is missing" : "it is '" + value + "'",
        "give one of " + String.join(", ", allowed.stream().sorted().toList()));
  }

  private void channels(List<Double> values, int channels, String place) {
    require(
        values != null
            && values.size() == channels
            && values.stream().allMatch(value -> value != null && Double.isFinite(value)),
        place,
        values == null ? "it is missing" : "it is " + values,
        "give " + (channels == 1 ? "one number" : channels + " numbers, one for each channel"));
  }

  private void network(AnalyserNetwork network, String place) {
    require(network != null, place, "it is null", "give a crop and files");
    AnalyserCropRule crop = network.crop();
    require(
        crop != null && crop.kind() != null,
        place + ".crop",
        "it is missing",
        "give kind (square or surroundings) and factor");
    require(
        crop.factor() > 0 && crop.factor() <= LARGEST_FACTOR,
        place + ".crop.factor",
        "it is " + crop.factor(),
        "give how many of the detector's boxes it is large, above 0 and up to 10");
    require(
        network.files() != null && !network.files().isEmpty(),
        place + ".files",
        "there is none",
        "give at least one with file, sha256 and licence");
    for (int i = 0; i < network.files().size(); i++) {
      file(network.files().get(i), place + ".files[" + i + "]");
    }
  }

  private void file(ModelFile file, String place) {
    require(file != null, place, "it is null", "give file, sha256 and licence");
    require(
        file.file() != null && FILE.matcher(file.file()).matches() && !file.file().equals(".."),
        place + ".file",
        file.file() == null ? "it is missing" : "'" + file.file() + "' is a path",
        "give the name of a file in a models folder");
    require(
        file.sha256() != null && SHA256.matcher(file.sha256()).matches(),
        place + ".sha256",
        file.sha256() == null ? "it is missing" : "it is no SHA-256",
        "give the file's SHA-256 in lower-case hex, as sha256sum prints it");
    text(file.licence(), place + ".licence", "say under which licence the weights are");
    require(
        !file.downloadable() || file.size() > 0,
        place + ".size",
        "it is " + file.size(),
        "give the file's bytes, since it has urls");
  }

  private void outputs(List<AnalyserOutput> outputs) {
    Set<String> values = new HashSet<>();
    for (int i = 0; i < outputs.size(); i++) {
      String place = "outputs[" + i + "]";
      AnalyserOutput output = outputs.get(i);
      require(output != null, place, "it is null", "give output, value, and labels or a unit");
      text(output.output(), place + ".output", "give the name of the network's output");
      name(output.value(), place + ".value");
      require(
          values.add(output.value()),
          place + ".value",
          "'" + output.value() + "' stands twice",
          "give each output a value of its own");
      labels(output, place);
    }
  }

  private void labels(AnalyserOutput output, String place) {
    if (output.isNumber()) {
      text(output.unit(), place, "give labels, or the unit of a number");
      require(
          !output.logits(), place + ".logits", "a number has none", "give labels, or leave it out");
      return;
    }
    require(
        output.labels().size() >= 2
            && output.labels().stream().allMatch(label -> label != null && !label.isBlank()),
        place + ".labels",
        "they are " + output.labels(),
        "give one for each of the output's numbers, at least two");
    require(
        output.unit() == null,
        place + ".unit",
        "labels have none",
        "remove the unit or the labels");
  }

  private void surroundings(AnalyserModel m) {
    double least = m.needs().surroundings();
    double most =
        m.networks().stream()
            .filter(network -> network.crop().kind() == CropKind.SURROUNDINGS)
            .mapToDouble(network -> network.crop().factor())
            .min()
            .orElse(0);
    require(
        least >= 0 && least <= most,
        "needs.surroundings",
        "it is " + least + ", and the crops take " + most,
        "give no more than the least factor of the crops of kind surroundings");
  }

  private void name(String value, String place) {
    require(
        value != null && NAME.matcher(value).matches(),
        place,
        value == null ? "it is missing" : "it is '" + value + "'",
        "give 1 to 40 lower-case letters, digits and hyphens");
  }

  private void text(String value, String place, String cure) {
    require(value != null && !value.isBlank(), place, "it is missing", cure);
  }

  private void require(boolean right, String place, String cause, String cure) {
    if (!right) {
      throw new VisionException(source + ", " + place + ": " + cause + ": " + cure);
    }
  }
}
