package io.facestream.gallery.cli;

import io.facestream.client.BrokerRefusedException;
import io.facestream.client.BrokerUnreachableException;
import io.facestream.client.ConnectionSettingsException;
import io.facestream.client.gallery.GalleryWriteException;
import io.facestream.client.gallery.NoSuchGalleryException;
import io.facestream.gallery.npy.BadNpyException;
import io.facestream.gallery.people.BadPeopleException;
import io.facestream.gallery.photos.BadPhotoFolderException;
import io.facestream.options.OutputOptions;
import io.facestream.vision.VisionException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Model.CommandSpec;

/** Exit codes, and one line instead of a stack trace for everything that people can put right. */
final class Outcome {
  /** All that was asked for is done. */
  static final int DONE = 0;

  /** Some of it is not: photos or rows were refused, or nobody has that name. */
  static final int PARTLY = 1;

  /** Nothing was done: wrong arguments or files, no models, no broker. */
  static final int FAILED = 2;

  private static final List<Class<? extends RuntimeException>> EXPLAINED =
      List.of(
          BadNpyException.class,
          BadPeopleException.class,
          BadPhotoFolderException.class,
          GalleryWriteException.class,
          NoSuchGalleryException.class,
          BrokerUnreachableException.class,
          BrokerRefusedException.class,
          ConnectionSettingsException.class,
          VisionException.class,
          IllegalArgumentException.class,
          KafkaException.class);

  private Outcome() {}

  /** Runs a command's work and turns its explained failures into a line on standard error. */
  static int of(CommandSpec command, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (RuntimeException e) {
      if (EXPLAINED.stream().noneMatch(type -> type.isInstance(e))) {
        throw e;
      }
      command.commandLine().getErr().println(command.qualifiedName() + ": " + e.getMessage());
      command.commandLine().getErr().flush();
      OutputOptions.printTrace(command, e);
      return FAILED;
    }
  }
}
