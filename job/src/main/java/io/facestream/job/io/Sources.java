package io.facestream.job.io;

import io.facestream.job.frames.RawFrame;
import io.facestream.job.gallery.GalleryEnd;
import io.facestream.job.gallery.GalleryRecord;
import io.facestream.job.gallery.KeptTemplates;
import io.facestream.job.policies.KeptPolicies;
import io.facestream.job.policies.PolicyRecord;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where frames, gallery and policies come from: Kafka in production, lists in tests. */
public interface Sources {
  /** The frames of all cameras. */
  DataStream<RawFrame> frames(StreamExecutionEnvironment env);

  /** The gallery from its beginning, each partition in order. */
  DataStream<GalleryRecord> gallery(StreamExecutionEnvironment env);

  /** How far the gallery reaches when the job starts. */
  GalleryEnd galleryEnd();

  /** Which templates there still are. */
  KeptTemplates keptTemplates();

  /** The policies from their beginning, each partition in order. */
  DataStream<PolicyRecord> policies(StreamExecutionEnvironment env);

  /** Which policies there are. */
  KeptPolicies keptPolicies();
}
