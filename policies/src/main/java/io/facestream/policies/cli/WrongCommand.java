package io.facestream.policies.cli;

import io.facestream.client.policies.PolicyTopic;
import io.facestream.options.PoliciesTopicOption;
import io.facestream.policies.review.NamedFace;
import io.facestream.policies.review.RaisedThreshold;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream wrong}. */
@Command(
    name = "wrong",
    description = {
      "Says that an alert or a visit names the wrong person: reviews it as wrong, and raises that"
          + " person's own threshold above what the mistake reached, from the next frame on.",
      "A threshold that is higher already stays; nobody else's changes."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is reviewed, and the threshold is high enough",
      "1:not so: no such verdict, nobody was named in it, no broker",
      "2:wrong arguments"
    })
public final class WrongCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ReviewWords words;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Mixin private ReviewTopics topics;
  @Mixin private PoliciesTopicOption policies;

  @Override
  public Integer call() {
    NamedFace named = topics.find(words.id());
    PolicyTopic topic = topics.policies(policies.topic());
    RaisedThreshold raised = RaisedThreshold.of(named, topic.read());
    Review review = words.review(named, ReviewOutcome.WRONG);
    if (!dryRun) {
      topics.reviews().write(review);
      if (raised.rises()) {
        topic.createIfMissing(topics.replication());
        topic.write(raised.changes());
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(ReviewWords.line(review, named));
    new RaisedThresholdPrinter(out).print(raised);
    out.println(
        "To keep the face as well, so that it is told from this person: facestream not-this-person "
            + RaisedThresholdPrinter.quoted(named.id().toString())
            + " --keep-face");
    if (dryRun) {
      out.println("Nothing was written (--dry-run)");
    }
    out.flush();
    return 0;
  }
}
