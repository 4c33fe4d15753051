package io.facestream.job.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * Every metric of the job. Dashboards depend on operator and name: rename none, add freely.
 *
 * <p>Times are in microseconds, because Flink's histograms take whole numbers and a search may take
 * less than a millisecond.
 */
public enum JobMetric {
  GATE_OPEN(
      "Source: Read frames",
      "gateOpen",
      Kind.GAUGE,
      "0 or 1",
      "1 once every slice has caught up with the gallery as it was at the start; until then frames"
          + " wait in Kafka"),
  FRAMES_LOST(
      "Source: Read frames",
      "framesLost",
      Kind.COUNTER,
      "frames",
      "frames that retention deleted before they were read; the log names partition and offsets"),
  FRAMES("Detect faces", "frames", Kind.COUNTER, "frames", "frames taken up"),
  FRAMES_DECODED(
      "Detect faces",
      "framesDecoded",
      Kind.COUNTER,
      "frames",
      "frames that were read and searched for faces"),
  FRAMES_REFUSED(
      "Detect faces",
      "framesRefused",
      Kind.COUNTER,
      "frames",
      "frames that went to the dead letters"),
  FACES_FOUND(
      "Detect faces",
      "facesFound",
      Kind.COUNTER,
      "faces",
      "faces found, rejected ones included and ignored ones not"),
  FACES_IGNORED(
      "Detect faces",
      "facesIgnored",
      Kind.COUNTER,
      "faces",
      "faces passed over because they stand in a zone that a policy of the camera says to ignore"),
  FACES_REJECTED(
      "Detect faces",
      "facesRejected",
      Kind.COUNTER,
      "faces",
      "faces found that are too small, turned away or blurred to be searched"),
  TRACKS_OPENED(
      "Detect faces",
      "tracksOpened",
      Kind.COUNTER,
      "tracks",
      "faces that continue none of the frames before; many to one person in view mean that it is"
          + " lost again and again"),
  FACES_CARRIED(
      "Detect faces",
      "facesCarried",
      Kind.COUNTER,
      "faces",
      "faces that are not embedded, because other views of their track say who it is"),
  DETECT_TIME(
      "Detect faces",
      "detectMicros",
      Kind.HISTOGRAM,
      "µs",
      "time for decoding, detection, alignment and quality of a frame"),
  ANALYSES_MADE(
      "Analyse NAME",
      "analysesMade",
      Kind.COUNTER,
      "faces",
      "faces of which an analyser said something"),
  ANALYSES_FAILED(
      "Analyse NAME",
      "analysesFailed",
      Kind.COUNTER,
      "faces",
      "faces of which it said nothing, because it failed or cannot tell; each record says why"),
  FACES_PASSED_OVER(
      "Analyse NAME",
      "facesPassedOver",
      Kind.COUNTER,
      "faces",
      "faces it was not asked about, because it is slower than they come; give it more subtasks"),
  FACES_WAITING(
      "Analyse NAME",
      "facesWaiting",
      Kind.GAUGE,
      "faces",
      "faces that wait for it at the moment, the one it looks at included"),
  ANALYSE_TIME(
      "Analyse NAME",
      "analyseMicros",
      Kind.HISTOGRAM,
      "µs",
      "time it took for a face, without waiting"),
  ANALYSES_REDUCED(
      "Fit analyses",
      "analysesReduced",
      Kind.COUNTER,
      "records",
      "analyses written without what they say, because the topic takes no larger record"),
  ANALYSES_REFUSED(
      "Fit analyses",
      "analysesRefused",
      Kind.COUNTER,
      "records",
      "analyses whose smallest form the topic does not take; a dead letter names the frame"),
  FACES_EMBEDDED("Embed faces", "facesEmbedded", Kind.COUNTER, "faces", "faces made into probes"),
  FRAMES_WITHOUT_SEARCH(
      "Embed faces",
      "framesWithoutSearch",
      Kind.COUNTER,
      "frames",
      "frames with no face worth a search; they skip the slices"),
  EMBED_TIME(
      "Embed faces",
      "embedMicros",
      Kind.HISTOGRAM,
      "µs",
      "time for embedding all faces of a frame; frames without any are not counted"),
  TEMPLATES_ENROLLED(
      "Check gallery",
      "templatesEnrolled",
      Kind.COUNTER,
      "records",
      "gallery records read that enrol a template or replace it"),
  TEMPLATES_ERASED(
      "Check gallery",
      "templatesErased",
      Kind.COUNTER,
      "records",
      "gallery records read that erase a template"),
  GALLERY_REFUSED(
      "Check gallery",
      "galleryRefused",
      Kind.COUNTER,
      "records",
      "gallery records that went to the dead letters"),
  POLICIES_TAKEN(
      "Check policies",
      "policiesTaken",
      Kind.COUNTER,
      "records",
      "policies read that hold from then on, or are taken back"),
  POLICIES_REFUSED(
      "Check policies",
      "policiesRefused",
      Kind.COUNTER,
      "records",
      "policies that went to the dead letters; they change nothing"),
  TEMPLATES(
      "Search slice",
      "templates",
      Kind.GAUGE,
      "templates",
      "templates in this slice; the sum over the subtasks is the gallery"),
  TEMPLATES_SPLIT(
      "Search slice",
      "templatesInTwoPartitions",
      Kind.COUNTER,
      "templates",
      "templates found in two partitions of the gallery topic, where the last word counts; the log"
          + " names the first"),
  GALLERY_REPAIRS(
      "Search slice",
      "galleryRepairs",
      Kind.COUNTER,
      "records",
      "superseded templates that this slice has taken out of their partition of the topic"),
  NEGATIVE_EXAMPLES(
      "Search slice",
      "negativeExamples",
      Kind.GAUGE,
      "examples",
      "negative examples that this slice keeps; they are no templates"),
  NEGATIVE_EXAMPLES_ENDED(
      "Search slice",
      "negativeExamplesEnded",
      Kind.COUNTER,
      "examples",
      "negative examples that came to their end, and left the state and the topic"),
  TEMPLATES_DROPPED(
      "Search slice",
      "templatesDropped",
      Kind.COUNTER,
      "templates",
      "templates out of bounds that a state of an earlier version held, and that went to the dead"
          + " letters"),
  TEMPLATES_FORGOTTEN(
      "Search slice",
      "templatesForgotten",
      Kind.COUNTER,
      "templates",
      "templates of the state that the topic does not hold any more; they were erased, or replaced,"
          + " while the job was stopped for longer than the topic remembers erasures"),
  GALLERY_READY(
      "Search slice",
      "galleryReady",
      Kind.GAUGE,
      "0 or 1",
      "1 once this slice has caught up with the gallery"),
  HELD_FRAMES(
      "Search slice",
      "heldFrames",
      Kind.GAUGE,
      "frames",
      "frames that this slice holds back because it has not read the gallery yet"),
  HELD_FRAMES_PEAK(
      "Search slice",
      "heldFramesPeak",
      Kind.GAUGE,
      "frames",
      "the most frames held at once since the start"),
  PROBES_SEARCHED("Search slice", "probesSearched", Kind.COUNTER, "faces", "faces searched"),
  BATCH_SIZE(
      "Search slice",
      "batchProbes",
      Kind.HISTOGRAM,
      "faces",
      "faces searched in one pass over the slice"),
  SEARCH_TIME(
      "Search slice", "searchMicros", Kind.HISTOGRAM, "µs", "time of one pass over the slice"),
  FRAMES_ORDERED(
      "Order",
      "framesOrdered",
      Kind.COUNTER,
      "frames",
      "frames answered before their camera's earlier ones, which waited for these"),
  VERDICTS_MATCH(
      "Judge",
      "verdictsMatch",
      Kind.COUNTER,
      "verdicts",
      "verdicts with outcome `match`: somebody of the gallery"),
  VERDICTS_UNKNOWN(
      "Judge",
      "verdictsUnknown",
      Kind.COUNTER,
      "verdicts",
      "verdicts with outcome `unknown`: searched, and nobody passed"),
  VERDICTS_NO_FACE(
      "Judge", "verdictsNoFace", Kind.COUNTER, "verdicts", "verdicts with outcome `no-face`"),
  VERDICTS_REJECTED(
      "Judge",
      "verdictsRejected",
      Kind.COUNTER,
      "verdicts",
      "verdicts with outcome `rejected`: no face good enough to search"),
  FACES_UNRECORDED(
      "Judge",
      "facesUnrecorded",
      Kind.COUNTER,
      "faces",
      "faces of people whose policy says `record: none`; verdicts say no more than how many"),
  THRESHOLD(
      "Judge",
      "threshold",
      Kind.GAUGE,
      "cosine",
      "the default that the latest searched face had to reach; follows the gallery's size"),
  FACES_BEYOND_CURVE(
      "Judge",
      "facesBeyondCurve",
      Kind.COUNTER,
      "faces",
      "faces judged by a cosine beyond the measured curve of the embedder, which is a guess"),
  END_TO_END_TIME(
      "Judge",
      "endToEndMicros",
      Kind.HISTOGRAM,
      "µs",
      "from the frame's capture time to its verdict; resolution 1 ms, two machines' clocks"),
  VERDICTS_REDUCED(
      "Fit verdicts",
      "verdictsReduced",
      Kind.COUNTER,
      "verdicts",
      "verdicts written in a smaller form, because the topic takes no larger record"),
  VERDICTS_REFUSED(
      "Fit verdicts",
      "verdictsRefused",
      Kind.COUNTER,
      "verdicts",
      "verdicts whose smallest form the topic does not take; a dead letter names the frame"),
  SIGHTINGS_OPENED(
      "Sightings", "sightingsOpened", Kind.COUNTER, "visits", "visits of a person that have begun"),
  SIGHTINGS_CLOSED(
      "Sightings",
      "sightingsClosed",
      Kind.COUNTER,
      "visits",
      "visits told to be over; one taken back by frames that came late is counted again"),
  SIGHTINGS_OPEN(
      "Sightings", "sightingsOpen", Kind.GAUGE, "visits", "visits that are open at the moment"),
  SIGHTINGS_CUT(
      "Sightings",
      "sightingsCut",
      Kind.COUNTER,
      "visits",
      "visits closed before their time, because a camera had too many open ones"),
  UNKNOWN_OPENED(
      "Unknown people",
      "unknownOpened",
      Kind.COUNTER,
      "visits",
      "visits of somebody unknown that have begun"),
  UNKNOWN_REMEMBERED(
      "Unknown people",
      "unknownRemembered",
      Kind.GAUGE,
      "people",
      "unknown people of whom a face is remembered until their camera's day is over"),
  UNKNOWN_NOT_TOLD(
      "Unknown people",
      "unknownNotTold",
      Kind.COUNTER,
      "people",
      "unknown people who were not told of, because their camera has seen too many that day; the"
          + " log names it"),
  UNKNOWN_CUT(
      "Unknown people",
      "unknownCut",
      Kind.COUNTER,
      "visits",
      "visits of somebody unknown closed before their time, because a camera had too many open"
          + " ones"),
  SIGHTINGS_REDUCED(
      "Fit sightings",
      "sightingsReduced",
      Kind.COUNTER,
      "records",
      "steps of visits written in a smaller form, because the topic takes no larger record"),
  SIGHTINGS_REFUSED(
      "Fit sightings",
      "sightingsRefused",
      Kind.COUNTER,
      "records",
      "steps of visits whose smallest form the topic does not take; a dead letter names the frame"),
  FACES_KEPT(
      "Search back",
      "facesKept",
      Kind.GAUGE,
      "faces",
      "faces without a match that are kept to search back in time; 0 where `--search-back` is not"
          + " given"),
  KEPT_FACES_EXPIRED(
      "Search back",
      "keptFacesExpired",
      Kind.COUNTER,
      "faces",
      "kept faces whose time was over, and which are gone"),
  KEPT_FACES_LEFT_EARLY(
      "Search back",
      "keptFacesLeftEarly",
      Kind.COUNTER,
      "faces",
      "kept faces that had to go before their time, because there were too many"),
  KEPT_FACES_ERASED(
      "Search back",
      "keptFacesErased",
      Kind.COUNTER,
      "faces",
      "kept faces that went with the template that had found them"),
  ENROLMENTS_SEARCHED_BACK(
      "Search back",
      "enrolmentsSearchedBack",
      Kind.COUNTER,
      "searches",
      "searches of a slice for somebody who was enrolled; one again for a face that was under way"),
  ENROLMENTS_OVERTAKEN(
      "Search back",
      "enrolmentsOvertaken",
      Kind.COUNTER,
      "enrolments",
      "enrolments not remembered for as long as faces may be under way, because there were too"
          + " many"),
  EARLIER_VIEWS_CUT(
      "Search back",
      "earlierViewsCut",
      Kind.COUNTER,
      "faces",
      "faces left out of earlier sightings, because one person had too many on a slice"),
  RETROSPECTIVE_SIGHTINGS(
      "Tell earlier sightings",
      "retrospectiveSightings",
      Kind.COUNTER,
      "visits",
      "earlier visits told of people enrolled later; one told again with more is counted again"),
  ALERTS("Raise alerts", "alerts", Kind.COUNTER, "alerts", "alerts raised"),
  ALERTS_REDUCED(
      "Fit alerts",
      "alertsReduced",
      Kind.COUNTER,
      "alerts",
      "alerts written in a smaller form, because the topic takes no larger record"),
  ALERTS_REFUSED(
      "Fit alerts",
      "alertsRefused",
      Kind.COUNTER,
      "alerts",
      "alerts whose smallest form the topic does not take; a dead letter names the frame");

  /** The group of all metrics of the job, between Flink's scope and the name. */
  public static final String GROUP = "facestream";

  /** Histograms tell of this many latest values: some seconds of a busy subtask, 16 KiB each. */
  private static final int WINDOW = 2048;

  /** What kind of number a metric is. */
  public enum Kind {
    /** Counts up from 0 at the start of the subtask. */
    COUNTER,
    /** The value at the moment. */
    GAUGE,
    /** Count, quantiles, least, greatest and mean of the latest values. */
    HISTOGRAM
  }

  private final String operator;
  private final String id;
  private final Kind kind;
  private final String unit;
  private final String meaning;

  JobMetric(String operator, String id, Kind kind, String unit, String meaning) {
    this.operator = operator;
    this.id = id;
    this.kind = kind;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** Registers the counter with its operator. */
  public Counter counter(MetricGroup ofOperator) {
    require(Kind.COUNTER);
    return ofOperator.addGroup(GROUP).counter(id);
  }

  /** Registers the gauge with its operator. */
  public void gauge(MetricGroup ofOperator, Gauge<? extends Number> value) {
    require(Kind.GAUGE);
    ofOperator.addGroup(GROUP).gauge(id, value);
  }

  /** Registers the histogram with its operator; an update costs some ten nanoseconds. */
  public Histogram histogram(MetricGroup ofOperator) {
    require(Kind.HISTOGRAM);
    return ofOperator.addGroup(GROUP).histogram(id, new DescriptiveStatisticsHistogram(WINDOW));
  }

  private void require(Kind used) {
    if (kind != used) {
      throw new IllegalStateException(id + " is a " + kind + ", not a " + used);
    }
  }

  /** Name of the operator that reports it, as Flink's web UI shows it. */
  public String operator() {
    return operator;
  }

  /** The name after the operator's scope and {@link #GROUP}. */
  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** Unit or range, for people. */
  public String unit() {
    return unit;
  }

  /** What it counts, for people. */
  public String meaning() {
    return meaning;
  }
}
