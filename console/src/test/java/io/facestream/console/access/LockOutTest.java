package io.facestream.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.console.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockOutTest {
  private final TestClock clock = new TestClock();
  private final LockOut lockOut = new LockOut(clock);

  @Test
  void shouldHoldUpWhoGuessesAndNobodyElse() {
    fail("admin", "10.0.0.1", LockOut.OF_NAME_AND_ADDRESS);
    assertThatThrownBy(() -> lockOut.begin("admin", "10.0.0.1"))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("wait 16 min");
    assertThatCode(() -> lockOut.begin("admin", "10.0.0.2")).doesNotThrowAnyException();
    assertThatCode(() -> lockOut.begin("other", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void shouldHoldUpWhoTriesManyNames() {
    for (int i = 0; i < LockOut.OF_ADDRESS; i++) {
      lockOut.begin("user" + i, "10.0.0.1");
    }
    assertThatThrownBy(() -> lockOut.begin("one more", "10.0.0.1"))
        .isInstanceOf(AccessException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"address", "name", "pair"})
  void shouldNotTakeANameForAnotherCounter(String name) {
    for (int i = 0; i < LockOut.OF_ADDRESS; i++) {
      lockOut.begin("user" + i, "10.0.0.1");
    }
    assertThatThrownBy(() -> lockOut.begin(name, "10.0.0.1")).isInstanceOf(AccessException.class);
    assertThatThrownBy(() -> lockOut.begin("one more", "10.0.0.1"))
        .isInstanceOf(AccessException.class);
  }

  @Test
  void shouldHoldUpWhoTriesFromManyAddresses() {
    for (int i = 0; i < LockOut.OF_NAME; i++) {
      lockOut.begin("admin", "address" + i);
    }
    assertThatThrownBy(() -> lockOut.begin("admin", "one more"))
        .isInstanceOf(AccessException.class);
  }

  @Test
  void shouldLetInAgainAfterAWhile() {
    fail("admin", "10.0.0.1", LockOut.OF_NAME_AND_ADDRESS);
    clock.pass(LockOut.LASTS);
    assertThatCode(() -> lockOut.begin("admin", "10.0.0.1")).doesNotThrowAnyException();
  }

  @Test
  void shouldForgetWhatFailedBeforeASuccess() {
    fail("admin", "10.0.0.1", LockOut.OF_NAME_AND_ADDRESS - 1);
    lockOut.begin("admin", "10.0.0.1");
    lockOut.succeeded("admin", "10.0.0.1");
    fail("admin", "10.0.0.1", LockOut.OF_NAME_AND_ADDRESS);
  }

  @Test
  void shouldCountTheAddressesOfANetworkTogether() {
    for (int i = 0; i < LockOut.OF_NAME_AND_ADDRESS; i++) {
      lockOut.begin("admin", "2001:db8:0:1::" + Integer.toHexString(i));
    }
    assertThatThrownBy(() -> lockOut.begin("admin", "2001:db8:0:1:ffff::1"))
        .isInstanceOf(AccessException.class);
    assertThatCode(() -> lockOut.begin("admin", "2001:db8:0:2::1")).doesNotThrowAnyException();
  }

  @Test
  void shouldNotCountWhatNobodyLookedAt() {
    for (int i = 0; i < LockOut.OF_ADDRESS; i++) {
      lockOut.begin("admin", "10.0.0.1");
      lockOut.takeBack("admin", "10.0.0.1");
    }
    fail("admin", "10.0.0.1", LockOut.OF_NAME_AND_ADDRESS);
  }

  @Test
  void shouldNotGrowWithoutBound() {
    for (int i = 0; i < 60_000; i++) {
      lockOut.begin("user" + i, "address" + i);
    }
    assertThat(lockOut.size()).isLessThanOrEqualTo(50_000);
  }

  private void fail(String name, String address, int times) {
    for (int i = 0; i < times; i++) {
      lockOut.begin(name, address);
    }
  }
}
