package io.facestream.job.search;

import io.facestream.job.gallery.GalleryChange;
import io.facestream.job.gallery.Template;
import io.facestream.matcher.GallerySlice;
import io.facestream.wire.TemplateCopies;
import io.facestream.wire.TemplateCopy;
import java.util.Arrays;
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
  private final boolean newsWanted;

  /**
   * @param newsWanted whether to find out what is news: it costs reading what is replaced
   */
  SliceGallery(GalleryState state, GallerySlice slice, SliceReach reach, boolean newsWanted) {
    this.state = state;
    this.slice = slice;
    this.reach = reach;
    this.newsWanted = newsWanted;
  }

  /**
   * Takes in an upsert, an erasure or a repair; the current key is the template's bucket.
   *
   * @return what the partitions said before and say now, and what that means
   */
  Step take(GalleryChange change) throws Exception {
    String id = change.templateId();
    boolean enrolled = slice.contains(id);
    TemplateCopies before = state.copiesOf(id, enrolled);
    TemplateCopies after = after(before, change);
    News news = News.NONE;
    if (change.kind() == GalleryChange.Kind.UPSERT && isOf(change, after.live())) {
      news = enrolled && newsWanted && isAlike(change) ? News.NONE : News.ENROLLED;
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
          news = News.ERASED;
        }
        state.putErased(id, after);
      }
    }
    return new Step(before, after, news);
  }

  /** Whether a template is replaced by one that finds the same faces at the same times. */
  private boolean isAlike(GalleryChange change) throws Exception {
    Template old = state.identityOf(change.templateId());
    Template now = change.template();
    return old.personId().equals(now.personId())
        && Objects.equals(old.validFrom(), now.validFrom())
        && Objects.equals(old.validUntil(), now.validUntil())
        && Arrays.equals(state.embeddingOf(change.templateId()), change.embedding());
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
