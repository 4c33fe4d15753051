package io.facestream.vision.store;

import io.facestream.vision.packs.ModelFile;
import java.nio.file.Path;

/**
 * A model file that was found and whose checksum is right.
 *
 * @param model what the manifest says of it
 * @param path where it lies
 */
public record LocatedFile(ModelFile model, Path path) {}
