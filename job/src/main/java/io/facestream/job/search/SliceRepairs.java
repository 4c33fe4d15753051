package io.facestream.job.search;

import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.wire.TemplateCopy;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/** Tells of templates in two partitions, and sends their repairs when they are due. */
final class SliceRepairs {
  /** How often a repair that waits for the end of the gallery looks for it. */
  private static final long READY_AGAIN_MILLIS = 1_000;

  private final PendingRepairs pending;
  private final SplitTemplates split;
  private final ProcessingTimeService clock;
  private final BooleanSupplier ready;
  private final PendingRepairs.Lookup lookup;
  private final Consumer<GalleryRepair> out;

  /**
   * @param ready whether the gallery has been read to its end: nothing is superseded for certain
   *     before
   * @param lookup what the partitions say about a template now
   */
  SliceRepairs(
      PendingRepairs pending,
      SplitTemplates split,
      ProcessingTimeService clock,
      BooleanSupplier ready,
      PendingRepairs.Lookup lookup,
      Consumer<GalleryRepair> out) {
    this.pending = pending;
    this.split = split;
    this.clock = clock;
    this.ready = ready;
    this.lookup = lookup;
    this.out = out;
    schedule();
  }

  /** Looks at what a record has made of a template. */
  void afterStep(GalleryChange change, SliceGallery.Step step) {
    if (step.foundInTwoPartitions()) {
      split.found(change.templateId(), step.after());
    }
    if (isOvertaken(change, step)) {
      split.overtaken(change.templateId(), change.partition());
    }
    if (!step.after().superseded().isEmpty()) {
      boolean first = pending.isEmpty();
      pending.add(change.templateId(), clock.getCurrentProcessingTime());
      if (first) {
        schedule();
      }
    }
  }

  /** Whether a repair came behind a template that it does not speak of. */
  private static boolean isOvertaken(GalleryChange change, SliceGallery.Step step) {
    TemplateCopy copy = step.before().in(change.partition());
    return change.kind() == GalleryChange.Kind.REPAIR
        && copy != null
        && !copy.erased()
        && copy.offset() > change.supersededUpTo();
  }

  private void schedule() {
    if (!pending.isEmpty()) {
      clock.registerTimer(pending.nextDue(), this::send);
    }
  }

  private void send(long now) throws Exception {
    if (!ready.getAsBoolean()) {
      clock.registerTimer(clock.getCurrentProcessingTime() + READY_AGAIN_MILLIS, this::send);
      return;
    }
    for (GalleryRepair repair : pending.takeDue(now, lookup)) {
      out.accept(repair);
      split.repaired();
    }
    schedule();
  }
}
