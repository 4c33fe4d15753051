package io.facestream.vision;

import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.analyse.LoadedAnalyser;
import io.facestream.vision.onnx.OnnxAnalyser;
import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.ModelFile;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.LocatedFile;
import io.facestream.vision.store.LoggedDownloads;
import io.facestream.vision.store.ModelStore;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens analysers by themselves: whoever runs one needs neither detector nor embedder. All who open
 * the same one from the same files in one process share one set of model sessions.
 */
public final class Analysers {
  private static final Logger LOG = LoggerFactory.getLogger(Analysers.class);
  private static final Pool<Key, LoadedAnalyser> OPEN = new Pool<>(LoadedAnalyser::close);

  private Analysers() {}

  /**
   * An analyser for one thread, its models loaded where nobody has yet. What is downloaded for it
   * is told to the log.
   *
   * @param model declared by a pack or a file
   * @param modelsDirOrNull folder to look in first; then {@code FACESTREAM_MODELS}, the cache
   *     folder, download
   * @throws VisionException when a file is missing, has the wrong checksum, or is not what was
   *     declared
   */
  public static FaceAnalyser open(AnalyserModel model, Path modelsDirOrNull) {
    return open(model, ModelStore.standard(modelsDirOrNull, new LoggedDownloads()));
  }

  /**
   * The same with files from elsewhere.
   *
   * @param store where its files are
   */
  public static FaceAnalyser open(AnalyserModel model, ModelStore store) {
    if (model.isSlot()) {
      throw new VisionException(
          "The analyser '" + model.name() + "' has no model: declare one in a file");
    }
    List<Path> files =
        model.networks().stream()
            .map(network -> store.require(network.files()))
            .map(LocatedFile::path)
            .toList();
    Pool<Key, LoadedAnalyser>.Shared shared =
        OPEN.take(new Key(model, files), () -> load(model, files));
    return new SharedAnalyser(shared.models().newAnalyser(), shared::giveBack);
  }

  private static LoadedAnalyser load(AnalyserModel model, List<Path> files) {
    if (!AnalyserModel.ONNX_CLASSIFIER.equals(model.kind())) {
      throw new VisionException(
          "No code here runs an analyser of kind '" + model.kind() + "': correct its declaration");
    }
    LoadedAnalyser loaded = OnnxAnalyser.load(model, files);
    LOG.info("Loaded analyser {} ({})", model.name(), licences(model));
    return loaded;
  }

  private static String licences(AnalyserModel model) {
    return String.join(
        ", ",
        model.networks().stream()
            .flatMap(network -> network.files().stream())
            .map(ModelFile::licence)
            .distinct()
            .toList());
  }

  private record Key(AnalyserModel model, List<Path> files) {}
}
