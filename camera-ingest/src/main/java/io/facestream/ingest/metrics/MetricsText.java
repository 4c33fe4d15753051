package io.facestream.ingest.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/** Counters of all cameras in Prometheus's text format, version 0.0.4. */
final class MetricsText {
  private static final String RECORDS = "facestream_cameras_refused_total";

  private MetricsText() {}

  /**
   * A page with one line per camera and counter; camera ids need no escaping.
   *
   * @param refused records of the topic of cameras that changed nothing
   */
  static String of(SortedMap<String, CameraCounters> cameras, long refused) {
    StringBuilder page = new StringBuilder();
    add(page, "read", "Pictures handed over by the source", cameras, CameraCounters::read);
    add(page, "published", "Pictures in Kafka", cameras, CameraCounters::published);
    add(page, "dropped", "Pictures left out, Kafka slow", cameras, CameraCounters::dropped);
    add(page, "refused", "Pictures above the size limit", cameras, CameraCounters::refused);
    add(page, "failed", "Pictures refused by Kafka", cameras, CameraCounters::failed);
    add(page, "reconnects", "Lost sources that came back", cameras, CameraCounters::reconnects);
    add(page, "skipped", "Received and no picture", cameras, CameraCounters::skipped);
    add(page, "unchanged", "Snapshots as before", cameras, CameraCounters::unchanged);
    add(page, "bytes", "Bytes of the pictures in Kafka", cameras, CameraCounters::bytes);
    head(page, RECORDS, "Records of the topic of cameras that changed nothing");
    page.append(String.format(Locale.ROOT, "%s %d\n", RECORDS, refused));
    return page.toString();
  }

  private static void head(StringBuilder page, String name, String help) {
    page.append(String.format(Locale.ROOT, "# HELP %s %s.\n# TYPE %s counter\n", name, help, name));
  }

  private static void add(
      StringBuilder page,
      String what,
      String help,
      Map<String, CameraCounters> cameras,
      ToLongFunction<CameraCounters> counter) {
    String name = "facestream_camera_" + what + "_total";
    head(page, name, help);
    cameras.forEach(
        (camera, counters) ->
            page.append(
                String.format(
                    Locale.ROOT,
                    "%s{camera=\"%s\"} %d\n",
                    name,
                    camera,
                    counter.applyAsLong(counters))));
  }
}
