package io.facestream.policies.cli;

import io.facestream.policies.review.NamedFace;
import io.facestream.policies.review.ReviewedId;
import io.facestream.wire.Ids;
import io.facestream.wire.Printable;
import io.facestream.wire.Review;
import io.facestream.wire.ReviewOutcome;
import io.facestream.wire.ReviewText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is reviewed, by whom, and why: arguments of every command that reviews. */
final class ReviewWords {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description =
          "The alertId of an alert, such as lobby@0-4711, or the sightingId of a visit, such as"
              + " lobby@0-4711/p-17.")
  private String id;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who reviews. Default: the user's name in the operating system.")
  private String by;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, in one line.")
  private String note;

  /** What is reviewed. */
  ReviewedId id() {
    require("--by", by, ReviewText.BY);
    if (note != null) {
      require("--note", note, ReviewText.NOTE);
    }
    try {
      return ReviewedId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private void require(String option, String text, ReviewText bounds) {
    String complaint = bounds.complaint(text);
    if (complaint != null) {
      throw new ParameterException(command.commandLine(), option + ": " + complaint);
    }
  }

  Review review(NamedFace named, ReviewOutcome outcome) {
    String of = named.id().toString();
    return new Review(
        Review.SCHEMA,
        Ids.reviewId(of, by),
        of,
        named.verdict().cameraId(),
        named.match().personId(),
        outcome,
        by,
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        note);
  }

  /** Such as {@code lobby@0-4711 Ada Lovelace (p-17) at 0.550 wrong by grace}. */
  static String line(Review review, NamedFace named) {
    return String.format(
        Locale.ROOT,
        "%s  %s (%s) at %.3f  %s  by %s",
        Printable.of(review.of()),
        Printable.of(named.match().name()),
        Printable.of(review.personId()),
        named.match().similarity(),
        word(review.outcome()),
        Printable.of(review.by()));
  }

  static String word(ReviewOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
