package io.facestream.vision.onnx;

import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import io.facestream.vision.analyse.AnalysedValue;
import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.analyse.Analysis;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.AnalyserOutput;
import io.facestream.vision.packs.CropKind;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.packs.VisionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Asks each network of an analyser about its crop, and gives the mean. */
final class OnnxFaceAnalyser implements FaceAnalyser {
  private static final byte MID_GREY = (byte) 128;

  private final AnalyserModel manifest;
  private final List<String> sources = new ArrayList<>();
  private final List<Predictor<byte[], List<float[]>>> predictors = new ArrayList<>();

  /** An analyser on loaded networks, which stay the caller's to close. */
  OnnxFaceAnalyser(AnalyserModel manifest, List<OnnxModel> networks) {
    this.manifest = manifest;
    for (OnnxModel network : networks) {
      sources.add(network.source());
      predictors.add(
          network.newPredictor(
              new AnalyserTranslator(network.source(), manifest.input(), manifest.outputs())));
    }
  }

  @Override
  public AnalyserModel model() {
    return manifest;
  }

  @Override
  public Analysis analyse(List<AnalyserCrop> crops) {
    long start = System.nanoTime();
    List<AnalyserCrop> needed =
        manifest.crops().stream().map(shape -> among(crops, shape)).toList();
    String refusal = tooLittle(needed);
    if (refusal != null) {
      return unanswered(refusal, start);
    }
    List<List<float[]>> answers = new ArrayList<>();
    for (int i = 0; i < needed.size(); i++) {
      answers.add(predict(i, needed.get(i).pixels()));
    }
    List<AnalysedValue> values = new ArrayList<>();
    for (int i = 0; i < manifest.outputs().size(); i++) {
      AnalyserOutput output = manifest.outputs().get(i);
      double[] mean = AnalyserAnswers.mean(output, ofOutput(answers, i));
      if (!AnalyserAnswers.finite(mean)) {
        return unanswered("The model's answer for " + output.value() + " is no number.", start);
      }
      values.add(AnalyserAnswers.value(output, mean));
    }
    return new Analysis(manifest.name(), manifest.modelId(), values, null, millisSince(start));
  }

  private AnalyserCrop among(List<AnalyserCrop> crops, CropShape shape) {
    return crops.stream()
        .filter(crop -> crop.shape().equals(shape) && crop.pixels().length == shape.bytes())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The analyser '" + manifest.name() + "' needs a crop " + shape));
  }

  private String tooLittle(List<AnalyserCrop> crops) {
    double needed = manifest.needs().surroundings();
    double reached =
        crops.stream()
            .filter(crop -> crop.shape().kind() == CropKind.SURROUNDINGS)
            .mapToDouble(AnalyserCrop::reached)
            .min()
            .orElse(needed);
    return reached >= needed
        ? null
        : String.format(
            Locale.ROOT,
            "Too little around the face: the picture has room for %.1f times its box, %.1f are"
                + " needed.",
            Math.floor(reached * 10) / 10,
            needed);
  }

  private Analysis unanswered(String refusal, long start) {
    return new Analysis(
        manifest.name(), manifest.modelId(), List.of(), refusal, millisSince(start));
  }

  /** To a hundredth. */
  private static double millisSince(long start) {
    return Math.round((System.nanoTime() - start) / 1e4) / 1e2;
  }

  private static List<float[]> ofOutput(List<List<float[]>> answers, int output) {
    return answers.stream().map(ofNetwork -> ofNetwork.get(output)).toList();
  }

  /** Runs each network on grey, which shows whether they are what the declaration says. */
  void probe() {
    for (int i = 0; i < predictors.size(); i++) {
      byte[] grey = new byte[manifest.crops().get(i).bytes()];
      Arrays.fill(grey, MID_GREY);
      List<float[]> answer = predict(i, grey);
      for (int o = 0; o < answer.size(); o++) {
        AnalyserOutput output = manifest.outputs().get(o);
        double[] values = AnalyserAnswers.mean(output, List.of(answer.get(o)));
        AnalyserAnswers.requireProbabilities(sources.get(i), output, values);
      }
    }
  }

  private List<float[]> predict(int network, byte[] crop) {
    try {
      return predictors.get(network).predict(crop);
    } catch (TranslateException e) {
      if (e.getCause() instanceof VisionException ours) {
        throw ours;
      }
      throw new VisionException(
          sources.get(network)
              + " does not run as the analyser '"
              + manifest.name()
              + "' ("
              + OnnxModel.reason(e)
              + "): correct its declaration, or replace the file",
          e);
    }
  }

  @Override
  public void close() {
    predictors.forEach(Predictor::close);
  }
}
