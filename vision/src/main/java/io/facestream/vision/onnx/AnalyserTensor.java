package io.facestream.vision.onnx;

import ai.djl.ndarray.types.Shape;
import io.facestream.vision.packs.AnalyserInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** One crop as the tensor that an analyser's declaration asks for. The buffer is reused. */
final class AnalyserTensor {
  private static final int BYTES_OF_PIXEL = 3;

  private final int pixels;
  private final int channels;
  private final float[][] scaled;
  private final Shape shape;

  /** Null for grey. */
  private final int[] byteOfChannel;

  /** How far the values of a pixel, and those of neighbours, are apart. */
  private final int channelStep;

  private final int pixelStep;
  private final FloatBuffer buffer;

  AnalyserTensor(AnalyserInput input) {
    pixels = input.width() * input.height();
    channels = input.channels();
    scaled = PixelLevels.scaled(input.scale(), input.mean(), input.std());
    byteOfChannel = channels == 1 ? null : PixelLevels.bytes(input.colourOrder());
    boolean channelsLast = AnalyserInput.CHANNELS_LAST.equals(input.layout());
    channelStep = channelsLast ? 1 : pixels;
    pixelStep = channelsLast ? channels : 1;
    shape =
        channelsLast
            ? new Shape(1, input.height(), input.width(), channels)
            : new Shape(1, channels, input.height(), input.width());
    buffer =
        ByteBuffer.allocateDirect(pixels * channels * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  Shape shape() {
    return shape;
  }

  /** The values of a crop of B, G, R, valid until the next call. */
  FloatBuffer fill(byte[] crop) {
    for (int c = 0; c < channels; c++) {
      float[] levels = scaled[c];
      for (int i = 0; i < pixels; i++) {
        buffer.put(c * channelStep + i * pixelStep, levels[level(crop, i * BYTES_OF_PIXEL, c)]);
      }
    }
    return buffer.duplicate();
  }

  private int level(byte[] crop, int pixel, int channel) {
    if (byteOfChannel != null) {
      return crop[pixel + byteOfChannel[channel]] & 0xFF;
    }
    int blue = crop[pixel] & 0xFF;
    int green = crop[pixel + 1] & 0xFF;
    int red = crop[pixel + 2] & 0xFF;
    // ITU-R BT.601, as OpenCV makes grey of colours.
    return (int) Math.round(0.114 * blue + 0.587 * green + 0.299 * red);
  }
}
