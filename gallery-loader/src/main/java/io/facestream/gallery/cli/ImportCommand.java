package io.facestream.gallery.cli;

import io.facestream.client.gallery.GalleryTopic;
import io.facestream.gallery.importing.EmbeddingImporter;
import io.facestream.gallery.importing.ImportOptions;
import io.facestream.gallery.importing.ImportReport;
import io.facestream.gallery.npy.NpyMatrix;
import io.facestream.gallery.people.PeopleDirectory;
import io.facestream.models.TaskBar;
import io.facestream.options.OutputOptions;
import io.facestream.options.ReplicationOption;
import io.facestream.vision.packs.EmbedderModel;
import io.facestream.vision.packs.ModelPacks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code facestream gallery import MATRIX.npy TABLE.csv}. */
@Command(
    name = "import",
    description = {
      "Enrols ready embeddings: row i of MATRIX.npy (float32 or float64, rows × dimension) "
          + "is of the person in row i of TABLE.csv (columns person[,photo,name,watchlists,threshold,quality,validFrom,validUntil]; "
          + "all others are attributes)."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every row is written",
      "1:some rows were refused",
      "2:nothing was written: wrong arguments or files, no broker"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "MATRIX.npy", description = "The embeddings.")
  private Path matrix;

  @Parameters(index = "1", paramLabel = "TABLE.csv", description = "Whose they are.")
  private Path table;

  @ArgGroup(multiplicity = "1")
  private Model model;

  @Option(
      names = "--people",
      paramLabel = "FILE.csv",
      description = "A people.csv with names, watchlists and aliases.")
  private Path people;

  @Option(
      names = "--only-unit",
      description = "Refuse rows that are not of length 1 instead of normalising them.")
  private boolean onlyUnit;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Write the numbers and the first refused rows there.")
  private Path report;

  @Mixin private TopicChoice topic;
  @Mixin private ReplicationOption replication;
  @Spec private CommandSpec spec;

  /** Without a default: embeddings under a wrong model's name would match at random. */
  private static final class Model {
    @Option(
        names = "--pack",
        paramLabel = "NAME",
        required = true,
        description = "The pack whose embedder made the embeddings.")
    private String pack;

    @Option(
        names = "--model-id",
        paramLabel = "ID",
        required = true,
        description = "The embedder that made them, such as mobilefacenet-128.")
    private String id;
  }

  @Override
  public Integer call() throws Exception {
    return Outcome.of(spec, this::importRows);
  }

  private int importRows() {
    ReportFile.checkWritable(report);
    ImportOptions options = options();
    ImportReport done;
    try (TaskBar bar = TaskBar.open(spec, "Rows")) {
      try (NpyMatrix rows = NpyMatrix.open(matrix)) {
        bar.expect(rows.rows());
      }
      done = EmbeddingImporter.run(matrix, table, options, bar::reached);
    }
    print(done, spec.commandLine().getOut());
    boolean reported = ReportFile.write(report, done, spec);
    return reported && done.refused() == 0 ? Outcome.DONE : Outcome.PARTLY;
  }

  private ImportOptions options() {
    PeopleDirectory directory =
        people == null ? PeopleDirectory.empty() : PeopleDirectory.ofTable(people);
    GalleryTopic gallery = topic.topic().withReplication(replication.replication());
    if (model.pack != null) {
      EmbedderModel embedder = ModelPacks.named(model.pack).embedder();
      return new ImportOptions(
          gallery, embedder.modelId(), embedder.dimension(), directory, onlyUnit);
    }
    int dimension =
        ModelPacks.names().stream()
            .map(pack -> ModelPacks.named(pack).embedder())
            .filter(embedder -> embedder.modelId().equals(model.id))
            .findFirst()
            .map(EmbedderModel::dimension)
            .orElse(0);
    if (dimension == 0) {
      PrintWriter notes = OutputOptions.notes(spec, spec.commandLine().getErr());
      notes.printf(
          Locale.ROOT, "No pack has the model %s: the dimension is not checked%n", model.id);
      notes.flush();
    }
    return new ImportOptions(gallery, model.id, dimension, directory, onlyUnit);
  }

  private static void print(ImportReport report, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d rows (model %s): %d written, %d of them normalised, %d refused%n",
        report.rows(),
        report.modelId(),
        report.written(),
        report.normalised(),
        report.refused());
    report
        .refusals()
        .forEach(
            r ->
                out.printf(
                    Locale.ROOT, "  row %d (%s): %s%n", r.row(), r.templateId(), r.reason()));
    if (report.refused() > report.refusals().size()) {
      out.printf(Locale.ROOT, "  and %d more%n", report.refused() - report.refusals().size());
    }
    out.flush();
  }
}
