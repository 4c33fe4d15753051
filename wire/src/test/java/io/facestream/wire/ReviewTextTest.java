package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReviewTextTest {
  @Test
  void shouldTakeWhatPeopleWrite() {
    assertThat(ReviewText.BY.complaint("Zoë O'Neill")).isNull();
    assertThat(ReviewText.NOTE.complaint("ticket #17: twins")).isNull();
  }

  @Test
  void shouldRefuseWithCauseAndCure() {
    assertThat(ReviewText.BY.complaint(" "))
        .isEqualTo("the reviewer is blank; write something, or leave it out");
    assertThat(ReviewText.BY.complaint("a#b"))
        .isEqualTo("the reviewer 'a#b' holds a '#'; leave it out");
    assertThat(ReviewText.NOTE.complaint("a\nb")).contains("holds a control character");
    assertThat(ReviewText.NOTE.complaint("é".repeat(513)))
        .contains("has 1026 bytes in UTF-8, at most 1024 are taken; shorten it");
  }
}
