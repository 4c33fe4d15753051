package io.facestream.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Encoded picture in, judged and aligned faces out. Thread-confined: its buffers are reused. */
public final class FaceFinder implements AutoCloseable {
  private static final Comparator<DetectedFace> LARGEST_FIRST =
      Comparator.comparingDouble(face -> -face.box().area());

  private final FaceDetector detector;
  private final DecodeOptions decoding;
  private final QualityGate gate;
  private final FaceAligner aligner = new FaceAligner();
  private final Runnable giveBack;
  private boolean closed;

  FaceFinder(FaceDetector detector, FinderOptions options, Runnable giveBack) {
    this.detector = detector;
    this.decoding = new DecodeOptions(options.detectorLongSide(), options.maxPixels());
    this.gate = new QualityGate(options.quality());
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
    try (Picture picture = Picture.decode(encodedPicture, decoding)) {
      return find(picture);
    }
  }

  /**
   * Finds the faces of a decoded picture, which stays the caller's to close.
   *
   * @throws UnreadablePictureException when its bytes do not decode a second time
   */
  public FoundFaces find(Picture picture) throws UnreadablePictureException {
    List<DetectedFace> detected = detect(picture);
    List<FoundFace> faces = new ArrayList<>(detected.size());
    try (ZoomablePicture zoomable = new ZoomablePicture(picture)) {
      zoomable.zoomFor(detected.stream().filter(face -> gate.judgeShape(face).usable()).toList());
      for (DetectedFace face : detected) {
        faces.add(judge(zoomable, face));
      }
    }
    return new FoundFaces(picture.publishedWidth(), picture.publishedHeight(), faces);
  }

  /** The faces in pixels of the picture as published, largest first. */
  private List<DetectedFace> detect(Picture picture) {
    return detector.detect(picture).stream()
        .map(face -> face.scaled(picture.reduction()))
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private FoundFace judge(ZoomablePicture zoomable, DetectedFace face) {
    Quality shape = gate.judgeShape(face);
    if (!shape.usable()) {
      return new FoundFace(face, shape.score(), shape.rejection(), null);
    }
    byte[] crop = aligner.align(zoomable.pixelsOf(face), face.landmarks());
    Quality quality = gate.judge(face, crop);
    return new FoundFace(
        face, quality.score(), quality.rejection(), quality.usable() ? crop : null);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      detector.close();
      aligner.close();
      giveBack.run();
    }
  }
}
