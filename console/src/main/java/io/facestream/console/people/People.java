package io.facestream.console.people;

import io.facestream.console.access.Scope;
import io.facestream.console.people.PeopleException.Reason;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Finds people in the view of the gallery. */
public final class People {
  private final Jdbi jdbi;

  public People(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** People in the order of their ids, behind one. */
  public List<Person> list(Scope scope, String text, String watchlist, String after, int most) {
    if (watchlist != null && !scope.has(watchlist)) {
      return List.of();
    }
    return jdbi.inTransaction(
        handle ->
            TemplateTable.people(handle, scope, text, watchlist, after, most).stream()
                .map(id -> TemplateTable.ofPerson(handle, id, scope))
                .filter(found -> !found.isEmpty())
                .map(found -> Person.of(found, scope))
                .toList());
  }

  /** Somebody whom the caller may know of. */
  public Optional<Person> find(String personId, Scope scope) {
    List<Template> found = templatesOf(personId, scope);
    return found.isEmpty() ? Optional.empty() : Optional.of(Person.of(found, scope));
  }

  List<Template> templatesOf(String personId, Scope scope) {
    return jdbi.withHandle(handle -> TemplateTable.ofPerson(handle, personId, scope));
  }

  /** The picture of a face that was enrolled here. */
  public Optional<byte[]> picture(String personId, String photo, Scope scope) {
    return templatesOf(personId, scope).stream()
        .filter(template -> template.photo().equals(photo))
        .findFirst()
        .flatMap(
            template ->
                jdbi.withHandle(handle -> TemplateTable.picture(handle, template.templateId())));
  }

  /** Of somebody whom nobody outside the scope has on a list: others' people are not changed. */
  List<Template> ownAlone(String personId, Scope scope) {
    List<Template> known = known(personId, scope);
    if (isShared(known, scope)) {
      throw new PeopleException(Reason.SHARED, "This person is not on your watchlists alone");
    }
    return known;
  }

  static boolean isShared(List<Template> known, Scope scope) {
    return known.stream()
        .flatMap(template -> template.entry().getWatchlistsList().stream())
        .anyMatch(list -> !scope.has(list));
  }

  List<Template> known(String personId, Scope scope) {
    List<Template> found = templatesOf(personId, scope);
    if (found.isEmpty()) {
      throw new PeopleException(Reason.NOT_FOUND, "There is nobody of that id");
    }
    return found;
  }
}
