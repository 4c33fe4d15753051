package io.facestream.gallery.cli;

import io.facestream.gallery.check.CheckReport;
import io.facestream.gallery.check.FalseAlertsADay;
import io.facestream.gallery.check.Traffic;
import java.util.List;
import java.util.Map;

/**
 * All that {@code gallery check} says; its JSON, under names that docs/gallery.md promises.
 *
 * @param topic of the gallery
 * @param pack the model pack
 * @param model its embedder, of which the compared templates are
 * @param threshold in force, cosine −1…1
 * @param thresholdOrigin where it comes from, for people
 * @param pairSimilarity cosine from which two photos agree, −1…1
 * @param clean whether nothing needs a look
 * @param check what the embeddings say
 * @param otherModels ids of templates of other embedders, by embedder
 * @param otherLength ids of templates of another length than the embedder's
 * @param unusable ids of what is no template, with the reason
 * @param traffic what the verdicts say; null when there are none
 * @param falseAlerts expected; null without traffic
 * @param suggestions what one may do, each reversible
 */
record CheckResult(
    String topic,
    String pack,
    String model,
    double threshold,
    String thresholdOrigin,
    double pairSimilarity,
    boolean clean,
    CheckReport check,
    Map<String, List<String>> otherModels,
    List<String> otherLength,
    Map<String, String> unusable,
    Traffic traffic,
    FalseAlertsADay falseAlerts,
    List<Suggestion> suggestions) {}
