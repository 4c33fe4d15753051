package io.facestream.console.people;

import io.facestream.console.people.PeopleException.Reason;
import io.facestream.wire.proto.GalleryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is laid down about somebody, field by field; what is not named stays as it is. */
public final class PersonFacts {
  /** The attribute of the gallery that says why somebody may be enrolled. */
  static final String LEGAL_BASIS = "legalBasis";

  private final List<Consumer<GalleryEntry.Builder>> changes = new ArrayList<>();
  private List<String> watchlists;

  /** The name shown. */
  public PersonFacts name(String name) {
    return with(entry -> entry.setName(name));
  }

  /** All of them, in their order. */
  public PersonFacts watchlists(List<String> lists) {
    watchlists = List.copyOf(lists);
    return this;
  }

  /**
   * One of the details.
   *
   * @param value null removes it
   */
  public PersonFacts detail(String name, String value) {
    if (name.equals(LEGAL_BASIS)) {
      throw new PeopleException(
          Reason.INVALID, "'" + LEGAL_BASIS + "' is no detail but a field beside them");
    }
    if (name.isBlank()) {
      throw new PeopleException(Reason.INVALID, "A detail has a name");
    }
    return attribute(name, value);
  }

  /** None of those that are there. */
  public PersonFacts noDetails() {
    return with(
        entry -> {
          Map<String, String> kept = Map.copyOf(entry.getAttributesMap());
          entry.clearAttributes();
          if (kept.containsKey(LEGAL_BASIS)) {
            entry.putAttributes(LEGAL_BASIS, kept.get(LEGAL_BASIS));
          }
        });
  }

  /**
   * Why he may be enrolled: consent, contract …
   *
   * @param basis null removes it
   */
  public PersonFacts legalBasis(String basis) {
    return attribute(LEGAL_BASIS, basis);
  }

  private PersonFacts attribute(String name, String value) {
    return with(
        value == null
            ? entry -> entry.removeAttributes(name)
            : entry -> entry.putAttributes(name, value));
  }

  /**
   * From when on he may be recognised.
   *
   * @param from null for since ever
   */
  public PersonFacts validFrom(Instant from) {
    return with(
        from == null
            ? GalleryEntry.Builder::clearValidFrom
            : entry -> entry.setValidFrom(from.toEpochMilli()));
  }

  /**
   * From when on no more.
   *
   * @param until null for ever
   */
  public PersonFacts validUntil(Instant until) {
    return with(
        until == null
            ? GalleryEntry.Builder::clearValidUntil
            : entry -> entry.setValidUntil(until.toEpochMilli()));
  }

  private PersonFacts with(Consumer<GalleryEntry.Builder> change) {
    changes.add(change);
    return this;
  }

  /** Those that are named; null where they stay. */
  List<String> watchlists() {
    return watchlists;
  }

  /** On top of an entry; watchlists that the caller may not know of stay. */
  GalleryEntry.Builder over(GalleryEntry.Builder entry, List<String> keptWatchlists) {
    changes.forEach(change -> change.accept(entry));
    if (watchlists != null) {
      entry.clearWatchlists().addAllWatchlists(watchlists).addAllWatchlists(keptWatchlists);
    }
    return entry;
  }

  /** Makes an entry one of a person of whom another entry is there already. */
  static GalleryEntry.Builder ofPerson(GalleryEntry.Builder entry, GalleryEntry person) {
    entry
        .setPersonId(person.getPersonId())
        .setName(person.getName())
        .clearWatchlists()
        .addAllWatchlists(person.getWatchlistsList())
        .clearAttributes()
        .putAllAttributes(person.getAttributesMap())
        .clearThreshold()
        .clearValidFrom()
        .clearValidUntil();
    if (person.hasThreshold()) {
      entry.setThreshold(person.getThreshold());
    }
    if (person.hasValidFrom()) {
      entry.setValidFrom(person.getValidFrom());
    }
    if (person.hasValidUntil()) {
      entry.setValidUntil(person.getValidUntil());
    }
    return entry;
  }
}
