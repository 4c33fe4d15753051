package io.facestream.quickstart.guarantees;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryEnd;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.io.Sources;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sources whose gallery takes its time, a millisecond a record, while a test wants it to. */
final class SlowGallery implements Sources {
  private static volatile boolean slow;

  private final Sources sources;

  SlowGallery(Sources sources) {
    this.sources = sources;
  }

  static void slow(boolean slowly) {
    slow = slowly;
  }

  @Override
  public DataStream<RawFrame> frames(StreamExecutionEnvironment env) {
    return sources.frames(env);
  }

  @Override
  public DataStream<GalleryRecord> gallery(StreamExecutionEnvironment env) {
    return sources
        .gallery(env)
        .map(SlowGallery::pass)
        .returns(GalleryRecord.class)
        .name("Slow gallery")
        .uid("slow-gallery");
  }

  private static GalleryRecord pass(GalleryRecord record) throws InterruptedException {
    if (slow) {
      Thread.sleep(1);
    }
    return record;
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
