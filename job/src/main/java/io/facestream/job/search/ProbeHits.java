package io.facestream.job.search;

import java.util.List;

/**
 * The best templates for one probe, best first, ties to the smaller template id; empty for a
 * rejected face.
 */
public record ProbeHits(List<TemplateHit> hits) {}
