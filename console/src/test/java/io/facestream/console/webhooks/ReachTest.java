package io.facestream.console.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "::1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "fd00::1",
        "::ffff:10.1.2.3"
      })
  void shouldReachPrivateAddressesWhereItMayOnly(String address) throws UnknownHostException {
    assertThat(Reach.PUBLIC.allows(InetAddress.getByName(address))).isFalse();
    assertThat(Reach.PRIVATE_TOO.allows(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "203.0.113.7",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::a01:203",
        "64:ff9b::a00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void shouldNeverReachWhatIsNobodys(String address) throws UnknownHostException {
    for (Reach reach : Reach.values()) {
      assertThat(reach.allows(InetAddress.getByName(address))).as(reach.name()).isFalse();
    }
  }

  /** As a name server gives it, and not as a text, which is taken for IPv4 at once. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0"})
  void shouldNotReachIpv4InOtherClothes(String address) throws UnknownHostException {
    assertThat(Reach.PUBLIC.allows(mapped(address))).isFalse();
    assertThat(Reach.PUBLIC.allows(mapped("1.1.1.1"))).isTrue();
  }

  private static InetAddress mapped(String address) throws UnknownHostException {
    byte[] bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    System.arraycopy(InetAddress.getByName(address).getAddress(), 0, bytes, 12, 4);
    return Inet6Address.getByAddress("shop.example", bytes, -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "223.255.255.1",
        "2606:4700::1",
        "2a00::1"
      })
  void shouldReachPublicAddresses(String address) throws UnknownHostException {
    assertThat(Reach.PUBLIC.allows(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void shouldTakeHttpsAndPlainHttpToThisMachineOnly() {
    assertThat(Reach.PUBLIC.checked("https://shop.example/hook?a=b")).hasHost("shop.example");
    assertThat(Reach.PUBLIC.checked("https://1.1.1.1:8443/")).hasPort(8443);
    assertThat(Reach.PRIVATE_TOO.checked("http://localhost:9000/hook")).hasPort(9000);
    assertThat(Reach.PRIVATE_TOO.checked("http://[::1]:9000/hook")).hasPort(9000);
    assertThat(Reach.PRIVATE_TOO.checked("https://10.1.2.3/hook")).hasHost("10.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "/hook",
        "ftp://shop.example/",
        "file:///etc/passwd",
        "http://shop.example/",
        "http://127.0.0.1:8081/",
        "http://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.1/",
        "https://2130706433/",
        "https://169.254.169.254/latest/meta-data",
        "https://user:password@shop.example/",
        "https://shop.example/#part",
        "https://shop.example:99999/"
      })
  void shouldRefuse(String url) {
    assertThatThrownBy(() -> Reach.PUBLIC.checked(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'url' ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.0.0.1/", "http://shop.example/", "https://169.254.169.254/"})
  void shouldRefuseInPrivateNetworksToo(String url) {
    assertThatThrownBy(() -> Reach.PRIVATE_TOO.checked(url))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
