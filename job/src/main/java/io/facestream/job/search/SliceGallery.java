package io.facestream.job.search;

import io.facestream.job.gallery.GalleryChange;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;

/**
 * Takes the gallery's records into state and index of a slice. Which record counts where two
 * partitions speak of one template is decided by {@link TemplateCopies}, as by every reader.
 *
 * <p>The vector of a template that is not the last word is not kept: it could count again only if
 * its successor were taken back, and that happens only when there is a still later one.
 */
final class SliceGallery {
  private final GalleryState state;
  private final GallerySlice slice;
  private final SliceReach reach;

  SliceGallery(GalleryState state, GallerySlice slice, SliceReach reach) {
    this.state = state;
    this.slice = slice;
    this.reach = reach;
  }

  /**
   * Takes in an upsert, an erasure or a repair; the current key is the template's bucket.
   *
   * @return what the partitions said before and say now
   */
  Step take(GalleryChange change) throws Exception {
    String id = change.templateId();
    boolean enrolled = slice.contains(id);
    TemplateCopies before = state.copiesOf(id, enrolled);
    TemplateCopies after = after(before, change);
    if (change.kind() == GalleryChange.Kind.UPSERT && isOf(change, after.live())) {
      state.put(id, change.template(), change.embedding(), after);
      slice.put(id, change.embedding());
      reach.enrolled(id, change.template());
      if (!enrolled && !before.copies().isEmpty()) {
        state.putErased(id, TemplateCopies.NONE);
      }
    } else if (!after.equals(before)) {
      if (enrolled && staysWith(before.live(), after)) {
        state.putCopies(id, after);
      } else {
        if (enrolled) {
          state.remove(id);
          slice.erase(id);
        }
        state.putErased(id, after);
      }
    }
    return new Step(before, after);
  }

  /** What the partitions say about a template; the current key is its bucket. */
  TemplateCopies copiesOf(String templateId) throws Exception {
    return state.copiesOf(templateId, slice.contains(templateId));
  }

  private static TemplateCopies after(TemplateCopies before, GalleryChange change) {
    return switch (change.kind()) {
      case UPSERT -> before.with(copyOf(change, false));
      case ERASE -> before.with(copyOf(change, true));
      case REPAIR -> before.without(change.partition(), change.supersededUpTo());
      default -> throw new IllegalArgumentException(change.kind() + " is about no template");
    };
  }

  private static TemplateCopy copyOf(GalleryChange change, boolean erased) {
    return new TemplateCopy(change.partition(), change.offset(), change.timestamp(), erased);
  }

  private static boolean isOf(GalleryChange change, TemplateCopy live) {
    return live != null
        && live.partition() == change.partition()
        && live.offset() == change.offset();
  }

  /**
   * Whether the vector that is held still counts. One that is held since before copies were
   * remembered is older than whatever comes.
   */
  private static boolean staysWith(TemplateCopy held, TemplateCopies after) {
    return held != null && held.equals(after.live());
  }

  /**
   * One record's effect on a template.
   *
   * @param before what the partitions said
   * @param after what they say now
   */
  record Step(TemplateCopies before, TemplateCopies after) {
    /** Whether it has just turned out that a superseded copy lies in another partition. */
    boolean foundInTwoPartitions() {
      return before.superseded().isEmpty() && !after.superseded().isEmpty();
    }
  }
}
