package io.facestream.onejvm;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.gallery.GalleryLoader;
import io.facestream.gallery.LoadOptions;
import io.facestream.gallery.LoadProgress;
import io.facestream.gallery.LoadReport;
import io.facestream.gallery.cli.LoadReportPrinter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Enrols the people of a run. */
public final class PhotoGallery {
  private PhotoGallery() {}

  /**
   * Loads photos and says what became of them.
   *
   * @param folder {@code DIR/<person>/<photo>}
   * @param pack name of the model pack
   * @param models folder to look for the models in first, or null
   * @param threads photos looked at at the same time
   * @throws NobodyEnrolledException when nobody could be enrolled
   */
  public static void load(
      Path folder, RunTopics topics, String pack, Path models, int threads, PrintWriter out) {
    LoadReport report =
        GalleryLoader.load(
            folder,
            LoadOptions.of(topics.connection(), pack)
                .withModels(models)
                .withThreads(threads)
                .withTopic(new GalleryTopic(topics.connection(), topics.gallery())),
            LoadProgress.SILENT);
    int refused = report.refused().size();
    out.printf(
        Locale.ROOT,
        "Gallery: %s of %s%s%n",
        counted(report.photos().size() - refused, "photo", "photos"),
        counted(report.people(), "person", "people"),
        refused == 0 ? "" : "; refused: " + refused);
    LoadReportPrinter.printDetails(report, out);
    if (report.people() == 0) {
      throw new NobodyEnrolledException(
          folder,
          report.refused().stream()
              .findFirst()
              .map(photo -> photo.photo() + ": " + photo.reason())
              .orElse("there is none"));
    }
  }

  private static String counted(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
