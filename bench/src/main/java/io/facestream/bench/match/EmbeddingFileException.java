package io.facestream.bench.match;

import io.facestream.wire.FacestreamException;
import java.nio.file.Path;

/** A file of embeddings that cannot be searched: why, and how to write one that can. */
final class EmbeddingFileException extends FacestreamException {
  private static final long serialVersionUID = 1L;

  EmbeddingFileException(Path file, String causeAndCure) {
    super(file + " " + causeAndCure);
  }
}
