package io.facestream.evaluate.samples;

import io.facestream.photos.Enroller;
import io.facestream.photos.Enrolment;
import io.facestream.photos.PhotoBytes;
import io.facestream.photos.PhotoWorkers;
import io.facestream.photos.Picks;
import io.facestream.wire.FileNames;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Embeds photos on several threads, by the path and the quality gate of an enrolment. */
public final class PhotoEmbedder {
  private final Picks picks;

  /**
   * An embedder of photos.
   *
   * @param picks which face to take of photos with several
   */
  public PhotoEmbedder(Picks picks) {
    this.picks = picks;
  }

  /**
   * Looks at each photo.
   *
   * @param enrollers makes one for each thread
   * @param progress told of each photo, by one thread at a time
   * @return in the order of the photos
   */
  public List<EmbeddedPhoto> embed(
      List<LabelledPhoto> photos,
      int threads,
      Callable<Enroller> enrollers,
      Consumer<EmbeddedPhoto> progress) {
    return new PhotoWorkers(threads, enrollers).run(photos, this::embed, progress);
  }

  private EmbeddedPhoto embed(LabelledPhoto photo, Supplier<Enroller> enroller) {
    String fault = FileNames.fault(photo.photo().file().getFileName());
    if (fault != null) {
      return new EmbeddedPhoto(photo, null, fault);
    }
    Enrolment enrolment;
    try {
      byte[] bytes = PhotoBytes.read(photo.photo().file());
      enrolment = enroller.get().enrol(bytes, picks.forPhoto(photo.photo().relative()));
    } catch (IOException e) {
      return new EmbeddedPhoto(photo, null, "unreadable: " + e.getMessage());
    }
    return enrolment instanceof Enrolment.Accepted accepted
        ? new EmbeddedPhoto(photo, accepted.embedding(), null)
        : new EmbeddedPhoto(photo, null, ((Enrolment.Refused) enrolment).reason());
  }
}
