package io.facestream.gallery;

import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.gallery.people.BadPeopleException;
import io.facestream.photos.BadPhotoFolderException;
import io.facestream.photos.Enroller;
import io.facestream.photos.PackEnrollers;
import io.facestream.photos.PhotoFolder;
import io.facestream.photos.PhotoWorkers;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.packs.VisionException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Loads a folder of photos into the gallery: {@code DIR/<person>/<photo>}.
 *
 * <p>Loading twice writes nothing: photos are recognised by checksum, model and what is said about
 * the person.
 *
 * <pre>{@code
 * LoadReport report =
 *     GalleryLoader.load(
 *         Path.of("people"), LoadOptions.of(connection, "standard"), LoadProgress.SILENT);
 * report.refused().forEach(photo -> System.err.println(photo.photo() + ": " + photo.reason()));
 * }</pre>
 */
public final class GalleryLoader {
  private GalleryLoader() {}

  /**
   * Loads a folder; returns when every template is stored. Photos that cannot be used are refused
   * in the report and stop nothing.
   *
   * @throws BadPhotoFolderException when there is no such folder, or no photo in it
   * @throws io.facestream.photos.tables.BadTableException when {@code people.csv} is no table
   * @throws BadPeopleException when {@code people.csv} or a {@code person.yaml} cannot be used
   * @throws VisionException when the pack is unknown or its models cannot be had
   * @throws BrokerUnreachableException when no broker answers
   */
  public static LoadReport load(Path folder, LoadOptions options, LoadProgress progress) {
    String modelId = ModelPacks.named(options.pack()).embedder().modelId();
    try (PackEnrollers enrollers =
        new PackEnrollers(options.pack(), options.models(), progress.downloads())) {
      return load(folder, options, modelId, enrollers::newEnroller, progress);
    }
  }

  static LoadReport load(
      Path root,
      LoadOptions options,
      String modelId,
      Callable<Enroller> enrollers,
      LoadProgress progress) {
    PhotoFolder folder = PhotoFolder.scan(root);
    List<PlannedPhoto> plan = LoadPlan.of(folder, options.picks());
    progress.planned(plan.size());
    options.topic().createIfMissing();
    KnownTemplates known = KnownTemplates.read(options.topic(), plan);
    try (GalleryWriter writer = GalleryWriter.open(options.topic())) {
      writer.repair(known.found().superseded());
      PhotoLoad load = new PhotoLoad(known, modelId, writer);
      List<PhotoOutcome> outcomes =
          new PhotoWorkers(options.threads(), enrollers).run(plan, load::load, progress::done);
      LoadFollowUp followUp = new LoadFollowUp(plan, known, outcomes);
      List<String> erased = followUp.templatesToErase(options.prune());
      erased.forEach(writer::erase);
      return new LoadReport(
          modelId,
          outcomes,
          erased,
          followUp.warnings(options.picks(), erased),
          folder.ignored(),
          folder.hidden(),
          followUp.withoutTemplate(folder.personFolders()));
    }
  }
}
