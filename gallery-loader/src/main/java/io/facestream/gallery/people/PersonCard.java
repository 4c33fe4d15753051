package io.facestream.gallery.people;

import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Validity;
import java.util.List;
import java.util.Map;

/**
 * What a file says about one person; null where it says nothing.
 *
 * @param source where it was read, for messages: {@code people.csv line 3}
 * @param about the folder, or the name in the table's first column, that the card is about
 * @param id the person id, when it is not the one made of {@code about}; two cards with one id are
 *     one person
 * @param validity when the person is recognised; never null, its times may be
 * @param aliases other folders or names of the same person
 */
record PersonCard(
    String source,
    String about,
    String id,
    String name,
    List<String> watchlists,
    Float threshold,
    Map<String, String> attributes,
    Validity validity,
    List<String> aliases) {

  PersonCard {
    if (id != null && (id.isBlank() || id.indexOf('/') >= 0)) {
      throw new BadPeopleException(source, "the id '" + id + "' must not be blank or contain '/'");
    }
    if (threshold != null && !(threshold >= -1 && threshold <= 1)) {
      throw new BadPeopleException(
          source, "the threshold " + threshold + " is no cosine between -1 and 1");
    }
    requireWithinBounds(source, id, name, watchlists, attributes);
    ValidityText.usable(source, validity);
    aliases = aliases == null ? List.of() : List.copyOf(aliases);
  }

  /**
   * As every template of the person would hold it, so that nothing is written before it is told.
   */
  private static void requireWithinBounds(
      String source,
      String id,
      String name,
      List<String> watchlists,
      Map<String, String> attributes) {
    Person said =
        new Person(
            id == null ? "" : id,
            name == null ? "" : name,
            watchlists == null ? List.of() : watchlists,
            null,
            attributes == null ? Map.of() : attributes,
            Validity.ALWAYS);
    String complaint = GalleryBounds.complaint(said.toEntry().build());
    if (complaint != null) {
      throw new BadPeopleException(source, complaint);
    }
  }

  /** This card, completed and overruled by another one of the same person. */
  PersonCard overruledBy(PersonCard other) {
    return new PersonCard(
        other.source,
        about,
        id,
        other.name == null ? name : other.name,
        other.watchlists == null ? watchlists : other.watchlists,
        other.threshold == null ? threshold : other.threshold,
        other.attributes == null ? attributes : other.attributes,
        validity.overruledBy(other.validity),
        aliases);
  }

  /** The person, with defaults for what nobody said. */
  Person toPerson(String personId) {
    return new Person(
        personId,
        name == null ? PersonNames.display(about) : name,
        watchlists == null ? List.of() : watchlists,
        threshold,
        attributes == null ? Map.of() : attributes,
        validity);
  }
}
