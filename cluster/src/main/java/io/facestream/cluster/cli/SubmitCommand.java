package io.facestream.cluster.cli;

import io.facestream.cluster.ClusterException;
import io.facestream.cluster.LocalCluster;
import io.facestream.cluster.rest.JobRun;
import io.facestream.cluster.rest.RestException;
import io.facestream.options.OutputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code facestream cluster submit}. */
@Command(
    name = "submit",
    description = {
      "Uploads the job and runs it, as the web UI does.",
      "Further options are the job's own, see 'facestream job --help'."
    },
    mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private FolderOption folder;

  @Option(
      names = "--parallelism",
      paramLabel = "P",
      description = "Subtasks of each operator. Default: one for each free slot.")
  private Integer parallelism;

  @Option(
      names = "--from-savepoint",
      paramLabel = "PATH",
      description = "Start with the state of a savepoint or of a checkpoint that was kept.")
  private String savepoint;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "Another job jar than the one of this build.")
  private Path jar;

  @Unmatched private List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    if (parallelism != null) {
      ParallelismRange.require(spec, parallelism);
    }
    LocalCluster cluster = folder.cluster();
    int subtasks = parallelism != null ? parallelism : Math.max(1, cluster.jobs().freeSlots());
    JobRun run = new JobRun(options, subtasks, savepoint);
    requireSlots(cluster, run);
    String job = submit(cluster, run);
    var out = spec.commandLine().getOut();
    var notes = OutputOptions.notes(spec, out);
    notes.printf(Locale.ROOT, "Job %s is submitted, waiting until it runs ...%n", job);
    notes.flush();
    cluster.jobs().awaitStart(job);
    out.printf(Locale.ROOT, "Job %s runs with parallelism %d%n", job, subtasks);
    out.printf(Locale.ROOT, "%s#/job/running/%s/overview%n", cluster.flink().webUi(), job);
    out.flush();
    return 0;
  }

  /** Of a wrong option before missing slots: whoever adds slots would be refused again. */
  private void requireSlots(LocalCluster cluster, JobRun run) {
    try {
      cluster.jobs().requireSlots(run.parallelism());
    } catch (ClusterException missing) {
      try {
        cluster.jobs().requireUsable(jar, run);
      } catch (RestException e) {
        refuseOptions(e);
      }
      throw missing;
    }
  }

  private String submit(LocalCluster cluster, JobRun run) {
    try {
      return jar == null ? cluster.jobs().submit(run) : cluster.jobs().submit(jar, run);
    } catch (RestException e) {
      refuseOptions(e);
      throw e;
    }
  }

  private void refuseOptions(RestException e) {
    if (e.isAboutOptions()) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
