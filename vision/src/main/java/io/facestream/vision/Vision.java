package io.facestream.vision;

import io.facestream.vision.PackModels.PackFiles;
import io.facestream.vision.analyse.FaceAnalyser;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.FaceEmbedder;
import io.facestream.vision.face.LoadedDetector;
import io.facestream.vision.finder.FaceFinder;
import io.facestream.vision.finder.FinderOptions;
import io.facestream.vision.finder.FinderTimes;
import io.facestream.vision.finder.TurnCheck;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.packs.UnknownPackException;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.DownloadListener;
import io.facestream.vision.store.LoggedDownloads;
import io.facestream.vision.store.ModelStore;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A model pack, loaded. All who open the same pack from the same files in one process share one set
 * of model sessions, each with one thread per call, until the last of them closes.
 *
 * <pre>{@code
 * try (Vision vision = Vision.open("standard", null);
 *     FaceFinder finder = vision.newFinder(FinderOptions.forVideo(vision.pack()));
 *     FaceEmbedder embedder = vision.newEmbedder()) {
 *   FoundFaces found = finder.find(Files.readAllBytes(photo));
 *   float[][] vectors = embedder.embed(List.of(found.faces().get(0).crop()));
 * }
 * }</pre>
 */
public final class Vision implements AutoCloseable {
  private final ModelPack pack;
  private final ModelStore store;
  private final Pool<SharedModels.Key, PackModels>.Shared shared;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Vision(
      ModelPack pack, ModelStore store, Pool<SharedModels.Key, PackModels>.Shared shared) {
    this.pack = pack;
    this.store = store;
    this.shared = shared;
  }

  /**
   * Opens a pack; what is downloaded for it is told to the log.
   *
   * @param packName one of {@link ModelPacks#names()}
   * @param modelsDirOrNull folder to look in first; then {@code FACESTREAM_MODELS}, the cache
   *     folder, download
   * @throws UnknownPackException when there is no such pack
   * @throws VisionException when a file is missing, has the wrong checksum or does not load
   */
  public static Vision open(String packName, Path modelsDirOrNull) {
    return open(packName, modelsDirOrNull, new LoggedDownloads());
  }

  /**
   * The same with someone who watches.
   *
   * @param listener told of downloads
   */
  public static Vision open(String packName, Path modelsDirOrNull, DownloadListener listener) {
    ModelPack pack = ModelPacks.named(packName);
    ModelStore store = ModelStore.standard(modelsDirOrNull, listener);
    return new Vision(pack, store, SharedModels.take(pack, PackFiles.locate(pack, store)));
  }

  /** The manifest of the open pack. */
  public ModelPack pack() {
    return pack;
  }

  /** A finder for one thread; cheap. */
  public FaceFinder newFinder(FinderOptions options) {
    return newFinder(options, FinderTimes.none());
  }

  /** The same, with its work on a watch. */
  public FaceFinder newFinder(FinderOptions options, FinderTimes times) {
    requireOpen();
    LoadedDetector model = shared.models().detector();
    FaceDetector detector = model.newDetector(options.detectorLongSide(), options.minScore());
    TurnCheck turns = options.uprightScore() > 0 ? new TurnCheck(model) : null;
    return new FaceFinder(detector, turns, options, times, shared.again()::giveBack);
  }

  /** An embedder for one thread; cheap. */
  public FaceEmbedder newEmbedder() {
    requireOpen();
    FaceEmbedder embedder = shared.models().embedder().newEmbedder();
    return new SharedEmbedder(embedder, shared.again()::giveBack);
  }

  /**
   * One of the pack's analysers for one thread; its models are loaded by the first who asks.
   *
   * @param name one of those of {@link ModelPack#analysers}
   * @throws VisionException when the pack has none of that name, or its files are missing or wrong
   */
  public FaceAnalyser newAnalyser(String name) {
    requireOpen();
    return Analysers.open(pack.analyser(name), store);
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("The pack '" + pack.name() + "' was closed");
    }
  }

  /** Gives the pack back; what was made from it keeps working until it is closed. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      shared.giveBack();
    }
  }
}
