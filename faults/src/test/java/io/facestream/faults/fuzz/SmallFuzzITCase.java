package io.facestream.faults.fuzz;

import io.facestream.embedded.flink.EmbeddedFlink;
import io.facestream.embedded.flink.RunningJob;
import io.facestream.embedded.kafka.EmbeddedKafka;
import io.facestream.faults.fixture.Pictures;
import io.facestream.faults.fixture.RunGallery;
import io.facestream.faults.fixture.Wait;
import io.facestream.faults.invariant.Answers;
import io.facestream.faults.invariant.Due;
import io.facestream.faults.invariant.Frames;
import io.facestream.faults.invariant.Frames.Frame;
import io.facestream.faults.invariant.Invariant;
import io.facestream.faults.invariant.Reference;
import io.facestream.faults.invariant.RunTopics;
import io.facestream.job.FacestreamJob;
import io.facestream.job.JobEnvironment;
import io.facestream.job.kafka.KafkaSinks;
import io.facestream.job.kafka.KafkaSources;
import io.facestream.job.options.JobOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Some hundreds of odd records in this JVM: the small sister of {@link FuzzITCase}. */
@Tag("thorough")
@Timeout(300)
class SmallFuzzITCase {
  private static final long SEED = 14;
  private static final int EVERY_HEADER = 60;
  private static final int MUTATIONS = 150;

  /** Pictures with and without people; among them those of the numbers in {@link OddHeaders}. */
  private static final List<Integer> GOOD = List.of(0, 5, 7, 12, 20, 28, 36, 39, 42, 60, 90, 110);

  @TempDir Path folder;

  private final RunTopics topics = new RunTopics("fuzz");

  @Test
  void shouldGoOnAsIfNothingWereThereWhateverARecordHolds() throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedFlink flink = EmbeddedFlink.start(2, 0)) {
      topics.create(kafka.bootstrapServers());
      try (RunGallery gallery = new RunGallery(kafka.bootstrapServers(), topics);
          Answers answers = new Answers(kafka.bootstrapServers(), topics);
          Bombardment bombardment =
              new Bombardment(kafka.bootstrapServers(), topics, random.split())) {
        RunningJob job = start(flink, kafka.bootstrapServers());
        bombardment.send(goodFrames("before"), List.of());
        Reference reference = reference(job, answers);

        List<FuzzRecord> frames = new ArrayList<>(goodFrames("among"));
        frames.addAll(FrameFuzz.records(random.split(), EVERY_HEADER, 1));
        bombardment.send(
            frames, GalleryFuzz.records(random.split(), gallery.people(), 1, MUTATIONS));
        bombardment.send(goodFrames("after"), List.of());
        Map<String, Frame> all = Frames.read(kafka.bootstrapServers(), topics);
        Wait.until(
            "an answer to each frame",
            () -> {
              job.requireHealthy();
              return all.values().stream()
                  .allMatch(
                      frame ->
                          answers.all().verdicts().containsKey(frame.id())
                              || answers.all().deadLetters().containsKey(frame.place()));
            });
        job.stopWithSavepoint(folder);
        answers.drain();
        new Invariant(reference, gallery.visitor(), bombardment::dueOf).check(all, answers.all());
        bombardment.requireDeadLetters();
      }
    }
  }

  private RunningJob start(EmbeddedFlink flink, String bootstrapServers) throws Exception {
    List<String> arguments = new ArrayList<>(topics.options());
    arguments.addAll(List.of("--bootstrap-servers", bootstrapServers));
    arguments.addAll(List.of("--pack", "builtin", "--frames-from", "earliest"));
    arguments.addAll(List.of("--parallelism", "2", "--candidates", "50"));
    arguments.addAll(List.of("--shown-candidates", "50"));
    JobOptions options = JobOptions.parse(arguments.toArray(String[]::new));
    Configuration settings = flink.jobSettings();
    settings.addAll(JobEnvironment.configuration(options));
    var env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    FacestreamJob.build(env, new KafkaSources(options), new KafkaSinks(options), options);
    return flink.submit(env);
  }

  private static Reference reference(RunningJob job, Answers answers) throws Exception {
    Reference reference = new Reference(Pictures.COUNT);
    Wait.until(
        "an undisturbed answer to each picture",
        () -> {
          job.requireHealthy();
          return answers.inOrder().size() == GOOD.size();
        });
    answers.inOrder().forEach(answer -> reference.take(answer, true));
    return reference;
  }

  private static List<FuzzRecord> goodFrames(String camera) throws IOException {
    List<FuzzRecord> frames = new ArrayList<>();
    for (int i : GOOD) {
      var headers = new RecordHeaders().add("facestream-seq", FuzzText.utf8("" + i));
      byte[] key = FuzzText.utf8(camera + i);
      frames.add(new FuzzRecord("good", key, Pictures.bytes(i), headers, null, Due.TAKEN, null));
    }
    return frames;
  }
}
