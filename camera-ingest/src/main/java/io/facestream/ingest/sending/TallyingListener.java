package io.facestream.ingest.sending;

import io.facestream.ingest.source.SourceListener;

/** Counts what a camera's source passes over, and logs it with restraint. */
final class TallyingListener implements SourceListener {
  private final String cameraId;
  private final CameraTally tally;
  private final LimitedLog log;
  private final SkippedFiles skippedFiles;
  private final Runnable takeNumber;

  /**
   * @param takeNumber counts a picture that is not published among those read
   */
  TallyingListener(
      String cameraId,
      CameraTally tally,
      LimitedLog log,
      SkippedFiles skippedFiles,
      Runnable takeNumber) {
    this.cameraId = cameraId;
    this.tally = tally;
    this.log = log;
    this.skippedFiles = skippedFiles;
    this.takeNumber = takeNumber;
  }

  @Override
  public void skipped(String what) {
    tally.skipped.increment();
    log.say(
        "skipped",
        "camera " + cameraId + " sent " + what + ", skipped; " + tally.skipped.sum() + " so far");
  }

  @Override
  public void skippedFile(String name, String reason) {
    skippedFiles.skipped(name, reason);
  }

  @Override
  public void tooLarge(String name, long bytes) {
    takeNumber.run();
    skippedFiles.tooLarge(name, bytes);
  }

  @Override
  public void unchanged() {
    tally.unchanged.increment();
  }
}
