package io.facestream.vision.packs;

import java.io.Serializable;
import java.util.List;

/**
 * What an analyser's networks take: float32, one crop a call, each channel {@code (value × scale −
 * mean) / std} with values 0…255.
 *
 * @param width pixels
 * @param height pixels
 * @param colourOrder {@code RGB}, {@code BGR}, or {@code GREY} for one channel; the wrong one fails
 *     silently with worse answers
 * @param layout {@code NCHW} or {@code NHWC}
 * @param scale by which a value is multiplied first
 * @param mean per channel, in the order of {@code colourOrder}
 * @param std per channel, in the order of {@code colourOrder}
 */
public record AnalyserInput(
    int width,
    int height,
    String colourOrder,
    String layout,
    Double scale,
    List<Double> mean,
    List<Double> std)
    implements Serializable {
  public static final String GREY = "GREY";
  public static final String CHANNELS_FIRST = "NCHW";
  public static final String CHANNELS_LAST = "NHWC";

  /** Layout and scale that are left out are the usual ones. */
  public AnalyserInput {
    layout = layout == null ? CHANNELS_FIRST : layout;
    scale = scale == null ? 1 : scale;
  }

  /** Numbers for each pixel. */
  public int channels() {
    return GREY.equals(colourOrder) ? 1 : 3;
  }
}
