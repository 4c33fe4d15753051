package io.facestream.vision.finder;

import io.facestream.vision.analyse.AnalyserCrop;
import io.facestream.vision.analyse.CropTaker;
import io.facestream.vision.face.DetectedFace;
import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.face.FaceDetector;
import io.facestream.vision.face.FaceGeometry;
import io.facestream.vision.finder.FinderTimes.Stage;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.picture.DecodeOptions;
import io.facestream.vision.picture.Picture;
import io.facestream.vision.picture.file.UnreadablePictureException;
import io.facestream.vision.quality.Quality;
import io.facestream.vision.quality.QualityGate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Encoded picture in, judged and aligned faces out. Thread-confined: its buffers are reused. */
public final class FaceFinder implements AutoCloseable {
  private static final Comparator<DetectedFace> LARGEST_FIRST =
      Comparator.comparingDouble(face -> -face.box().area());

  private final FaceDetector detector;
  private final TurnCheck turns;
  private final double uprightScore;
  private final DecodeOptions decoding;
  private final QualityGate gate;
  private final FaceAligner aligner = new FaceAligner();
  private final CropTaker analyserCrops = new CropTaker();
  private final Thumbnail thumbnail = new Thumbnail();
  private final FinderTimes times;
  private final Runnable giveBack;
  private boolean closed;

  /**
   * A finder of these parts, which are its own from now on; see {@link
   * io.facestream.vision.Vision#newFinder}.
   *
   * @param turns null when no face is to be looked at in its turns
   * @param giveBack run when the finder closes
   */
  public FaceFinder(
      FaceDetector detector,
      TurnCheck turns,
      FinderOptions options,
      FinderTimes times,
      Runnable giveBack) {
    this.detector = detector;
    this.turns = turns;
    this.uprightScore = options.uprightScore();
    this.decoding = new DecodeOptions(options.detectorLongSide(), options.maxPixels());
    this.gate = new QualityGate(options.quality());
    this.times = times;
    this.giveBack = giveBack;
  }

  /** Which detector answers. */
  public String detectorId() {
    return detector.modelId();
  }

  /**
   * Finds the faces of a picture: decodes, detects, judges quality, aligns.
   *
   * @throws UnreadablePictureException when the bytes are no picture we take
   */
  public FoundFaces find(byte[] encodedPicture) throws UnreadablePictureException {
    return find(encodedPicture, List.of());
  }

  /**
   * The same with what analysers need of each usable face. All else is as without, bit by bit.
   *
   * @param crops as {@link io.facestream.vision.packs.AnalyserModel#crops} of each analyser that is
   *     on; equal ones are taken once. With none nothing is done for them
   * @throws UnreadablePictureException when the bytes are no picture we take
   */
  public FoundFaces find(byte[] encodedPicture, Collection<CropShape> crops)
      throws UnreadablePictureException {
    times.begin();
    try (Picture picture = Picture.decode(encodedPicture, decoding)) {
      times.lap(Stage.DECODE);
      return find(picture, crops);
    }
  }

  /**
   * The same for a photo: one without a usable face is turned by quarters to where the detector is
   * surest, and kept so if that shows a usable face.
   *
   * @throws UnreadablePictureException when the bytes are no picture we take
   */
  public FoundFaces findUpright(byte[] encodedPhoto) throws UnreadablePictureException {
    try (Picture photo = Picture.decode(encodedPhoto, decoding)) {
      return findUpright(photo);
    }
  }

  /**
   * The same for a decoded photo, which stays the caller's to close.
   *
   * @throws UnreadablePictureException when its bytes do not decode a second time
   */
  public FoundFaces findUpright(Picture photo) throws UnreadablePictureException {
    FoundFaces asIs = find(photo);
    boolean usable = asIs.faces().stream().anyMatch(FoundFace::usable);
    int quarters = usable || turns == null ? 0 : surestTurn(photo);
    if (quarters == 0) {
      return asIs;
    }
    try (Picture upright = photo.turned(quarters)) {
      FoundFaces found = find(upright);
      return found.faces().stream().anyMatch(FoundFace::usable)
          ? new FoundFaces(
              found.width(), found.height(), 90 * quarters, found.faces(), found.thumbnail())
          : asIs;
    }
  }

  private int surestTurn(Picture photo) {
    int surest = 0;
    double highest = bestScore(photo);
    for (int quarters = 1; quarters < 4; quarters++) {
      try (Picture turned = photo.turned(quarters)) {
        double score = bestScore(turned);
        if (score > highest) {
          surest = quarters;
          highest = score;
        }
      }
    }
    return surest;
  }

  private double bestScore(Picture picture) {
    return detector.detect(picture).stream().mapToDouble(DetectedFace::score).max().orElse(0);
  }

  /**
   * Finds the faces of a decoded picture, which stays the caller's to close.
   *
   * @throws UnreadablePictureException when its bytes do not decode a second time
   */
  public FoundFaces find(Picture picture) throws UnreadablePictureException {
    return find(picture, List.of());
  }

  /**
   * The same with what analysers need of each usable face.
   *
   * @throws UnreadablePictureException when its bytes do not decode a second time
   */
  public FoundFaces find(Picture picture, Collection<CropShape> crops)
      throws UnreadablePictureException {
    times.begin();
    List<DetectedFace> detected = detect(picture);
    times.lap(Stage.DETECT);
    List<Quality> shapes = detected.stream().map(face -> shapeOf(face, picture)).toList();
    times.lap(Stage.MEASURE);
    List<FoundFace> faces = new ArrayList<>(detected.size());
    try (ZoomablePicture zoomable = new ZoomablePicture(picture)) {
      zoomable.zoomFor(
          IntStream.range(0, detected.size())
              .filter(i -> shapes.get(i).usable())
              .mapToObj(detected::get)
              .toList());
      times.lap(Stage.DECODE_AGAIN);
      for (int i = 0; i < detected.size(); i++) {
        faces.add(judge(zoomable, detected.get(i), shapes.get(i)));
      }
      if (!crops.isEmpty()) {
        takeFor(crops.stream().distinct().toList(), faces, zoomable);
      }
    }
    byte[] small = faces.isEmpty() ? null : thumbnail.of(picture);
    times.lap(Stage.MEASURE);
    return new FoundFaces(picture.publishedWidth(), picture.publishedHeight(), 0, faces, small);
  }

  /** The faces in pixels of the picture as published, largest first. */
  private List<DetectedFace> detect(Picture picture) {
    return detector.detect(picture).stream()
        .map(face -> face.scaled(picture.reduction()))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private Quality shapeOf(DetectedFace face, Picture picture) {
    return gate.judgeShape(face, picture.publishedWidth(), picture.publishedHeight());
  }

  private FoundFace judge(ZoomablePicture zoomable, DetectedFace face, Quality shape) {
    if (!shape.usable()) {
      return new FoundFace(face, shape.score(), shape.rejection(), null, shape.measured());
    }
    Picture pixels = zoomable.pixelsOf(face);
    return inDoubt(face) ? judgeInDoubt(pixels, face, shape) : judgeCrop(pixels, face, 0, shape);
  }

  private boolean inDoubt(DetectedFace face) {
    return turns != null && (face.score() < uprightScore || FaceGeometry.tilted(face.landmarks()));
  }

  private FoundFace judgeInDoubt(Picture pixels, DetectedFace face, Quality shape) {
    TurnCheck.View view = turns.look(pixels, face);
    times.lap(Stage.TURN_CHECK);
    DetectedFace exact = new DetectedFace(face.box(), view.landmarks(), face.score());
    return judgeCrop(pixels, exact, view.quarters(), shape);
  }

  private FoundFace judgeCrop(Picture pixels, DetectedFace face, int quarters, Quality shape) {
    byte[] crop = aligner.align(pixels, face.landmarks());
    times.lap(Stage.CROP);
    Quality quality = gate.judgeTurn(gate.judgePixels(face, crop), quarters);
    times.lap(Stage.MEASURE);
    return new FoundFace(
        face,
        quality.score(),
        quality.rejection(),
        quality.usable() ? crop : null,
        Stream.concat(shape.measured().stream(), quality.measured().stream()).toList());
  }

  /** Comes last: larger pixels must not change what is compared. */
  private void takeFor(List<CropShape> crops, List<FoundFace> faces, ZoomablePicture zoomable)
      throws UnreadablePictureException {
    OptionalInt finest =
        faces.stream()
            .filter(FoundFace::usable)
            .flatMapToInt(face -> crops.stream().mapToInt(crop -> mostReduction(crop, face)))
            .min();
    if (finest.isEmpty()) {
      return;
    }
    zoomable.zoomTo(finest.getAsInt());
    times.lap(Stage.DECODE_AGAIN);
    faces.replaceAll(
        face ->
            face.usable()
                ? face.withAnalyserCrops(
                    crops.stream().map(crop -> take(crop, face, zoomable)).toList())
                : face);
    times.lap(Stage.CROP);
  }

  private AnalyserCrop take(CropShape crop, FoundFace face, ZoomablePicture zoomable) {
    Picture pixels = zoomable.reducedByAtMost(mostReduction(crop, face));
    return analyserCrops.take(pixels, face.face().box(), crop);
  }

  private static int mostReduction(CropShape crop, FoundFace face) {
    return CropTaker.mostReduction(crop, face.face().box());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      detector.close();
      if (turns != null) {
        turns.close();
      }
      aligner.close();
      analyserCrops.close();
      thumbnail.close();
      giveBack.run();
    }
  }
}
