package io.facestream.sdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A console, asked with a key.
 *
 * <pre>{@code
 * Facestream desk = Facestream.at(URI.create("https://desk.example"), System.getenv("FACESTREAM_KEY"));
 * Recognition who = desk.recognize(Files.readAllBytes(capture));
 * if (!who.isMatch() && who.token() != null) {
 *   desk.enrol(NewPerson.of("Ada Lovelace", List.of("guests"), who.token()));
 * }
 * }</pre>
 *
 * Safe for threads. Every method may throw an {@link ApiException}. One that makes something can be
 * asked again after a failure of the network: it is made once.
 */
public final class Facestream {
  private static final String API = "/api/v1";

  private final Http http;

  private Facestream(Http http) {
    this.http = http;
  }

  /**
   * @param console where it serves, without a path
   * @param key {@code fs_…}
   */
  public static Facestream at(URI console, String key) {
    return new Facestream(
        new Http(
            Objects.requireNonNull(console), Objects.requireNonNull(key), Duration.ofSeconds(30)));
  }

  /**
   * Who stands there.
   *
   * @param picture JPEG, PNG or WebP, at most 8 MiB
   */
  public Recognition recognize(byte[] picture) {
    return recognize(picture, List.of());
  }

  /**
   * Who of some watchlists stands there.
   *
   * @param watchlists within those of the key; none for all of them
   */
  public Recognition recognize(byte[] picture, List<String> watchlists) {
    return http.sendPicture(
        API + "/recognize" + Query.of("watchlists", joined(watchlists)),
        picture,
        Recognition.class);
  }

  /**
   * All faces of a picture, once everything is known of them.
   *
   * @param watchlists within those of the key; none for all of them
   */
  public PictureAnalysis analyze(byte[] picture, List<String> watchlists) {
    return http.sendPicture(analyzePath(watchlists), picture, PictureAnalysis.class);
  }

  /** The same, piece by piece as each is ready; returns when all is told. */
  public void analyze(byte[] picture, List<String> watchlists, AnalysisListener listener) {
    http.streamPicture(
        analyzePath(watchlists), picture, event -> AnalysisEvents.tell(event, listener));
  }

  private static String analyzePath(List<String> watchlists) {
    return API + "/analyze" + Query.of("watchlists", joined(watchlists));
  }

  /** Enrols somebody. */
  public Person enrol(NewPerson person) {
    return http.create(API + "/people", person, Person.class);
  }

  /** Adds a photo of somebody, with one face on it. */
  public Person.Photo addPhoto(String personId, byte[] picture) {
    return http.sendPicture(person(personId) + "/photos", picture, Person.Photo.class);
  }

  /** Somebody by his id. */
  public Person find(String personId) {
    return http.get(person(personId), Person.class);
  }

  /**
   * People whose name or id has the text, as they are needed.
   *
   * @param text "" for all
   * @param watchlist null for any
   */
  public Stream<Person> people(String text, String watchlist) {
    return http.pages(
        API + "/people",
        Query.of("q", text.isEmpty() ? null : text).and("watchlist", watchlist),
        new TypeReference<Page<Person>>() {});
  }

  /** Erases somebody; the receipt tells where he is gone and where he will be. */
  public Erasure erase(String personId) {
    return http.delete(person(personId), Erasure.class);
  }

  /** A receipt as of now. */
  public Erasure erasure(String erasureId) {
    return http.get(API + "/erasures/" + Query.escaped(erasureId), Erasure.class);
  }

  /**
   * Who was there on a day, and from when to when.
   *
   * @param watchlist null for any
   * @param zone in which the day is meant
   */
  public Stream<Attendance> attendance(LocalDate day, ZoneId zone, String watchlist) {
    return http.pages(
        API + "/visits",
        Query.of("day", day.toString()).and("zone", zone.getId()).and("watchlist", watchlist),
        new TypeReference<Page<Attendance>>() {});
  }

  /**
   * Alerts as they happen; returns when the listener says that it has enough.
   *
   * @param after {@link AlertListener}'s position, to go on exactly behind it; null for from now on
   */
  public void alerts(String after, AlertListener listener) {
    http.follow(
        API + "/alerts",
        after,
        event -> !event.name().equals("alert") || listener.alert(event.json(), event.id()));
  }

  /** The newest alerts, as the document of the API describes them. */
  public JsonNode recentAlerts(int limit) {
    return http.get(API + "/alerts" + Query.of("limit", Integer.toString(limit)), JsonNode.class);
  }

  /** Says that it was somebody else. */
  public void wrong(String alertId, String note) {
    http.create(
        API + "/alerts/" + Query.escaped(alertId) + "/wrong",
        note == null ? Map.of() : Map.of("note", note),
        JsonNode.class);
  }

  private static String person(String id) {
    return API + "/people/" + Query.escaped(id);
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? null : String.join(",", names);
  }
}
