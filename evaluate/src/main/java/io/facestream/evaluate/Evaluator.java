package io.facestream.evaluate;

import io.facestream.evaluate.identification.GalleryPlan;
import io.facestream.evaluate.result.Evaluation;
import io.facestream.evaluate.result.FalseAlertThreshold;
import io.facestream.evaluate.result.Identification;
import io.facestream.evaluate.samples.EmbeddedPhoto;
import io.facestream.evaluate.samples.GroupsFile;
import io.facestream.evaluate.samples.LabelledPhotos;
import io.facestream.evaluate.samples.PairsFile;
import io.facestream.evaluate.samples.PhotoEmbedder;
import io.facestream.evaluate.statistics.Estimate;
import io.facestream.evaluate.statistics.PeopleBootstrap;
import io.facestream.photos.BadPhotoFolderException;
import io.facestream.photos.Enroller;
import io.facestream.photos.PackEnrollers;
import io.facestream.photos.tables.BadTableException;
import io.facestream.vision.packs.ModelPack;
import io.facestream.vision.packs.ModelPacks;
import io.facestream.vision.packs.VisionException;
import io.facestream.wire.CurvePoint;
import io.facestream.wire.FalseAlerts;
import io.facestream.wire.FalseMatchCurve;
import io.facestream.wire.FalseMatchCurve.Reading;
import io.facestream.wire.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Measures a model pack on labelled photos.
 *
 * <pre>{@code
 * Evaluation found = Evaluator.run(options, EvaluationProgress.SILENT);
 * found.verification().rates().forEach(System.out::println);
 * }</pre>
 */
public final class Evaluator {
  private final EvaluationOptions options;
  private final Models models;

  private Evaluator(EvaluationOptions options, Models models) {
    this.options = options;
    this.models = models;
  }

  /**
   * Looks at all photos, compares and searches them.
   *
   * @throws BadPhotoFolderException when there is no such folder, or no photo in it
   * @throws BadTableException when the table of pairs or of groups cannot be used; with the line
   * @throws VisionException when the pack is unknown or its models cannot be had
   * @throws EvaluationException when the photos can show nothing
   */
  public static Evaluation run(EvaluationOptions options, EvaluationProgress progress) {
    ModelPack pack = ModelPacks.named(options.pack());
    Models models = new Models(pack.name(), pack.detector().modelId(), pack.embedder().modelId());
    try (PackEnrollers enrollers =
        new PackEnrollers(options.pack(), options.models(), progress.downloads())) {
      return run(options, models, enrollers::newEnroller, progress);
    }
  }

  static Evaluation run(
      EvaluationOptions options,
      Models models,
      Callable<Enroller> enrollers,
      EvaluationProgress progress) {
    return new Evaluator(options, models).evaluate(enrollers, progress);
  }

  private Evaluation evaluate(Callable<Enroller> enrollers, EvaluationProgress progress) {
    LabelledPhotos labels = LabelledPhotos.scan(options.folder(), options.strangers());
    PairsFile pairs = options.pairs() == null ? null : PairsFile.read(options.pairs(), labels);
    List<String> groups =
        options.groups() == null ? null : GroupsFile.read(options.groups(), labels.people());
    if (pairs == null) {
      requireTwoPeople(labels.people().size(), labels.people().get(0));
      requireEnough(labels.strangersFrom());
    }
    LabelledPhotos wanted = pairs == null ? labels : labels.only(pairs.photos());
    progress.planned(wanted.photos().size());
    List<EmbeddedPhoto> seen =
        new PhotoEmbedder(options.picks())
            .embed(
                wanted.photos(),
                options.threads(),
                enrollers,
                photo -> progress.done(photo.photo().name()));
    Samples samples = Samples.of(wanted, seen);
    return pairs == null ? ofFolders(samples, groups) : ofPairs(samples, pairs);
  }

  private Evaluation ofPairs(Samples samples, PairsFile pairs) {
    return new Evaluation(
        Evaluation.SCHEMA,
        models,
        source(samples),
        samples.counts(),
        PairVerification.of(samples, pairs),
        null,
        null,
        null,
        List.of(),
        null);
  }

  private Evaluation ofFolders(Samples samples, List<String> groups) {
    requireTwoPeople(samples.compared(), samples.usable().get(0).photo().name());
    requireEnough(samples.enrollable());
    PeopleBootstrap people = new PeopleBootstrap(samples.people(), options.seed());
    FolderVerification verification = new FolderVerification(samples, people);
    GalleryPlan plan = plan(samples);
    GallerySearch search = new GallerySearch(samples, plan, people);
    Identification identification = search.result();
    FalseMatchCurve curve = curve(samples, verification);
    return new Evaluation(
        Evaluation.SCHEMA,
        models,
        source(samples),
        samples.counts(),
        verification.result(),
        identification,
        curve == null ? null : falseAlerts(curve, plan, search),
        groups == null ? null : GroupComparison.of(samples, groups, verification, search),
        verification.lookAlikes(),
        curve);
  }

  /** Everybody where there are strangers to search for; else half, so that the rest is strange. */
  private GalleryPlan plan(Samples samples) {
    int all = samples.enrollable();
    boolean strangers = samples.compared() > all;
    int usual = strangers ? all : Math.max(1, all / 2);
    return new GalleryPlan(
        options.gallerySize() == 0 ? usual : options.gallerySize(),
        options.photosEach(),
        options.trials(),
        options.seed());
  }

  private FalseMatchCurve curve(Samples samples, FolderVerification verification) {
    List<CurvePoint> points = verification.scores().curve();
    return points.size() < 2
        ? null
        : FalseMatchCurve.of(
            models,
            source(samples),
            verification.scores().impostor().count(),
            samples.compared(),
            points);
  }

  private FalseAlertThreshold falseAlerts(
      FalseMatchCurve curve, GalleryPlan plan, GallerySearch search) {
    double rate = FalseAlerts.falseMatchRate(options.falseAlerts(), plan.templates());
    Reading cosine = curve.cosineFor(rate);
    double there = curve.fmrAt(cosine.value()).value();
    Estimate fpir = search.fpir(cosine.value());
    return new FalseAlertThreshold(
        options.falseAlerts(),
        plan.templates(),
        rate,
        cosine.value(),
        cosine instanceof Reading.Measured,
        FalseAlerts.share(there, plan.templates()),
        fpir);
  }

  private String source(Samples samples) {
    if (options.source() != null) {
      return options.source();
    }
    String folders =
        options.strangers() == null
            ? name(options.folder())
            : name(options.folder()) + " and " + name(options.strangers());
    return samples.usable().size() + " photos of " + samples.compared() + " people: " + folders;
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  private static void requireTwoPeople(int people, String first) {
    if (people < 2) {
      throw new EvaluationException(
          "All usable photos are of one person ("
              + first
              + "); false matches need two people at least: add a folder for each");
    }
  }

  private void requireEnough(int people) {
    if (options.gallerySize() > people) {
      throw new EvaluationException(
          "A gallery of "
              + options.gallerySize()
              + " people cannot be drawn from "
              + people
              + "; choose a smaller one");
    }
  }
}
