package io.facestream.evaluate.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves to be drawn.
 *
 * @param file its name as a file, without ending
 * @param title what it shows
 * @param xTitle of the horizontal axis
 * @param yTitle of the vertical axis
 * @param logarithmicX whether x goes by powers of ten
 * @param logarithmicY whether y goes by powers of ten
 * @param curves one or two
 */
record Plot(
    String file,
    String title,
    String xTitle,
    String yTitle,
    boolean logarithmicX,
    boolean logarithmicY,
    List<Curve> curves) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;

  /** Pixels of a point, so that letters are sharp on telephones too. */
  private static final int SCALE = 2;

  /** A named line; on a logarithmic axis points at 0 are left out. */
  record Curve(String name, double[] x, double[] y) {}

  /**
   * The picture, as PNG.
   *
   * @throws IOException when this Java cannot draw letters; with the cure
   */
  byte[] png(Theme theme) throws IOException {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.scale(SCALE, SCALE);
      chart(theme).paint(graphics, WIDTH, HEIGHT);
    } catch (LinkageError | InternalError | NullPointerException e) {
      // What Java throws where a system, or an image of a container, has no fonts.
      throw new IOException(
          "curves cannot be drawn, since Java finds no fonts here; install fontconfig and a font",
          e);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private XYChart chart(Theme theme) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart
        .getStyler()
        .setXAxisLogarithmic(logarithmicX)
        .setYAxisLogarithmic(logarithmicY)
        .setLocale(Locale.ROOT)
        .setLegendPosition(LegendPosition.OutsideS);
    colour(chart, theme);
    Color[] inks = {theme.first, theme.second};
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      int[] drawn =
          IntStream.range(0, curve.x().length)
              .filter(point -> !logarithmicX || curve.x()[point] > 0)
              .filter(point -> !logarithmicY || curve.y()[point] > 0)
              .toArray();
      XYSeries series =
          chart.addSeries(
              curve.name(),
              IntStream.of(drawn).mapToDouble(point -> curve.x()[point]).toArray(),
              IntStream.of(drawn).mapToDouble(point -> curve.y()[point]).toArray());
      series.setMarker(SeriesMarkers.NONE);
      series.setLineColor(inks[i]);
      series.setLineStyle(new BasicStroke(2));
    }
    return chart;
  }

  private static void colour(XYChart chart, Theme theme) {
    chart
        .getStyler()
        .setChartBackgroundColor(theme.ground)
        .setChartFontColor(theme.ink)
        .setLegendBackgroundColor(theme.ground)
        .setLegendBorderColor(theme.ground);
    chart.getStyler().setPlotBackgroundColor(theme.ground).setPlotBorderColor(theme.grid);
    chart
        .getStyler()
        .setPlotGridLinesColor(theme.grid)
        .setAxisTickLabelsColor(theme.ink)
        .setAxisTickMarksColor(theme.grid);
  }
}
