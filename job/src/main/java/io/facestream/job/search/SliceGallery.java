package io.facestream.job.search;

import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
  private final SliceExamples examples;
  private final boolean newsWanted;

  /**
   * @param newsWanted whether to find out what is news: it costs reading what is replaced
   */
  SliceGallery(
      GalleryState state,
      GallerySlice slice,
      SliceReach reach,
      SliceExamples examples,
      boolean newsWanted) {
    this.state = state;
    this.slice = slice;
    this.reach = reach;
    this.examples = examples;
    this.newsWanted = newsWanted;
  }

  /**
   * Takes in an upsert, a negative example, an erasure or a repair; the current key is the
   * template's bucket.
   *
   * @return what the partitions said before and say now, and what that means
   */
  Step take(GalleryChange change) throws Exception {
    String id = change.templateId();
    boolean enrolled = isHere(id);
    TemplateCopies before = state.copiesOf(id, enrolled);
    TemplateCopies after = after(before, change);
    News news = News.NONE;
    if (brings(change) && isOf(change, after.live())) {
      news = newsOf(change, enrolled);
      put(change, after);
      if (!enrolled && !before.copies().isEmpty()) {
        state.putErased(id, TemplateCopies.NONE);
      }
    } else if (!after.equals(before)) {
      if (enrolled && staysWith(before.live(), after)) {
        state.putCopies(id, after);
      } else {
        if (enrolled) {
          news = examples.contains(id) ? News.NONE : News.ERASED;
          remove(id);
        }
        state.putErased(id, after);
      }
    }
    return new Step(before, after, news);
  }

  private News newsOf(GalleryChange change, boolean enrolled) throws Exception {
    boolean nobody = change.example() != null;
    return nobody || enrolled && newsWanted && isAlike(change) ? News.NONE : News.ENROLLED;
  }

  /** Whether a template is replaced by one that finds the same faces at the same times. */
  private boolean isAlike(GalleryChange change) throws Exception {
    Template old = state.identityOf(change.templateId());
    Template now = change.template();
    return old != null
        && old.personId().equals(now.personId())
        && Objects.equals(old.validFrom(), now.validFrom())
        && Objects.equals(old.validUntil(), now.validUntil())
        && Arrays.equals(state.embeddingOf(change.templateId()), change.embedding());
  }

  private static boolean brings(GalleryChange change) {
    return change.kind() == GalleryChange.Kind.UPSERT
        || change.kind() == GalleryChange.Kind.EXAMPLE;
  }

  private void put(GalleryChange change, TemplateCopies copies) throws Exception {
    if (change.example() == null) {
      state.put(change.templateId(), change.template(), change.embedding(), copies);
      slice.put(change.templateId(), change.embedding());
      reach.enrolled(change.templateId(), change.template());
    } else {
      state.putExample(change.example(), copies);
      examples.put(change.example());
    }
  }

  private void remove(String templateId) throws Exception {
    state.remove(templateId);
    slice.erase(templateId);
    examples.remove(templateId);
  }

  private boolean isHere(String templateId) {
    return slice.contains(templateId) || examples.contains(templateId);
  }

  /**
   * Forgets what is here as if it had never been; the current key is its bucket.
   *
   * @return where the topic still has it
   */
  List<TemplateCopy> forget(String templateId) throws Exception {
    List<TemplateCopy> copies = copiesOf(templateId).copies();
    remove(templateId);
    return copies.stream().filter(copy -> !copy.erased()).toList();
  }

  /** What the partitions say about a template; the current key is its bucket. */
  TemplateCopies copiesOf(String templateId) throws Exception {
    return state.copiesOf(templateId, isHere(templateId));
  }

  private static TemplateCopies after(TemplateCopies before, GalleryChange change) {
    return switch (change.kind()) {
      case UPSERT, EXAMPLE -> before.with(copyOf(change, false));
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
   * @param news what that means to those who look for people
   */
  record Step(TemplateCopies before, TemplateCopies after, News news) {
    /** Whether it has just turned out that a superseded copy lies in another partition. */
    boolean foundInTwoPartitions() {
      return before.superseded().isEmpty() && !after.superseded().isEmpty();
    }
  }

  /** What has happened to a template. */
  enum News {
    /** It is there for the first time, or finds others than before. */
    ENROLLED,
    /** It is no longer there. */
    ERASED,
    /** It was not there and is not, or it was written again alike. */
    NONE
  }
}
