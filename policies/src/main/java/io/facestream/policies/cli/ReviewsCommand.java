package io.facestream.policies.cli;

import io.facestream.client.KafkaConnection;
import io.facestream.client.reviews.ReviewTopic;
import io.facestream.options.Ago;
import io.facestream.options.BrokerOptions;
import io.facestream.options.ReviewsTopicOption;
import io.facestream.wire.Json;
import io.facestream.wire.Printable;
import io.facestream.wire.Review;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream reviews}. */
@Command(
    name = "reviews",
    description = "Lists what people found of alerts and visits, in the order of time.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false)
public final class ReviewsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "DURATION",
      converter = Ago.class,
      defaultValue = "7d",
      description = "How far to look back. Default: ${DEFAULT-VALUE}.")
  private Duration since;

  @Option(names = "--json", description = "Print each as one line of JSON instead.")
  private boolean json;

  @Mixin private BrokerOptions broker;
  @Mixin private ReviewsTopicOption topic;

  @Override
  public Integer call() {
    KafkaConnection connection =
        KafkaConnection.to(broker.bootstrapServers(), broker.kafkaConfig());
    Instant from = Instant.now().minus(since);
    List<Review> reviews = new ArrayList<>();
    new ReviewTopic(connection, topic.topic())
        .read(
            review -> {
              if (!review.at().isBefore(from)) {
                reviews.add(review);
              }
            });
    reviews.sort(Comparator.comparing(Review::at));
    PrintWriter out = spec.commandLine().getOut();
    reviews.forEach(review -> out.println(json ? Json.printable(review) : line(review)));
    if (reviews.isEmpty() && !json) {
      out.println("Nobody has reviewed anything in the last " + Ago.text(since));
    }
    out.flush();
    return 0;
  }

  private static String line(Review review) {
    String said =
        String.join(
            "  ",
            review.at().toString(),
            Printable.of(review.of()),
            Printable.of(review.personId()),
            review.outcome() == null ? "?" : ReviewWords.word(review.outcome()),
            "by " + Printable.of(review.by()));
    return review.note() == null ? said : said + "  " + Printable.of(review.note());
  }
}
