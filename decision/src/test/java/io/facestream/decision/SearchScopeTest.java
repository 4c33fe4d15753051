package io.facestream.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchScopeTest {
  private static final SearchScope GUESTS_AND_VIP = SearchScope.of(null, Set.of("guests", "vip"));

  @Test
  void shouldReachEverybodyWhereNothingIsSaid() {
    assertThat(SearchScope.of(null, null).isAll()).isTrue();
    assertThat(SearchScope.of(List.of(), null).isAll()).isTrue();
    assertThat(SearchScope.ALL.reaches(List.of())).isTrue();
    assertThat(SearchScope.ALL.reaches(List.of("staff"))).isTrue();
  }

  @Test
  void shouldReachWhoIsOnAnyWatchlistThatIsNamedAndNobodyWhoIsOnNone() {
    assertThat(GUESTS_AND_VIP.reaches(List.of("staff", "vip"))).isTrue();
    assertThat(GUESTS_AND_VIP.reaches(List.of("staff"))).isFalse();
    assertThat(GUESTS_AND_VIP.reaches(List.of())).isFalse();
    assertThat(GUESTS_AND_VIP.coveredOf(List.of("vip", "staff", "guests")))
        .containsExactly("vip", "guests");
  }

  @Test
  void shouldReachNobodyWhereNoWatchlistIsNamed() {
    SearchScope none = SearchScope.of(null, List.of());
    assertThat(none.isAll()).isFalse();
    assertThat(none.reaches(List.of("staff"))).isFalse();
    assertThat(none.reaches(List.of())).isFalse();
  }

  @Test
  void shouldLeaveOutOfThoseThatAreNamedWhatIsNotLookedForHere() {
    SearchScope scope = SearchScope.of(Set.of("vip"), Set.of("guests", "vip"));
    assertThat(scope.reaches(List.of("vip"))).isFalse();
    assertThat(scope.reaches(List.of("vip", "guests"))).isTrue();
  }
}
