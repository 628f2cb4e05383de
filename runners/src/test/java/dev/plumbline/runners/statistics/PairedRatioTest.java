package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.plumbline.runners.options.Json;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedRatioTest {
  private static final double[] ONES = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

  @Test
  void findsAConstantRatioExactly() {
    PairedRatio ratio =
        PairedRatio.of(new double[] {2, 4, 6, 8, 10, 12}, new double[] {1, 2, 3, 4, 5, 6});

    assertEquals(2, ratio.estimate(), 1e-12);
    assertNotNull(ratio.interval95());
    assertEquals(2, ratio.interval95().low(), 1e-12);
    assertEquals(2, ratio.interval95().high(), 1e-12);
    assertEquals(2 / 64.0, ratio.pValue(), 1e-12);
    assertEquals(0.0, ratio.sdLog());
    assertEquals(0.0, ratio.detectableEffect());
  }

  @Test
  void isTheExponentialOfTheSignedRankResultOfLogarithms() {
    double[] candidate = {1.1, 1.3, 0.9, 1.2, 1.25, 1.05, 1.15, 0.97, 1.4, 1.02};
    PairedRatio ratio = PairedRatio.of(candidate, ONES);

    SignedRank ranks = SignedRank.of(Arrays.stream(candidate).map(Math::log).toArray());
    assertEquals(Math.exp(ranks.estimate()), ratio.estimate());
    assertEquals(ranks.pValue(), ratio.pValue());
    assertEquals(ranks.interval(0.95).orElseThrow().exponential(), ratio.interval95());
    assertEquals(ranks.interval(0.90).orElseThrow().exponential(), ratio.interval90());
    assertNotNull(ratio.sdLog());
    assertEquals(MinimumDetectableEffect.of(ratio.sdLog(), 10), ratio.detectableEffect());
  }

  @Test
  void invertsWhenArmsChangePlaces() {
    double[] candidate = {1.1, 1.3, 0.9, 1.2, 1.25, 1.05, 1.15, 0.97, 1.4, 1.02};
    PairedRatio ratio = PairedRatio.of(candidate, ONES);
    PairedRatio inverse = PairedRatio.of(ONES, candidate);

    assertEquals(1, ratio.estimate() * inverse.estimate(), 1e-12);
    assertNotNull(ratio.interval95());
    assertNotNull(inverse.interval95());
    assertEquals(1, ratio.interval95().low() * inverse.interval95().high(), 1e-12);
  }

  @Test
  void printsEstimateLimitsAndPairs() {
    Interval interval = new Interval(1.5469, 1.8471, 0.95);
    assertEquals(
        "1.690 [1.547, 1.847] (n=10)",
        new PairedRatio(1.6901, interval, interval, 10, 0.002, 0.1, 0.1).toString());
  }

  @Test
  void makesNoClaimFromFewPairs() {
    double[] twice = {2, 2.1, 2.2, 2.3, 2.4};

    PairedRatio five = PairedRatio.of(twice, Arrays.copyOf(ONES, 5));
    assertEquals(2.2, five.estimate(), 0.01);
    assertNull(five.interval95());
    assertNotNull(five.interval90());
    assertNull(five.detectableEffect());
    assertEquals("2.198 (n=5)", five.toString());
    assertNull(PairedRatio.of(Arrays.copyOf(twice, 4), Arrays.copyOf(ONES, 4)).interval90());
  }

  @Test
  void writesWhatOnePairCannotSayAsNull() {
    String json = Json.line(PairedRatio.of(new double[] {2}, new double[] {1}));
    assertEquals(
        "{\"estimate\":2.0,\"interval95\":null,\"interval90\":null,\"pairs\":1,\"p_value\":1.0,"
            + "\"sd_log\":null,\"detectable_effect\":null}",
        json);
  }

  @Test
  void survivesJson() throws Exception {
    PairedRatio ratio = PairedRatio.of(new double[] {1, 2, 3, 4, 5, 6}, Arrays.copyOf(ONES, 6));
    assertEquals(ratio, Json.mapper().readValue(Json.line(ratio), PairedRatio.class));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsWhatHasNoRatio(double value) {
    double[] one = {1};
    double[] odd = {value};
    assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(odd, one));
    assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(one, odd));
  }

  @Test
  void rejectsUnequalAndNoPairs() {
    double[] none = {};
    assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(ONES, new double[] {1}));
    assertThrows(IllegalArgumentException.class, () -> PairedRatio.of(none, none));
  }
}
