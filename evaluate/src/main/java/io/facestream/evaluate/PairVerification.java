package io.facestream.evaluate;

import io.facestream.evaluate.result.Verification;
import io.facestream.evaluate.result.Verification.AtFalseMatchRate;
import io.facestream.evaluate.result.Verification.Protocol;
import io.facestream.evaluate.samples.PairsFile;
import io.facestream.evaluate.samples.PairsFile.LabelledPair;
import io.facestream.evaluate.statistics.ScoreGrid;
import io.facestream.evaluate.statistics.ScoreHistogram;
import io.facestream.evaluate.statistics.TradeOff;
import io.facestream.evaluate.statistics.Wilson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Verification by the pairs of a table; each pair counts as a trial of its own. */
final class PairVerification {
  private PairVerification() {}

  static Verification of(Samples samples, PairsFile pairs) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < samples.usable().size(); place++) {
      places.put(samples.usable().get(place).photo().name(), place);
    }
    TradeOff scores = new TradeOff(new ScoreHistogram(), new ScoreHistogram());
    long notCompared = 0;
    for (LabelledPair pair : pairs.pairs()) {
      Integer one = places.get(pair.one());
      Integer other = places.get(pair.other());
      if (one == null || other == null || one.equals(other)) {
        notCompared++;
      } else {
        (pair.same() ? scores.genuine() : scores.impostor())
            .add(samples.comparisons().cosines().of(one, other));
      }
    }
    if (scores.genuine().count() == 0 || scores.impostor().count() == 0) {
      throw new EvaluationException(
          "The table has "
              + scores.genuine().count()
              + " usable pairs of one person and "
              + scores.impostor().count()
              + " of two; add pairs so that there are both");
    }
    return new Verification(
        Protocol.PAIRS,
        scores.genuine().count(),
        scores.impostor().count(),
        notCompared,
        Arrays.stream(Rates.FALSE_MATCH).mapToObj(rate -> at(rate, scores)).toList(),
        scores.equalError(),
        scores.mostAccurate(),
        Rates.drawn(scores.impostor()).mapToObj(scores::at).toList());
  }

  private static AtFalseMatchRate at(double rate, TradeOff scores) {
    long impostors = scores.impostor().count();
    int bin = scores.impostor().binReachedByAtMost(rate);
    if (!Rates.isShownBy(rate, impostors) || bin == ScoreGrid.BINS) {
      return new AtFalseMatchRate(rate, null, null, null);
    }
    return new AtFalseMatchRate(
        rate,
        ScoreGrid.cosine(bin),
        Wilson.of(scores.impostor().reaching(bin), impostors),
        Wilson.of(scores.genuine().reaching(bin), scores.genuine().count()));
  }
}
