package io.facestream.job.back;

import io.facestream.job.metrics.JobMetric;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a slice reports of its search back in time; what is lost is named in the log, once. */
final class BackMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(BackMetrics.class);

  private final Counter expired;
  private final Counter leftEarly;
  private final Counter erased;
  private final Counter answers;
  private final Counter overtaken;
  private final Counter cut;

  BackMetrics(MetricGroup group, LongSupplier kept) {
    JobMetric.FACES_KEPT.gauge(group, kept::getAsLong);
    expired = JobMetric.KEPT_FACES_EXPIRED.counter(group);
    leftEarly = JobMetric.KEPT_FACES_LEFT_EARLY.counter(group);
    erased = JobMetric.KEPT_FACES_ERASED.counter(group);
    answers = JobMetric.ENROLMENTS_SEARCHED_BACK.counter(group);
    overtaken = JobMetric.ENROLMENTS_OVERTAKEN.counter(group);
    cut = JobMetric.EARLIER_VIEWS_CUT.counter(group);
  }

  void expired(int faces) {
    expired.inc(faces);
  }

  void leftEarly(int faces, long most) {
    if (faces > 0 && leftEarly.getCount() == 0) {
      LOG.warn(
          "This slice keeps its most faces to search back in time, {}: the oldest leave before"
              + " their time. A larger bound takes more memory. It is said only once.",
          most);
    }
    leftEarly.inc(faces);
  }

  void erased(int faces) {
    erased.inc(faces);
  }

  void answered() {
    answers.inc();
  }

  void overtaken() {
    if (overtaken.getCount() == 0) {
      LOG.warn(
          "More than {} people were enrolled within {} minutes: faces that were under way when the"
              + " first of them were are not searched for these. It is said only once.",
          RecentEnrolments.MOST,
          RecentEnrolments.REMEMBERED_MILLIS / 60_000);
    }
    overtaken.inc();
  }

  void cut(int views, int most) {
    if (views > 0 && cut.getCount() == 0) {
      LOG.warn(
          "An enrolment has found more than {} faces on this slice: the oldest are left out of the"
              + " earlier sightings. It is said only once.",
          most);
    }
    cut.inc(views);
  }
}
