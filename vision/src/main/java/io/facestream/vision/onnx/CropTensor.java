package io.facestream.vision.onnx;

import io.facestream.vision.face.FaceAligner;
import io.facestream.vision.packs.EmbedderModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Aligned faces as float planes {@code [n, 3, 112, 112]}, scaled as the model's manifest says. */
final class CropTensor {
  private static final int CHANNELS = 3;
  private static final int PLANE = FaceAligner.CROP_SIDE * FaceAligner.CROP_SIDE;

  /** {@code [channel of the tensor][byte]}: the scaled value. */
  private final float[][] scaled;

  /** Which of a pixel's bytes B, G, R goes to which channel of the tensor. */
  private final int[] byteOfChannel;

  private final FloatBuffer buffer;

  CropTensor(EmbedderModel manifest, int maxCrops) {
    byteOfChannel = PixelLevels.bytes(manifest.colourOrder());
    scaled = PixelLevels.scaled(1, manifest.mean(), manifest.std());
    buffer =
        ByteBuffer.allocateDirect(maxCrops * CHANNELS * PLANE * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
  }

  /** The values of these crops, valid until the next call. */
  FloatBuffer fill(List<byte[]> crops) {
    int offset = 0;
    for (byte[] crop : crops) {
      if (crop.length != FaceAligner.CROP_BYTES) {
        throw new IllegalArgumentException(
            "An aligned face has " + FaceAligner.CROP_BYTES + " bytes, not " + crop.length);
      }
      for (int c = 0; c < CHANNELS; c++) {
        float[] scale = scaled[c];
        for (int i = 0, from = byteOfChannel[c]; i < PLANE; i++, from += CHANNELS) {
          buffer.put(offset + i, scale[crop[from] & 0xFF]);
        }
        offset += PLANE;
      }
    }
    return buffer.slice(0, offset);
  }
}
