package io.facestream.gallery.people;

import io.facestream.photos.tables.BadTableException;
import io.facestream.wire.Validity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Knows which person a folder or a name means, so that all aliases of a person are one person.
 *
 * <p>A name is looked up by its {@linkplain PersonNames#id id form}, so that {@code Ada_Lovelace}
 * and {@code ada lovelace} are the same. Not thread-safe.
 */
public final class PeopleDirectory {
  private final Map<String, String> idByName = new HashMap<>();
  private final Map<String, PersonCard> cardById = new HashMap<>();
  private final Map<String, String> firstNameById = new HashMap<>();

  private PeopleDirectory(List<PersonCard> cards) {
    for (PersonCard card : cards) {
      for (String alias : card.aliases()) {
        declare(alias, ownId(card), card);
      }
    }
    for (PersonCard card : cards) {
      if (!card.aliases().isEmpty() || card.id() != null) {
        declare(card.about(), ownId(card), card);
      }
    }
    for (PersonCard card : cards) {
      cardById.merge(idOf(card.about()), card, PersonCard::overruledBy);
    }
  }

  /** A directory without any file: every name is a person of its own. */
  public static PeopleDirectory empty() {
    return new PeopleDirectory(List.of());
  }

  /**
   * The people of a table alone.
   *
   * @throws BadTableException when it is no table of people
   * @throws BadPeopleException when what it says cannot be used
   */
  public static PeopleDirectory ofTable(Path file) {
    return new PeopleDirectory(PeopleFiles.readTable(file));
  }

  /**
   * The people of a gallery folder: {@code people.csv} in it, overruled by each {@code
   * person.yaml}.
   *
   * @param personFolders the folders of the people in it
   * @throws BadTableException when {@code people.csv} is no table of people
   * @throws BadPeopleException when what one of the files says cannot be used
   */
  public static PeopleDirectory ofFolder(Path root, List<Path> personFolders) {
    List<PersonCard> cards = new ArrayList<>();
    Path table = root.resolve(PeopleFiles.TABLE);
    if (Files.isRegularFile(table)) {
      cards.addAll(PeopleFiles.readTable(table));
    }
    for (Path folder : personFolders) {
      PersonCard card = PeopleFiles.readCard(folder);
      if (card != null) {
        cards.add(card);
      }
    }
    return new PeopleDirectory(cards);
  }

  /** The id of the person whom a name means; empty when the name has neither letter nor digit. */
  public String idOf(String name) {
    String form = PersonNames.id(name);
    return idByName.getOrDefault(form, form);
  }

  /**
   * The person whom a name means.
   *
   * @throws BadPeopleException when the name has neither letter nor digit, or its id is also that
   *     of a name that may be somebody else
   */
  public Person person(String name) {
    String id = idOf(name);
    if (id.isEmpty()) {
      throw new BadPeopleException("'" + name + "'", "a name needs a letter or a digit");
    }
    if (!idByName.containsKey(PersonNames.id(name))) {
      refuseNamesake(id, name);
    }
    PersonCard card = cardById.get(id);
    String shown = firstNameById.computeIfAbsent(id, key -> name);
    return card != null
        ? card.toPerson(id)
        : new Person(id, PersonNames.display(shown), List.of(), null, Map.of(), Validity.ALWAYS);
  }

  private void refuseNamesake(String id, String name) {
    String first = firstNameById.get(id);
    if (first != null && !PersonNames.plain(first).equals(PersonNames.plain(name))) {
      throw new BadPeopleException(
          String.format(Locale.ROOT, "'%s' and '%s'", first, name),
          String.format(
              Locale.ROOT,
              "both have the id '%s'; give one of them another id in its person.yaml or in people.csv, or the same id to both when they are one person",
              id));
    }
  }

  private static String ownId(PersonCard card) {
    return card.id() != null ? card.id() : PersonNames.id(card.about());
  }

  private void declare(String name, String id, PersonCard card) {
    String other = idByName.putIfAbsent(PersonNames.id(name), id);
    if (other != null && !other.equals(id)) {
      throw new BadPeopleException(
          card.source(),
          String.format(
              Locale.ROOT,
              "'%s' is declared as '%s' and as '%s'; a name means one person",
              name,
              other,
              id));
    }
  }
}
