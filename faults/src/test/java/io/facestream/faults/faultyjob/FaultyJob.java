package io.facestream.faults.faultyjob;

import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryEnd;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.GalleryRepair;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.io.Sinks;
import io.facestream.job.io.Sources;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyRecord;
import io.facestream.job.records.DeadLetter;
import io.facestream.wire.Alert;
import io.facestream.wire.Analysis;
import io.facestream.wire.Sighting;
import io.facestream.wire.Verdict;
import java.util.Arrays;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The job with trip wires at its ends: the same dataflow with the same uids, and operators more
 * that throw when they are told to, or at each frame of a camera. Arguments: a folder, then the
 * job's options.
 */
public final class FaultyJob {
  /** No verdict on a frame of this camera is survived. */
  public static final String POISON = "poison";

  private FaultyJob() {}

  /** Runs on the cluster it is submitted to. */
  public static void main(String[] args) throws Exception {
    String folder = args[0];
    JobOptions options = JobOptions.parse(Arrays.copyOfRange(args, 1, args.length));
    StreamExecutionEnvironment env = JobEnvironment.create(options);
    FacestreamJob.build(
        env,
        new WiredSources(new KafkaSources(options), folder),
        new WiredSinks(new KafkaSinks(options), folder),
        options);
    env.execute("Facestream with trip wires");
  }

  private static Verdict survive(Verdict verdict) {
    if (verdict.cameraId().equals(POISON)) {
      throw new IllegalStateException("No verdict on this is survived");
    }
    return verdict;
  }

  private static <T> DataStream<T> wired(DataStream<T> stream, String folder, String wire) {
    return stream
        .map(new TripWire<T>(folder, wire))
        .returns(stream.getType())
        .name("Trip wire of the " + wire)
        .uid("trip-wire-" + wire);
  }

  private record WiredSources(Sources sources, String folder) implements Sources {
    @Override
    public DataStream<RawFrame> frames(StreamExecutionEnvironment env) {
      return wired(sources.frames(env), folder, "frames");
    }

    @Override
    public DataStream<GalleryRecord> gallery(StreamExecutionEnvironment env) {
      return wired(sources.gallery(env), folder, "gallery");
    }

    @Override
    public GalleryEnd galleryEnd() {
      return sources.galleryEnd();
    }

    @Override
    public KeptTemplates keptTemplates() {
      return sources.keptTemplates();
    }

    @Override
    public DataStream<PolicyRecord> policies(StreamExecutionEnvironment env) {
      return sources.policies(env);
    }

    @Override
    public KeptPolicies keptPolicies() {
      return sources.keptPolicies();
    }
  }

  private record WiredSinks(Sinks sinks, String folder) implements Sinks {
    @Override
    public DataStream<DeadLetter> verdicts(DataStream<Verdict> verdicts) {
      DataStream<Verdict> survived = verdicts.map(FaultyJob::survive).name("Poison").uid("poison");
      return sinks.verdicts(wired(survived, folder, "verdicts"));
    }

    @Override
    public DataStream<DeadLetter> alerts(DataStream<Alert> alerts) {
      return sinks.alerts(alerts);
    }

    @Override
    public DataStream<DeadLetter> sightings(DataStream<Sighting> sightings) {
      return sinks.sightings(sightings);
    }

    @Override
    public DataStream<DeadLetter> analyses(DataStream<Analysis> analyses) {
      return sinks.analyses(analyses);
    }

    @Override
    public void frameDeadLetters(DataStream<DeadLetter> letters) {
      sinks.frameDeadLetters(letters);
    }

    @Override
    public void galleryDeadLetters(DataStream<DeadLetter> letters) {
      sinks.galleryDeadLetters(letters);
    }

    @Override
    public void policyDeadLetters(DataStream<DeadLetter> letters) {
      sinks.policyDeadLetters(letters);
    }

    @Override
    public void galleryRepairs(DataStream<GalleryRepair> repairs) {
      sinks.galleryRepairs(repairs);
    }
  }
}
