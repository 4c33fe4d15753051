package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.List;

/**
 * What an operator has laid down for a {@link PolicyKey}; JSON Schema {@code policy-1.json}, read
 * by {@link PolicyRecords}. What is null is said elsewhere: by the next less specific policy, or by
 * the job's options.
 *
 * @param threshold cosine from which a face is a match, −1…1; excludes {@code falseAlerts}
 * @param falseAlerts share of strangers' visits that may be named, above 0, below 1
 * @param margin how far a match must be ahead of the next person's cosine, 0…2
 * @param confirm views that must agree
 * @param reviewRequired whether a human must look at a match before anybody acts on it
 * @param record what is kept of a match
 * @param cameras of a watchlist: where its people are looked for ({@link CameraScope}); null: at
 *     all cameras
 * @param analysers of a camera or by default: which analysers look at its faces; null: none
 * @param refusedAnalysers of a camera or by default: which analysers never look at a face there,
 *     whoever asks for them; those of both add up
 * @param reviewers how many people a review of a match takes, 1 or 2; null: one
 * @param ignore of a camera: the zones of its picture in which faces are ignored; null: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Policy(
    Double threshold,
    Double falseAlerts,
    Double margin,
    Confirmation confirm,
    Boolean reviewRequired,
    Recording record,
    List<String> cameras,
    List<String> analysers,
    List<String> refusedAnalysers,
    Integer reviewers,
    List<Zone> ignore)
    implements Serializable {

  /** Says nothing. */
  public static final Policy EMPTY = new Policy(null, null, null, null, null, null, null);

  /** Without a word on analysers. */
  public Policy(
      Double threshold,
      Double falseAlerts,
      Double margin,
      Confirmation confirm,
      Boolean reviewRequired,
      Recording record,
      List<String> cameras) {
    this(threshold, falseAlerts, margin, confirm, reviewRequired, record, cameras, null, null);
  }

  /** Without a word on reviewers. */
  public Policy(
      Double threshold,
      Double falseAlerts,
      Double margin,
      Confirmation confirm,
      Boolean reviewRequired,
      Recording record,
      List<String> cameras,
      List<String> analysers,
      List<String> refusedAnalysers) {
    this(
        threshold,
        falseAlerts,
        margin,
        confirm,
        reviewRequired,
        record,
        cameras,
        analysers,
        refusedAnalysers,
        null);
  }

  /** Without a word on zones. */
  public Policy(
      Double threshold,
      Double falseAlerts,
      Double margin,
      Confirmation confirm,
      Boolean reviewRequired,
      Recording record,
      List<String> cameras,
      List<String> analysers,
      List<String> refusedAnalysers,
      Integer reviewers) {
    this(
        threshold,
        falseAlerts,
        margin,
        confirm,
        reviewRequired,
        record,
        cameras,
        analysers,
        refusedAnalysers,
        reviewers,
        null);
  }

  /** A policy that names a cosine. */
  public static Policy ofThreshold(double cosine) {
    return new Policy(cosine, null, null, null, null, null, null);
  }

  /** A policy of a camera that ignores faces in these zones. */
  public static Policy ofIgnored(List<Zone> zones) {
    return new Policy(null, null, null, null, null, null, null, null, null, null, zones);
  }

  /** A policy that names a share of strangers' visits. */
  public static Policy ofFalseAlerts(double share) {
    return new Policy(null, share, null, null, null, null, null);
  }
}
