package io.facestream.explain.gallery;

import io.facestream.decision.SearchScope;
import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.gallery.Template;
import io.facestream.job.negatives.KnownExamples;
import io.facestream.job.search.ListLabels;
import io.facestream.job.search.PartialAnswer;
import io.facestream.job.search.ProbeSearch;
import io.facestream.job.search.SearchSettings;
import io.facestream.job.verdict.MergedFrame;
import io.facestream.job.verdict.Merger;
import io.facestream.matcher.GallerySlice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All templates of a gallery in one slice, searched as the job searches its slices. */
public final class WholeGallery implements AutoCloseable {
  private final GallerySlice slice;
  private final Map<String, Template> templates = new HashMap<>();
  private final KnownExamples examples;
  private final Map<Integer, Long> offsets;
  private final ListLabels labels;

  /**
   * A slice of templates.
   *
   * @param dimension length of their embeddings
   * @param negativeExamples what is beside it: nobody, and not searched
   * @param offsets for each partition that has records, the offset of the last
   */
  public WholeGallery(
      int dimension,
      Map<String, Enrolled> enrolled,
      Map<String, Enrolled> negativeExamples,
      Map<Integer, Long> offsets) {
    this.examples =
        new KnownExamples(negativeExamples.values().stream().map(Enrolled::example).toList());
    this.offsets = Map.copyOf(offsets);
    slice = GallerySlice.create(dimension);
    labels = new ListLabels(slice);
    enrolled.forEach(
        (id, entry) -> {
          slice.put(id, entry.embedding());
          templates.put(id, entry.template());
          labels.label(id, entry.template());
        });
  }

  /** Number of templates. */
  public long templates() {
    return templates.size();
  }

  /**
   * Number of templates in reach.
   *
   * @param scope who is looked for
   */
  public long templates(SearchScope scope) {
    return scope.isAll() ? templates() : slice.sizeWithout(labels.outOfReach(scope));
  }

  /** Number of people. */
  public long people() {
    return templates.values().stream().map(Template::personId).distinct().count();
  }

  /** Number of templates of a person. */
  public long photosOf(String personId) {
    return templates.values().stream().filter(t -> t.personId().equals(personId)).count();
  }

  /** The negative examples. */
  public KnownExamples examples() {
    return examples;
  }

  /** For each partition that has records, the offset of the last. */
  public Map<Integer, Long> offsets() {
    return offsets;
  }

  /**
   * The best persons for each face of a frame.
   *
   * @param templatesSaid how many templates the answer is to say it was searched among
   */
  public MergedFrame search(ProbeFrame frame, SearchSettings settings, long templatesSaid) {
    return search(frame, settings, templatesSaid, templates::get);
  }

  /** The same as if everybody were valid at any time. */
  public MergedFrame searchAtAnyTime(ProbeFrame frame, SearchSettings settings) {
    return search(frame, settings, templates(), id -> templates.get(id).valid(null, null));
  }

  /** The same as if one template were valid at any time. */
  public MergedFrame searchAsIfValid(
      ProbeFrame frame, SearchSettings settings, long templatesSaid, String templateId) {
    return search(
        frame,
        settings,
        templatesSaid,
        id -> id.equals(templateId) ? templates.get(id).valid(null, null) : templates.get(id));
  }

  /** Who a template is. */
  public Template template(String templateId) {
    return templates.get(templateId);
  }

  private MergedFrame search(
      ProbeFrame frame,
      SearchSettings settings,
      long templatesSaid,
      Function<String, Template> identities) {
    if (!frame.needsSearch()) {
      return MergedFrame.withoutSearch(frame);
    }
    ProbeSearch search = new ProbeSearch(slice, identities, labels::outOfReach, settings);
    return Merger.merge(
        List.of(
            new PartialAnswer(
                frame.frameId(),
                0,
                1,
                frame,
                search.search(List.of(frame)).get(0),
                0,
                templatesSaid,
                offsets)));
  }

  @Override
  public void close() {
    slice.close();
  }
}
