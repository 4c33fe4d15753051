package io.facestream.bench.api;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured.
 *
 * @param pack name of the model pack
 * @param models folder to look for the models in first, or null
 * @param parallelism subtasks of each operator
 * @param templates size of the gallery, besides the people of the drawn scene
 * @param clients desks that ask side by side
 * @param every how often each of them captures
 * @param camerasLoad share of the job's capacity that cameras take
 * @param seconds how long each row lasts at most
 * @param requests how many pictures each row asks for at most
 */
record ApiPlan(
    String pack,
    Path models,
    int parallelism,
    int templates,
    int clients,
    Duration every,
    double camerasLoad,
    int seconds,
    int requests) {}
