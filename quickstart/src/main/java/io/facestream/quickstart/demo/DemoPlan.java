package io.facestream.quickstart.demo;

import io.facestream.ingest.camera.Camera;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run of the demo does.
 *
 * @param cameras where the frames come from, at least one
 * @param gallery photos of who is to be recognised, {@code DIR/<person>/<photo>}
 * @param pack name of the model pack
 * @param models folder to look for the models in first, or null
 * @param jobOptions further options of the job, which know nothing of topics, models or subtasks
 * @param parallelism subtasks of each operator, at least 1
 * @param untilEnd whether the run ends with its input; if not, it ends when it is told to
 * @param outputs where the answers go
 */
public record DemoPlan(
    List<Camera> cameras,
    Path gallery,
    String pack,
    Path models,
    List<String> jobOptions,
    int parallelism,
    boolean untilEnd,
    DemoOutputs outputs) {}
