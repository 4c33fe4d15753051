package io.facestream.gallery.cli;

import io.facestream.gallery.EnrolledPeople;
import io.facestream.gallery.EnrolledPerson;
import io.facestream.gallery.StoredExample;
import io.facestream.options.OutputOptions;
import io.facestream.wire.Json;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code facestream gallery list}. */
@Command(
    name = "list",
    description = "Lists who is enrolled.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false)
final class ListCommand implements Callable<Integer> {
  /** One long name must not push everybody's columns out of sight. */
  private static final int MOST_COLUMNS = 40;

  @Option(
      names = "--json",
      description = "Print one JSON object per person, or negative example, and line.")
  private boolean json;

  @Mixin private TopicChoice topic;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return Outcome.of(spec, this::list);
  }

  private int list() {
    EnrolledPeople enrolled = EnrolledPeople.in(topic.topic());
    List<EnrolledPerson> people = enrolled.people();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      people.forEach(person -> out.println(Json.printable(person)));
      enrolled.negativeExamples().forEach(example -> out.println(Json.printable(example)));
    } else {
      printTable(people, out);
      print(enrolled.negativeExamples(), out);
    }
    out.flush();
    if (enrolled.superseded() != null) {
      PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
      notes.println(enrolled.superseded());
      notes.flush();
    }
    return Outcome.DONE;
  }

  /** An id is shown whole, as one has to give it to other commands; a long one moves its row. */
  private static void printTable(List<EnrolledPerson> people, PrintWriter out) {
    int id = width(people, EnrolledPerson::personId, "PERSON");
    int name = width(people, EnrolledPerson::name, "NAME");
    boolean bounded = people.stream().anyMatch(person -> !validity(person).isEmpty());
    int valid = bounded ? width(people, ListCommand::validity, "VALID") : 0;
    String row =
        "%-"
            + id
            + "s  %-"
            + name
            + "s  %6s  %-20s  "
            + (bounded ? "%-" + valid + "s  " : "%s")
            + "%s%n";
    out.printf(
        Locale.ROOT,
        row,
        "PERSON",
        "NAME",
        "PHOTOS",
        "WATCHLISTS",
        bounded ? "VALID" : "",
        "MODEL");
    for (EnrolledPerson person : people) {
      out.printf(
          Locale.ROOT,
          row,
          person.personId(),
          Printable.of(person.name(), MOST_COLUMNS),
          person.photos().size(),
          String.join(",", person.watchlists()),
          validity(person),
          String.join(",", person.models()));
    }
    long photos = people.stream().mapToLong(person -> person.photos().size()).sum();
    out.printf(Locale.ROOT, "%d people, %d photos%n", people.size(), photos);
  }

  private static void print(List<StoredExample> examples, PrintWriter out) {
    for (StoredExample example : examples) {
      out.printf(
          Locale.ROOT,
          "%s  not %s  until %s%n",
          Printable.of(example.templateId()),
          Printable.of(example.notPersonId()),
          example.validUntil());
    }
    if (!examples.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "%d negative example%s: %s nobody, and not found by a search%n",
          examples.size(),
          examples.size() == 1 ? "" : "s",
          examples.size() == 1 ? "it is" : "they are");
    }
  }

  /** Empty for one who always is. */
  private static String validity(EnrolledPerson person) {
    if (person.validFrom() == null) {
      return person.validUntil() == null ? "" : "until " + person.validUntil();
    }
    return person.validUntil() == null
        ? "from " + person.validFrom()
        : person.validFrom() + "/" + person.validUntil();
  }

  private static int width(
      List<EnrolledPerson> people, Function<EnrolledPerson, String> column, String title) {
    return people.stream()
        .mapToInt(person -> Printable.of(column.apply(person), MOST_COLUMNS).length())
        .reduce(title.length(), Math::max);
  }
}
