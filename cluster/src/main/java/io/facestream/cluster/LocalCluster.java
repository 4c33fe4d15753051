package io.facestream.cluster;

import io.facestream.cluster.process.FolderLock;
import io.facestream.cluster.process.ManagedProcess;
import io.facestream.cluster.process.ProcessSpec;
import io.facestream.cluster.rest.FlinkRest;
import io.facestream.wire.Remedy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Broker, JobManager and TaskManagers, each a process of this machine. They outlive the JVM that
 * started them, and any other JVM can go on with them.
 *
 * <pre>{@code
 * try (LocalCluster cluster = LocalCluster.up(ClusterSpec.in(folder).withPorts(ClusterPorts.free()))) {
 *   String job = cluster.jobs().submit(JobRun.with(List.of("--pack", "builtin")));
 *   cluster.flink().jobs().awaitRunning(job, Duration.ofSeconds(60));
 *   cluster.kill("tm-1");
 *   cluster.start("tm-1");
 * }
 * }</pre>
 */
public final class LocalCluster implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(20);

  private final ClusterSpec spec;
  private final ClusterFolder folder;
  private final FlinkRest flink;
  private final Roles roles;

  private LocalCluster(ClusterSpec spec, Distribution distribution) {
    this.spec = spec;
    this.folder = new ClusterFolder(spec.folder());
    this.flink = new FlinkRest(URI.create("http://127.0.0.1:" + spec.ports().web()));
    this.roles = new Roles(spec, distribution, flink);
  }

  /**
   * Starts a cluster. In a folder that had one before, its topics are there again, and with high
   * availability its jobs too.
   *
   * @throws ClusterException when one is up in that folder, a port is taken, or a process does not
   *     start; then all are ended again
   */
  public static LocalCluster up(ClusterSpec spec) {
    return up(spec, name -> {});
  }

  /**
   * Starts a cluster.
   *
   * @param progress told the name of each process before it is started
   */
  public static LocalCluster up(ClusterSpec spec, Consumer<String> progress) {
    LocalCluster cluster = new LocalCluster(spec, Distribution.find());
    cluster.requireDown();
    cluster.endLeftSupervisor();
    cluster.folder.requireUsable(spec.highAvailability());
    spec.ports().requireFree(spec.highAvailability());
    cluster.folder.writeSpec(spec);
    cluster.folder.forgetRestarts();
    ClusterFolder.delete(cluster.folder.temporary());
    try {
      for (String name : cluster.roles.startOrder()) {
        progress.accept(name);
        cluster.start(name);
      }
      return cluster;
    } catch (RuntimeException e) {
      cluster.down();
      throw e;
    }
  }

  /**
   * Goes on with a cluster that is up.
   *
   * @throws ClusterException when none is up in this folder
   */
  public static LocalCluster at(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    LocalCluster cluster = in(absolute);
    if (cluster.processes().stream().noneMatch(ProcessStatus::isAlive)) {
      throw notUp(absolute);
    }
    return cluster;
  }

  /** The one that was started in a folder, whether or not any of it runs. */
  static LocalCluster in(Path folder) {
    return new ClusterFolder(folder)
        .readSpec()
        .map(spec -> new LocalCluster(spec, Distribution.find()))
        .orElseThrow(() -> notUp(folder));
  }

  /** As it was asked for. */
  public ClusterSpec spec() {
    return spec;
  }

  /** Where it keeps what. */
  public ClusterFolder folder() {
    return folder;
  }

  /** What Kafka's clients connect to, {@code host:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + spec.ports().kafka();
  }

  /** Flink's REST API. */
  public FlinkRest flink() {
    return flink;
  }

  /** Its jobs: submission, and the same job again with another parallelism. */
  public ClusterJobs jobs() {
    return new ClusterJobs(this);
  }

  /** All its processes, also those that do not run. */
  public List<ProcessStatus> processes() {
    Restarts restarts = folder.readRestarts().orElse(Restarts.NONE);
    List<ProcessStatus> all = new ArrayList<>();
    for (String name : roles.known()) {
      long pid = process(name).handle().map(ProcessHandle::pid).orElse(0L);
      Restarts.Count count = restarts.of(name);
      Instant last = count.count() == 0 ? null : Instant.ofEpochMilli(count.lastMillis());
      all.add(new ProcessStatus(name, pid, roles.named(name).log(), count.count(), last));
    }
    return all;
  }

  /** Slots of the TaskManagers that run, whether or not the JobManager knows them already. */
  public int slots() {
    long taskManagers =
        processes().stream()
            .filter(process -> process.isAlive() && TaskManagerRole.isName(process.name()))
            .count();
    return Math.toIntExact(taskManagers * spec.slots());
  }

  public boolean isAlive(String name) {
    return process(roles.named(name).name()).isAlive();
  }

  /** The log of a process. */
  public Path log(String name) {
    return roles.named(name).log();
  }

  /**
   * Starts a process and waits until it is ready: one that was ended, or a further TaskManager.
   *
   * @param name {@code broker}, {@code zookeeper}, {@code jm}, {@code tm-1}, {@code tm-2} …
   * @throws ClusterException when it runs already, or ends while it starts
   */
  public void start(String name) {
    Role role = roles.named(name);
    ManagedProcess process = process(name);
    ProcessSpec started;
    try (FolderLock alone = folder.lock()) {
      process
          .handle()
          .ifPresent(
              running -> {
                throw new ClusterException(
                    String.format(Locale.ROOT, "%s runs already (pid %d)", name, running.pid()));
              });
      started = Starter.begin(role, process);
    }
    Starter.awaitReady(role, process, started);
  }

  /** Those that were started, not ended on purpose, and do not run: they have died. */
  public List<String> dead() {
    return roles.known().stream().filter(this::isDead).toList();
  }

  /**
   * Starts one that has died, and does not wait.
   *
   * @return nothing when it is no longer dead
   */
  Optional<Process> startAgain(String name) {
    try (FolderLock alone = folder.lock()) {
      if (!isDead(name)) {
        return Optional.empty();
      }
      Process started = process(name).start(roles.named(name).spec());
      Restarts before = folder.readRestarts().orElse(Restarts.NONE);
      folder.writeRestarts(before.with(name, System.currentTimeMillis()));
      return Optional.of(started);
    }
  }

  /** Whether this child is what was started last under a name, be it alive or dead. */
  boolean isLast(String name, Process child) {
    return process(name).isLast(child);
  }

  /**
   * Starts the supervisor again when it has died: nobody else does.
   *
   * @return whether it had
   */
  public boolean startSupervisorIfDead() {
    return isDead(SupervisorRole.NAME) && startAgain(SupervisorRole.NAME).isPresent();
  }

  private boolean isDead(String name) {
    ManagedProcess process = process(name);
    return process.isWanted() && !process.isAlive();
  }

  /** Ends a process as an orderly shutdown does (SIGTERM), and waits until it is gone. */
  public void stop(String name) {
    ManagedProcess process = process(roles.named(name).name());
    try (FolderLock alone = folder.lock()) {
      if (!process.stop(TO_END)) {
        throw notRunning(name);
      }
    }
  }

  /**
   * Ends a process as {@code kill -9} does, and waits until it is gone.
   *
   * @return its pid
   */
  public long kill(String name) {
    ManagedProcess process = process(roles.named(name).name());
    // Not in the moment in which the supervisor starts it again, or it would live on.
    try (FolderLock alone = folder.lock()) {
      return process.kill().orElseThrow(() -> notRunning(name));
    }
  }

  /** Ends all processes, TaskManagers first and the broker last. Data and logs stay. */
  public void down() {
    endLeftSupervisor();
    List<String> endOrder = new ArrayList<>(roles.known());
    Collections.reverse(endOrder);
    // They take seconds each, and need nothing of one another.
    endOrder.stream().filter(TaskManagerRole::isName).forEach(name -> process(name).terminate());
    endOrder.forEach(name -> process(name).stop(TO_END));
  }

  /** The same as {@link #down()}. */
  @Override
  public void close() {
    down();
  }

  private ManagedProcess process(String name) {
    return new ManagedProcess(name, folder.pids());
  }

  /** Not in the moment in which it starts something, which nobody would know of then. */
  private void endLeftSupervisor() {
    try (FolderLock alone = folder.lock()) {
      process(SupervisorRole.NAME).stop(TO_END);
    }
  }

  private void requireDown() {
    String alive =
        processes().stream()
            .filter(process -> process.isAlive() && !process.name().equals(SupervisorRole.NAME))
            .map(process -> process.name() + " " + process.pid())
            .collect(Collectors.joining(", "));
    if (!alive.isEmpty()) {
      throw new ClusterException(
              String.format(
                  Locale.ROOT, "A cluster is up in %s already (%s); end it", spec.folder(), alive))
          .helpedBy(FurtherStep.of(FurtherStep.Kind.END_CLUSTER, spec.folder()))
          .helpedBy(Remedy.CLUSTER_FOLDER);
    }
  }

  private ClusterException notRunning(String name) {
    return new ClusterException(name + " does not run; see what does")
        .helpedBy(FurtherStep.of(FurtherStep.Kind.SHOW, spec.folder()));
  }

  private static ClusterException notUp(Path folder) {
    return new ClusterException("No cluster is up in " + folder + "; start one")
        .helpedBy(FurtherStep.of(FurtherStep.Kind.START_CLUSTER, folder))
        .helpedBy(Remedy.CLUSTER_FOLDER);
  }
}
