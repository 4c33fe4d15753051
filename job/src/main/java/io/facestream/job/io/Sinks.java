package io.facestream.job.io;

import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.records.DeadLetter;
import io.facestream.wire.Alert;
import io.facestream.wire.Analysis;
import io.facestream.wire.Sighting;
import io.facestream.wire.Verdict;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where the answers go: Kafka in production, collections in tests. */
public interface Sinks {
  /**
   * One verdict for each analysed frame.
   *
   * @return a dead letter for each that cannot be written
   */
  DataStream<DeadLetter> verdicts(DataStream<Verdict> verdicts);

  /**
   * The top match of each frame with a match, or what opened each visit.
   *
   * @return a dead letter for each that cannot be written
   */
  DataStream<DeadLetter> alerts(DataStream<Alert> alerts);

  /**
   * The steps of the visits.
   *
   * @return a dead letter for each that cannot be written
   */
  DataStream<DeadLetter> sightings(DataStream<Sighting> sightings);

  /**
   * What is said of faces.
   *
   * @return those that could not be written, whatever was tried
   */
  DataStream<DeadLetter> analyses(DataStream<Analysis> analyses);

  /** Frames that could not be analysed. */
  void frameDeadLetters(DataStream<DeadLetter> letters);

  /** Gallery records that could not be used. */
  void galleryDeadLetters(DataStream<DeadLetter> letters);

  /** Policies that could not be used. */
  void policyDeadLetters(DataStream<DeadLetter> letters);

  /** Superseded templates that have to leave their partition of the gallery. */
  void galleryRepairs(DataStream<GalleryRepair> repairs);
}
