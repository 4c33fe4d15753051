package io.facestream.quickstart.demo;

import io.facestream.gallery.GalleryLoader;
import io.facestream.gallery.LoadOptions;
import io.facestream.gallery.LoadProgress;
import io.facestream.gallery.LoadReport;
import io.facestream.gallery.PhotoOutcome;
import io.facestream.gallery.topic.GalleryTopic;
import io.facestream.quickstart.QuickstartException;
import java.io.PrintWriter;

/** Enrols the people of a plan. */
final class DemoGallery {
  private DemoGallery() {}

  /**
   * Loads the photos of a plan and says what became of them.
   *
   * @throws QuickstartException when nobody could be enrolled
   */
  static void load(DemoPlan plan, DemoTopics topics, PrintWriter out) {
    LoadReport report =
        GalleryLoader.load(
            plan.gallery(),
            LoadOptions.of(topics.bootstrapServers(), plan.pack())
                .withModels(plan.models())
                .withThreads(plan.parallelism())
                .withTopic(new GalleryTopic(topics.bootstrapServers(), topics.gallery())),
            LoadProgress.SILENT);
    int refused = report.refused().size();
    out.printf(
        "Gallery: %d photos of %d people%s%n",
        report.photos().size() - refused,
        report.people(),
        refused == 0 ? "" : ", " + refused + " photos refused:");
    for (PhotoOutcome photo : report.refused()) {
      out.printf("  %s: %s%n", photo.photo(), photo.reason());
    }
    out.flush();
    if (report.people() == 0) {
      throw new QuickstartException(
          "None of the %d photos in %s can be used (see above), so nobody could be recognised"
              .formatted(report.photos().size(), plan.gallery()));
    }
  }
}
