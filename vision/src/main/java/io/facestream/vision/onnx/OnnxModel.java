package io.facestream.vision.onnx;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.translate.Translator;
import io.facestream.vision.natives.Natives;
import io.facestream.vision.packs.VisionException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One ONNX model in one ONNX Runtime session, which all predictors share and which several threads
 * may call at once; each call runs on its caller's thread alone.
 */
public final class OnnxModel implements AutoCloseable {
  private static final String ENGINE = "OnnxRuntime";
  // DJL ignores intraOpNumThreads in some versions unless interOpNumThreads is given too.
  private static final Map<String, String> ONE_THREAD =
      Map.of("interOpNumThreads", "1", "intraOpNumThreads", "1");

  private final Model model;
  private final String source;

  static {
    Natives.prepare();
  }

  private OnnxModel(Model model, String source) {
    this.model = model;
    this.source = source;
  }

  /**
   * Loads a file.
   *
   * @throws VisionException when it is no ONNX model
   */
  public static OnnxModel load(Path file) {
    return load(file.getFileName().toString(), model -> model.load(file, null, ONE_THREAD));
  }

  /**
   * Loads a model from memory.
   *
   * @param source what to call it in messages
   * @throws VisionException when it is no ONNX model
   */
  public static OnnxModel load(byte[] onnx, String source) {
    return load(source, model -> model.load(new ByteArrayInputStream(onnx), ONE_THREAD));
  }

  private static OnnxModel load(String source, Loading loading) {
    // Not through Criteria: it would set up model zoos, which look on the network.
    Model model = Model.newInstance(source, Device.cpu(), ENGINE);
    try {
      loading.into(model);
      return new OnnxModel(model, source);
    } catch (IOException | MalformedModelException | EngineException e) {
      model.close();
      throw new VisionException(
          source + " does not load as an ONNX model: replace the file (" + reason(e) + ")", e);
    }
  }

  /** A predictor for one thread. */
  <I, O> Predictor<I, O> newPredictor(Translator<I, O> translator) {
    return model.newPredictor(translator);
  }

  /** What to call the model in messages. */
  String source() {
    return source;
  }

  /** The innermost message, on one line. */
  static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? "" : root.getMessage();
    String line = message.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    return line.isEmpty() ? root.toString() : line;
  }

  @Override
  public void close() {
    model.close();
  }

  private interface Loading {
    void into(Model model) throws IOException, MalformedModelException;
  }
}
