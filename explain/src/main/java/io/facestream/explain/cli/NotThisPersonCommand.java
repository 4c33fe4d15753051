package io.facestream.explain.cli;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.client.gallery.GalleryWriter;
import io.facestream.explain.example.KeptFace;
import io.facestream.explain.example.Mistake;
import io.facestream.explain.picture.PictureLook;
import io.facestream.job.options.RecognitionOptions;
import io.facestream.options.Ago;
import io.facestream.options.BadOptionsException;
import io.facestream.policies.review.ReviewedId;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.wire.NegativeExamples;
import io.facestream.wire.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream not-this-person}. */
@Command(
    name = "not-this-person",
    description = {
      "Keeps the face that an alert or a visit took for somebody, so that it is not named so again:"
          + " from the next frame on, a face that is nearer to it than to all photos of that person"
          + " is nobody.",
      "What is kept is the biometric of somebody who has not agreed to it. It is used for nothing"
          + " else, ends by itself and can be erased. 'facestream wrong' does without: it raises the"
          + " person's threshold.",
      "Give it the options that the job was started with. The frame must still be on its topic."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is kept",
      "2:nothing is: wrong arguments, no such verdict, nobody was named in it, its frame is gone, no"
          + " models, no broker"
    })
public final class NotThisPersonCommand implements Callable<Integer> {
  /** A day less than the job takes: its broker's clock may be behind this one. */
  private static final Duration LONGEST = NegativeExamples.LONGEST.minusDays(1);

  @Parameters(
      paramLabel = "ID",
      description =
          "The alertId of an alert, such as lobby@0-4711, or the sightingId of a visit, such as"
              + " lobby@0-4711/p-17.")
  private String id;

  @Option(
      names = "--keep-face",
      paramLabel = "DURATION",
      arity = "0..1",
      fallbackValue = "30d",
      converter = Ago.class,
      description =
          "Keep the face, for so long: without it nothing is kept. At most 365d. Default:"
              + " ${FALLBACK-VALUE}.")
  private Duration keepFace;

  @Option(
      names = "--face",
      paramLabel = "N",
      description = "The N-th face of the verdict instead of the one that the alert is about.")
  private Integer face;

  @Option(names = "--dry-run", description = "Say what would be kept, and keep nothing.")
  private boolean dryRun;

  @Mixin private FrameTopics topics;
  @Mixin private RecognitionOptions recognition;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    recognition.validate(spec.commandLine());
    return Outcome.of(spec, this::keep);
  }

  private int keep() throws UnreadablePictureException {
    requireArguments();
    Mistake mistake =
        Mistake.find(
            ReviewedId.parse(id), face, topics.connection(), topics.frames(), topics.verdicts());
    KeptFace kept = kept(mistake);
    if (!dryRun) {
      GalleryTopic gallery = topics.gallery();
      gallery.createIfMissing();
      try (GalleryWriter writer = GalleryWriter.open(gallery)) {
        writer.put(kept.templateId(), kept.entry());
      }
    }
    print(mistake, kept);
    return Outcome.DONE;
  }

  private void requireArguments() {
    if (keepFace == null) {
      throw new BadOptionsException(
          "This keeps the face of somebody who has not agreed to it. Say so: --keep-face, for 30"
              + " days, or --keep-face 7d; 'facestream wrong' does without");
    }
    if (keepFace.compareTo(LONGEST) > 0) {
      throw new BadOptionsException("--keep-face is at most " + LONGEST.toDays() + "d");
    }
    if (face != null && face < 1) {
      throw new BadOptionsException("--face counts from 1, not " + face);
    }
  }

  private KeptFace kept(Mistake mistake) throws UnreadablePictureException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    VerdictPack models = VerdictPack.of(mistake.decided().verdict().verdict(), recognition, spec);
    try (PictureLook look = new PictureLook(models.vision())) {
      return KeptFace.of(
          mistake,
          look.look(mistake.decided().frame().picture()),
          models.pack().embedder().modelId(),
          now,
          now.plus(keepFace));
    }
  }

  private void print(Mistake mistake, KeptFace kept) {
    PrintWriter out = spec.commandLine().getOut();
    String person = Printable.of(mistake.personId());
    out.printf(
        Locale.ROOT,
        "%s  %s (%s) at %.3f  the face of frame %s is kept as not %s until %s%n",
        Printable.of(mistake.named().id().toString()),
        Printable.of(mistake.named().match().name()),
        person,
        mistake.named().match().similarity(),
        Printable.of(mistake.decided().verdict().verdict().verdictId()),
        person,
        Instant.ofEpochMilli(kept.entry().getValidUntil()));
    out.println("Take it back: facestream gallery erase " + ShellWord.quoted(kept.templateId()));
    if (dryRun) {
      out.println("Nothing was written (--dry-run)");
    }
    out.flush();
  }
}
