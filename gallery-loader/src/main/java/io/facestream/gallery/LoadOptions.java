package io.facestream.gallery;

import io.facestream.client.KafkaConnection;
import io.facestream.client.gallery.GalleryTopic;
import io.facestream.photos.Picks;
import io.facestream.wire.Topics;
import java.nio.file.Path;

/**
 * How a folder is loaded.
 *
 * @param topic where the templates go
 * @param pack the model pack
 * @param models folder to look for the models in first, or null
 * @param threads photos looked at at the same time, at least 1
 * @param picks which face to take of photos with several
 * @param prune whether templates of photos that vanished from a person's folder are erased
 */
public record LoadOptions(
    GalleryTopic topic, String pack, Path models, int threads, Picks picks, boolean prune) {

  public LoadOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("It takes at least 1 thread, not " + threads);
    }
  }

  /** Into the topic {@code gallery}, on as many threads as the machine has, at most four. */
  public static LoadOptions of(KafkaConnection connection, String pack) {
    return new LoadOptions(
        new GalleryTopic(connection, Topics.GALLERY.name()),
        pack,
        null,
        Math.min(4, Runtime.getRuntime().availableProcessors()),
        Picks.none(),
        false);
  }

  /** The same with a folder of models. */
  public LoadOptions withModels(Path folderOrNull) {
    return new LoadOptions(topic, pack, folderOrNull, threads, picks, prune);
  }

  /** The same into another topic. */
  public LoadOptions withTopic(GalleryTopic other) {
    return new LoadOptions(other, pack, models, threads, picks, prune);
  }

  /** The same on another number of threads. */
  public LoadOptions withThreads(int count) {
    return new LoadOptions(topic, pack, models, count, picks, prune);
  }

  /** The same with chosen faces. */
  public LoadOptions withPicks(Picks chosen) {
    return new LoadOptions(topic, pack, models, threads, chosen, prune);
  }

  /** The same, erasing the templates of vanished photos or not. */
  public LoadOptions withPrune(boolean erase) {
    return new LoadOptions(topic, pack, models, threads, picks, erase);
  }
}
