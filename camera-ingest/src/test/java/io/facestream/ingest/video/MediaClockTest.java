package io.facestream.ingest.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaClockTest {
  private static final long NONE = avutil.AV_NOPTS_VALUE;
  private static final long TEN_HOURS = 36_000_000;

  private final MediaClock clock = clockOf(25);

  @ParameterizedTest
  @ValueSource(longs = {TEN_HOURS, -TEN_HOURS, 1L << 62, -(1L << 62), 1001, -1001})
  void shouldCloseAJump(long jump) {
    assertThat(times(0, 40, 80, 80 + jump, 120 + jump, 160 + jump))
        .containsExactly(0L, 40L, 80L, 120L, 160L, 200L);
    assertThat(clock.jumps()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5, TEN_HOURS, Long.MAX_VALUE - 1000, -TEN_HOURS, Long.MIN_VALUE + 1})
  void shouldBeginAtZeroWhateverTheFirstTimestampIs(long first) {
    assertThat(times(first, first + 40, first + 80)).containsExactly(0L, 40L, 80L);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void shouldCloseTheJumpToTheOtherEndOfTheNumbers() {
    assertThat(times(Long.MAX_VALUE - 40, Long.MAX_VALUE, Long.MIN_VALUE + 1, Long.MIN_VALUE + 41))
        .containsExactly(0L, 40L, 80L, 120L);
  }

  @Test
  void shouldSpacePicturesWithoutTimestampByTheFrameRate() {
    assertThat(times(NONE, NONE, TEN_HOURS, TEN_HOURS + 40, NONE, TEN_HOURS + 120))
        .containsExactly(0L, 40L, 80L, 120L, 160L, 200L);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void shouldKeepUnevenSpacingsAndComeBackFromRepeatedTimestamps() {
    assertThat(times(0, 40, 40, 30, 400, 1300, 1310))
        .containsExactly(0L, 40L, 80L, 120L, 400L, 1300L, 1310L);
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void shouldBelieveATimeLapse() {
    List<Long> times = times(clockOf(1 / 60.0), 0, 60_000, 120_000, 180_000);
    assertThat(times).containsExactly(0L, 60_000L, 120_000L, 180_000L);
  }

  @Test
  void shouldLearnThatLongSpacingsAreTheRule() {
    times(LongStream.range(0, 12).map(i -> 5000 * i).toArray());
    assertThat(clock.jumps()).isLessThan(6);
    assertThat(times(60_000, 65_000))
        .satisfies(t -> assertThat(t.get(1) - t.get(0)).isEqualTo(5000));
  }

  private List<Long> times(long... milliseconds) {
    return times(clock, milliseconds);
  }

  private static List<Long> times(MediaClock clock, long... milliseconds) {
    return LongStream.of(milliseconds).mapToObj(ms -> clock.timeOf(ms).toMillis()).toList();
  }

  private static MediaClock clockOf(double frameRate) {
    return new MediaClock(new AVRational().num(1).den(1000), frameRate);
  }
}
