package io.facestream.vision.cli;

import picocli.CommandLine.Command;

/** {@code facestream models list | verify | fetch}. */
@Command(name = "models", description = "List, check and download the models of the packs.")
public final class ModelsCommand {}
