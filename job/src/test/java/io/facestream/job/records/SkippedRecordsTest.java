package io.facestream.job.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkippedRecordsTest {
  @Test
  void shouldRefuseWhatIsNamedAndNothingElse() {
    SkippedRecords skips =
        new SkippedRecords(
            List.of("frames:3:4711", "gallery:0:17", "gallery:p-17/2", "policies:0:3"));

    assertThat(skips.refusalOfFrame(3, 4711)).contains("operator's order", "frames:3:4711");
    assertThat(skips.refusalOfFrame(4, 4711)).isNull();
    assertThat(skips.refusalOfGallery(3, 4711)).isNull();
    assertThat(skips.refusalOfGallery(0, 17)).isNotNull();
    assertThat(skips.refusalOfPolicy(0, 3)).contains("policies:0:3");
    assertThat(skips.refusalOfPolicy(0, 17)).isNull();
    assertThat(skips.refusalOfTemplate("p-17/2")).contains("gallery:p-17/2");
    assertThat(skips.refusalOfTemplate("p-17/3")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "frames", "frames:3", "frames:x:1", "verdicts:0:1", "gallery:p-17"})
  void shouldSayHowARecordIsNamed(String order) {
    assertThatThrownBy(() -> new SkippedRecords(List.of(order)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gallery:PERSON/PHOTO");
  }
}
