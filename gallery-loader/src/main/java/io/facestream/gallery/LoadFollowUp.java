package io.facestream.gallery;

import io.facestream.gallery.people.PersonNames;
import io.facestream.photos.Picks;
import io.facestream.wire.Ids;
import io.facestream.wire.proto.GalleryEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What follows from a load for other templates: some are obsolete, some look like mistakes. */
final class LoadFollowUp {
  private final List<PlannedPhoto> plan;
  private final List<PlannedPhoto> enrolled;
  private final KnownTemplates known;
  private final Set<String> plannedIds;
  private final Set<String> plannedPeople;
  private final Set<String> plannedNames;

  LoadFollowUp(List<PlannedPhoto> plan, KnownTemplates known, List<PhotoOutcome> outcomes) {
    this.plan = plan;
    this.known = known;
    this.enrolled = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      if (outcomes.get(i).status() != PhotoOutcome.Status.REFUSED) {
        enrolled.add(plan.get(i));
      }
    }
    List<PlannedPhoto> named = plan.stream().filter(photo -> photo.person() != null).toList();
    this.plannedIds = named.stream().map(PlannedPhoto::templateId).collect(Collectors.toSet());
    this.plannedPeople =
        named.stream().map(photo -> photo.person().id()).collect(Collectors.toSet());
    this.plannedNames =
        plan.stream().map(photo -> photo.photo().relative()).collect(Collectors.toSet());
  }

  /**
   * Templates whose photo was enrolled under what has since become an alias; and, to prune, those
   * of the loaded people whose photo is no longer there. Imported templates have no photo and stay.
   */
  List<String> templatesToErase(boolean prune) {
    Set<String> obsolete = new TreeSet<>();
    for (PlannedPhoto photo : enrolled) {
      String formerPerson = PersonNames.id(photo.photo().owner());
      for (String id : known.ofPhoto(photo.sha256())) {
        boolean formerName = known.get(id).getPersonId().equals(formerPerson);
        if (formerName && !plannedPeople.contains(formerPerson)) {
          obsolete.add(id);
        }
      }
    }
    if (prune) {
      known.all().forEach((id, entry) -> addIfVanished(id, entry, obsolete));
    }
    obsolete.removeAll(plannedIds);
    return List.copyOf(obsolete);
  }

  private void addIfVanished(String id, GalleryEntry entry, Set<String> vanished) {
    if (plannedPeople.contains(entry.getPersonId()) && !entry.getSourceSha256().isEmpty()) {
      vanished.add(id);
    }
  }

  /** One line for each thing that people should look at. */
  List<String> warnings(Picks picks, Collection<String> erased) {
    List<String> warnings = new ArrayList<>();
    Map<String, Set<String>> idsByPhoto = new TreeMap<>();
    for (PlannedPhoto photo : enrolled) {
      Set<String> ids = idsByPhoto.computeIfAbsent(photo.sha256(), key -> new TreeSet<>());
      ids.add(photo.templateId());
      ids.addAll(known.ofPhoto(photo.sha256()));
      ids.removeAll(erased);
    }
    idsByPhoto.values().stream()
        .filter(LoadFollowUp::ofSeveralPeople)
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .forEach(
            ids ->
                warnings.add(
                    "the same photo is enrolled for several people: " + String.join(", ", ids)));
    String superseded = known.found().aboutSuperseded("the superseded have been taken out");
    if (superseded != null) {
      warnings.add(superseded);
    }
    picks
        .namedOutside(plannedNames)
        .forEach(
            photo ->
                warnings.add(
                    "a face is picked of '" + photo + "', which is no photo of this folder"));
    return warnings;
  }

  /** The folders and single photos whose person has no template, neither of now nor of before. */
  List<String> withoutTemplate(List<Path> personFolders) {
    Set<String> names = new TreeSet<>();
    personFolders.forEach(folder -> names.add(folder.getFileName().toString()));
    plan.forEach(photo -> names.add(photo.photo().owner()));
    Set<String> people = new HashSet<>();
    enrolled.forEach(photo -> people.add(photo.person().id()));
    for (PlannedPhoto photo : plan) {
      if (photo.person() != null
          && (people.contains(photo.person().id()) || known.get(photo.templateId()) != null)) {
        names.remove(photo.photo().owner());
      }
    }
    return List.copyOf(names);
  }

  private static boolean ofSeveralPeople(Set<String> templateIds) {
    Set<String> people = new HashSet<>();
    templateIds.forEach(id -> people.add(Ids.personOf(id)));
    return people.size() > 1;
  }
}
