package io.facestream.sdk.examples;

import io.facestream.sdk.Attendance;
import io.facestream.sdk.Facestream;
import io.facestream.sdk.Person;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/** Who of a class was there today, and since when. */
public final class Attendances {
  private Attendances() {}

  /**
   * @param args address of the console, name of the class's watchlist
   */
  public static void main(String[] args) {
    Facestream desk = Facestream.at(URI.create(args[0]), System.getenv("FACESTREAM_KEY"));
    ZoneId here = ZoneId.systemDefault();
    Map<String, LocalTime> arrivals =
        desk.attendance(LocalDate.now(here), here, args[1])
            .collect(
                Collectors.toMap(
                    (Attendance one) -> one.person().personId(),
                    one -> one.firstSeen().atZone(here).toLocalTime().withNano(0)));
    desk.people("", args[1])
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .map((Person pupil) -> arrivals.get(pupil.personId()) + "  " + pupil.name())
        .map(line -> line.replaceFirst("^null", "absent  "))
        .forEach(System.out::println);
  }
}
