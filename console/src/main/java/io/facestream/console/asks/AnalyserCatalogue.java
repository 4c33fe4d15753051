package io.facestream.console.asks;

import io.facestream.vision.packs.AnalyserModel;
import io.facestream.vision.packs.AnalyserOutput;
import io.facestream.vision.packs.ModelPacks;
import java.util.List;
import java.util.Locale;

/**
 * The analysers that come with the job's model pack. Which of them the job runs, it says of each
 * picture: it has no topic to ask beforehand.
 */
public final class AnalyserCatalogue {
  private AnalyserCatalogue() {}

  /**
   * One of them.
   *
   * @param name as pictures ask for it
   * @param infers about people, such as {@code age}
   * @param values that it gives
   */
  public record Entry(String name, String title, List<String> infers, List<Value> values) {}

  /**
   * What it gives.
   *
   * @param labels null for a number
   * @param unit of a number; null for labels
   */
  public record Value(String name, List<String> labels, String unit) {}

  /**
   * Those of a pack, without slots that wait for a model.
   *
   * @throws io.facestream.wire.FacestreamException when there is no such pack
   */
  public static List<Entry> of(String pack) {
    return ModelPacks.named(pack).analysers().stream()
        .filter(analyser -> !analyser.isSlot())
        .map(AnalyserCatalogue::entry)
        .toList();
  }

  private static Entry entry(AnalyserModel analyser) {
    return new Entry(
        analyser.name(),
        analyser.title(),
        analyser.infers().stream().map(what -> what.name().toLowerCase(Locale.ROOT)).toList(),
        analyser.outputs().stream().map(AnalyserCatalogue::value).toList());
  }

  private static Value value(AnalyserOutput output) {
    return new Value(
        output.value(),
        output.isNumber() ? null : output.labels().stream().distinct().toList(),
        output.unit());
  }
}
