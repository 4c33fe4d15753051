package io.facestream.gallery.cli;

import io.facestream.gallery.GalleryEraser;
import io.facestream.gallery.UnknownPersonException;
import io.facestream.options.OutputOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream gallery erase PERSON…}. */
@Command(
    name = "erase",
    description = "Erases people, single photos of theirs, or negative examples, from the gallery.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of them are erased",
      "1:nobody is enrolled, or no negative example is there, under one of the names",
      "2:nothing was erased: no gallery, no broker"
    })
final class EraseCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "PERSON[/PHOTO]",
      description =
          "A person's id or name; with a photo, that one only. Or the id of a negative example.")
  private List<String> targets;

  @Mixin private TopicChoice topic;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return Outcome.of(spec, this::erase);
  }

  private int erase() {
    GalleryEraser eraser = GalleryEraser.of(topic.topic());
    if (eraser.repaired() != null) {
      OutputOptions.notes(spec, spec.commandLine().getOut()).println(eraser.repaired());
    }
    int result = Outcome.DONE;
    for (String target : targets) {
      try {
        List<String> erased = eraser.erase(target);
        spec.commandLine()
            .getOut()
            .printf(
                Locale.ROOT,
                "Erased %d template%s: %s%n",
                erased.size(),
                erased.size() == 1 ? "" : "s",
                String.join(", ", erased));
        spec.commandLine().getOut().flush();
      } catch (UnknownPersonException e) {
        spec.commandLine().getErr().println(spec.qualifiedName() + ": " + e.getMessage());
        spec.commandLine().getErr().flush();
        result = Outcome.PARTLY;
      }
    }
    return result;
  }
}
