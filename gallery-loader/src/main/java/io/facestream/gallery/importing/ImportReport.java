package io.facestream.gallery.importing;

import java.util.List;

/**
 * What an import did.
 *
 * @param modelId the embedder named in the templates
 * @param rows of the matrix
 * @param written templates written
 * @param normalised of them, those whose row was not of length 1
 * @param refused rows refused
 * @param refusals the first of them, at most {@value #MAX_REFUSALS}
 */
public record ImportReport(
    String modelId,
    long rows,
    long written,
    long normalised,
    long refused,
    List<Refusal> refusals) {
  /** A broken file of a million rows should not give a million lines. */
  public static final int MAX_REFUSALS = 100;

  /**
   * A row that was not written.
   *
   * @param row its number, from 1
   * @param templateId its would-be template
   */
  public record Refusal(long row, String templateId, String reason) {}
}
