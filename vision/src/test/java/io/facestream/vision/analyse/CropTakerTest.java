package io.facestream.vision.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.facestream.vision.face.PixelBox;
import io.facestream.vision.packs.CropKind;
import io.facestream.vision.packs.CropShape;
import io.facestream.vision.picture.Picture;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

/** On a picture whose pixels tell where they are: blue is 1 + x, green is 1 + y. */
class CropTakerTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;

  @Test
  void shouldTakeASquareOfTheLongerSideAroundTheMiddle() {
    AnalyserCrop crop = take(square(1, 40), new PixelBox(60, 20, 30, 40));
    assertThat(crop.reached()).isEqualTo(1);
    assertThat(crop.pixels()).hasSize(40 * 40 * 3);
    assertPlace(crop, 0, 0, 55, 20);
    assertPlace(crop, 39, 39, 94, 59);
  }

  @Test
  void shouldTakeALargerSquareWhereTheDeclarationAsksForIt() {
    AnalyserCrop crop = take(square(2, 80), new PixelBox(60, 30, 30, 40));
    assertPlace(crop, 0, 0, 35, 10);
    assertPlace(crop, 79, 79, 114, 89);
  }

  @Test
  void shouldFillASquareWithBlackWhereThePictureEnds() {
    AnalyserCrop crop = take(square(1, 40), new PixelBox(-10, 80, 40, 40));
    assertBlack(crop, 9, 0);
    assertPlace(crop, 10, 0, 0, 80);
    assertPlace(crop, 10, 19, 0, 99);
    assertBlack(crop, 10, 20);
  }

  @Test
  void shouldGiveBlackForABoxThatIsNowhereNearAndHoldsTheEarth() {
    assertBlack(take(square(1, 8), new PixelBox(5000, 5000, 20, 20)), 4, 4);
    assertThat(take(square(1, 8), new PixelBox(-1e8f, -1e8f, 2e8f, 2e8f)).pixels()).hasSize(192);
    assertThat(take(surroundings(4, 8), new PixelBox(10, 10, 1e-9f, 1e-9f)).pixels()).hasSize(192);
  }

  @Test
  void shouldKeepSurroundingsInTheirProportionsAndScaleThemToTheInput() {
    AnalyserCrop crop = take(surroundings(2, 40), new PixelBox(90, 40, 20, 10));
    assertThat(crop.reached()).isEqualTo(2);
    assertPlace(crop, 0, 0, 80, 35);
    assertPlace(crop, 39, 39, 120, 55);
  }

  @Test
  void shouldShiftSurroundingsBackIntoThePicture() {
    AnalyserCrop crop = take(surroundings(2, 41), new PixelBox(0, 80, 20, 20));
    assertThat(crop.reached()).isEqualTo(2);
    assertPlace(crop, 0, 0, 0, 59);
    assertPlace(crop, 40, 40, 40, 99);
  }

  @Test
  void shouldTakeNoMoreSurroundingsThanThePictureHasRoomFor() {
    AnalyserCrop crop = take(surroundings(4, 100), new PixelBox(100, 20, 40, 40));
    assertThat(crop.reached()).isCloseTo(99 / 40.0, within(1e-6));
    assertPlace(crop, 0, 0, 70, 0);
    assertPlace(crop, 99, 99, 169, 99);
  }

  @Test
  void shouldNotEnlargeASquareForWantOfPixelsThatThereAre() {
    PixelBox face = new PixelBox(0, 0, 300, 450);
    assertThat(CropTaker.mostReduction(square(1, 112), face)).isEqualTo(4);
    assertThat(CropTaker.mostReduction(square(2, 112), face)).isEqualTo(8);
    assertThat(CropTaker.mostReduction(square(1, 300), face)).isEqualTo(1);
    assertThat(CropTaker.mostReduction(surroundings(4, 80), face)).isEqualTo(1);
  }

  private static CropShape square(double factor, int side) {
    return new CropShape(CropKind.SQUARE, factor, side, side);
  }

  private static CropShape surroundings(double factor, int side) {
    return new CropShape(CropKind.SURROUNDINGS, factor, side, side);
  }

  private static AnalyserCrop take(CropShape shape, PixelBox box) {
    byte[] pixels = new byte[WIDTH * HEIGHT * 3];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels[3 * (y * WIDTH + x)] = (byte) (1 + x);
        pixels[3 * (y * WIDTH + x) + 1] = (byte) (1 + y);
      }
    }
    Mat mat = new Mat(HEIGHT, WIDTH, opencv_core.CV_8UC3);
    mat.data().put(pixels);
    try (Picture picture = Picture.of(mat);
        CropTaker taker = new CropTaker()) {
      return taker.take(picture, box, shape);
    }
  }

  private static void assertPlace(AnalyserCrop crop, int x, int y, int pictureX, int pictureY) {
    assertThat(at(crop, x, y, 0) - 1).as("x").isCloseTo(pictureX, within(1));
    assertThat(at(crop, x, y, 1) - 1).as("y").isCloseTo(pictureY, within(1));
  }

  private static void assertBlack(AnalyserCrop crop, int x, int y) {
    assertThat(at(crop, x, y, 0)).isZero();
    assertThat(at(crop, x, y, 1)).isZero();
  }

  private static int at(AnalyserCrop crop, int x, int y, int channel) {
    return crop.pixels()[3 * (y * crop.shape().width() + x) + channel] & 0xFF;
  }
}
