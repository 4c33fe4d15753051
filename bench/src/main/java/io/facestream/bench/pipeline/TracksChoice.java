package io.facestream.bench.pipeline;

import java.util.List;

/** Whether the job that is measured follows faces. */
enum TracksChoice {
  OFF("off"),
  ON("on"),
  BOTH("off", "on");

  private final List<String> ofEachJob;

  TracksChoice(String... ofEachJob) {
    this.ofEachJob = List.of(ofEachJob);
  }

  /** For each job that is measured, the value of its option. */
  List<String> ofEachJob() {
    return ofEachJob;
  }
}
