package io.facestream.bench.pipeline;

/**
 * What a comparison ran.
 *
 * @param input the video's file name, or the drawn scene's URL
 * @param pictures different pictures in it
 * @param pack name of the model pack
 * @param parallelism threads of the bare loop, and subtasks of each operator of the job
 * @param cameras cameras that the pictures were dealt out to
 * @param framesPerRound pictures of each round, on either side
 * @param processors cores of the machine as the JVM sees them
 */
record PipelineSetup(
    String input,
    int pictures,
    String pack,
    int parallelism,
    int cameras,
    int framesPerRound,
    int processors) {}
