package io.facestream.evaluate;

import io.facestream.photos.Picks;
import java.nio.file.Path;

/**
 * What is evaluated, and how.
 *
 * @param folder a folder of photos for each person
 * @param strangers such a folder of people who are never enrolled, or null
 * @param pairs a table of pairs, to compare these alone; or null
 * @param groups a table of people's groups, or null
 * @param pack the model pack
 * @param models folder to look for the models in first, or null
 * @param threads photos looked at at the same time, at least 1
 * @param picks which face to take of photos with several
 * @param gallerySize people enrolled in each random gallery; 0 for the usual
 * @param photosEach by which each is enrolled at most
 * @param trials random galleries
 * @param seed of all that is drawn
 * @param falseAlerts share of strangers that may be named, above 0 and below 1
 * @param source what the curve says of its origin; null for the folders
 */
public record EvaluationOptions(
    Path folder,
    Path strangers,
    Path pairs,
    Path groups,
    String pack,
    Path models,
    int threads,
    Picks picks,
    int gallerySize,
    int photosEach,
    int trials,
    long seed,
    double falseAlerts,
    String source) {}
