package io.facestream.gallery.cli;

import io.facestream.client.gallery.GalleryTopic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One run of {@code facestream gallery …}: its exit code and what it printed. */
record GalleryRun(int exitCode, String out, String err) {

  static GalleryRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new GalleryCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new GalleryRun(exitCode, out.toString(), err.toString());
  }

  static GalleryRun on(GalleryTopic topic, Object... arguments) {
    List<String> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    all.addAll(
        List.of("--bootstrap-servers", topic.bootstrapServers(), "--gallery-topic", topic.name()));
    return of(all.toArray(String[]::new));
  }
}
