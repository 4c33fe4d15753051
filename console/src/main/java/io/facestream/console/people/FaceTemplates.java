package io.facestream.console.people;

import io.facestream.console.people.PeopleException.Reason;
import io.facestream.photos.Enroller;
import io.facestream.photos.Enrolment;
import io.facestream.photos.PackEnrollers;
import io.facestream.photos.Pick;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.packs.VisionException;
import io.facestream.vision.store.DownloadListener;
import io.facestream.wire.Sha256;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.file.Path;

/**
 * Makes templates of faces with the models of the job's pack, one at a time; opened when needed.
 */
public final class FaceTemplates implements AutoCloseable {
  private final String pack;
  private final PackEnrollers enrollers;
  private Enroller enroller;

  /**
   * @param pack the job's
   * @param models folder to look for the models in first, or null
   */
  public FaceTemplates(String pack, Path models, DownloadListener downloads) {
    this.pack = pack;
    this.enrollers = new PackEnrollers(pack, models, downloads);
  }

  /**
   * An entry with embedding, model, quality and checksum, of nobody yet.
   *
   * @throws PeopleException when the face is not good enough, or the models cannot be had
   */
  synchronized GalleryEntry.Builder of(FacePhoto photo) {
    Enrolment enrolment;
    try {
      if (enroller == null) {
        enroller = enrollers.newEnroller();
      }
      enrolment =
          enroller.enrol(
              photo.picture(),
              Pick.at(
                  photo.box().x() + photo.box().width() / 2,
                  photo.box().y() + photo.box().height() / 2));
    } catch (VisionException e) {
      throw new PeopleException(Reason.POOR_PHOTO, e.getMessage(), e);
    }
    if (enrolment instanceof Enrolment.Refused refused) {
      throw new PeopleException(Reason.POOR_PHOTO, "The photo is refused: " + refused.reason());
    }
    Enrolment.Accepted accepted = (Enrolment.Accepted) enrolment;
    GalleryEntry.Builder entry =
        GalleryEntry.newBuilder()
            .setModelId(ModelPacks.named(pack).embedder().modelId())
            .setQuality((float) accepted.quality())
            .setSourceSha256(Sha256.hex(photo.picture()));
    for (float value : accepted.embedding()) {
      entry.addEmbedding(value);
    }
    return entry;
  }

  @Override
  public synchronized void close() {
    if (enroller != null) {
      enroller.close();
    }
    enrollers.close();
  }
}
