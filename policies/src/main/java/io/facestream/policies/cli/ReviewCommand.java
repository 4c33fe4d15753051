package io.facestream.policies.cli;

import io.facestream.policies.review.NamedFace;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream review}. */
@Command(
    name = "review",
    description = {
      "Writes down what somebody found of an alert or a visit; a second person's review is kept"
          + " beside the first.",
      "Changes nothing else; 'facestream wrong' also raises the person's threshold."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is written",
      "1:nothing is: no such verdict, nobody was named in it, no broker",
      "2:wrong arguments"
    })
public final class ReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ReviewWords words;

  @Parameters(
      index = "1",
      paramLabel = "confirmed|wrong|unclear",
      description = "It is the person named, it is somebody else, or the picture does not tell.")
  private ReviewOutcome outcome;

  @Mixin private ReviewTopics topics;

  @Override
  public Integer call() {
    NamedFace named = topics.find(words.id());
    Review review = words.review(named, outcome);
    topics.reviews().write(review);
    PrintWriter out = spec.commandLine().getOut();
    out.println(ReviewWords.line(review, named));
    out.flush();
    return 0;
  }
}
