package io.facestream.job.verdict;

import io.facestream.job.frames.ProbeFrame;
import io.facestream.job.search.ProbeHits;
import io.facestream.wire.GalleryView;
import java.util.List;
import java.util.Set;

/**
 * A frame with the answers of all slices brought together.
 *
 * @param frame the frame
 * @param persons per probe the best template of each person, best first
 * @param gallery what was searched, or null when nothing was
 * @param searchMs time of the slowest slice, milliseconds
 */
public record MergedFrame(
    ProbeFrame frame, List<ProbeHits> persons, GalleryView gallery, double searchMs) {

  /** A frame with nothing to search for: no slice was asked. */
  public static MergedFrame withoutSearch(ProbeFrame frame) {
    return new MergedFrame(
        frame, frame.probes().stream().map(probe -> new ProbeHits(List.of())).toList(), null, 0);
  }

  /** The same as if some templates had not been there. */
  MergedFrame without(Set<String> templates) {
    return new MergedFrame(
        frame,
        persons.stream()
            .map(
                probe ->
                    new ProbeHits(
                        probe.hits().stream()
                            .filter(hit -> !templates.contains(hit.templateId()))
                            .toList()))
            .toList(),
        gallery,
        searchMs);
  }
}
