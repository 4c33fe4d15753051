package io.facestream.gallery;

import io.facestream.gallery.people.BadPeopleException;
import io.facestream.gallery.people.PeopleDirectory;
import io.facestream.gallery.people.Person;
import io.facestream.gallery.people.PersonNames;
import io.facestream.photos.Photo;
import io.facestream.photos.PhotoBytes;
import io.facestream.photos.PhotoFolder;
import io.facestream.photos.Picks;
import io.facestream.wire.FileNames;
import io.facestream.wire.GalleryBounds;
import io.facestream.wire.Ids;
import io.facestream.wire.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides whose photo each photo is and under which id its template is kept. */
final class LoadPlan {
  private LoadPlan() {}

  /**
   * Plans every photo of a folder, in its order. Reads each file once, for its checksum.
   *
   * @throws BadPeopleException when what the folder says about people cannot be used
   */
  static List<PlannedPhoto> of(PhotoFolder folder, Picks picks) {
    PeopleDirectory people = PeopleDirectory.ofFolder(folder.root(), folder.personFolders());
    List<PlannedPhoto> named =
        folder.photos().stream().map(photo -> plan(photo, folder.root(), people, picks)).toList();
    return refuseSameIds(named.parallelStream().map(LoadPlan::withChecksum).toList());
  }

  private static PlannedPhoto plan(Photo photo, Path root, PeopleDirectory people, Picks picks) {
    String unreadable = FileNames.fault(root.relativize(photo.file()));
    if (unreadable != null) {
      return new PlannedPhoto(photo, null, null, null, null, unreadable);
    }
    boolean single = photo.relative().indexOf('/') < 0;
    if (single && photo.owner().chars().noneMatch(Character::isLetter)) {
      return new PlannedPhoto(
          photo, null, null, null, null, "its name names nobody; put it into a folder <person>");
    }
    try {
      Person person = people.person(photo.owner());
      String templateId = templateId(person, photo, single);
      String complaint = GalleryBounds.complaint(templateId);
      return complaint != null
          ? new PlannedPhoto(photo, null, null, null, null, complaint)
          : new PlannedPhoto(
              photo, person, templateId, null, picks.forPhoto(photo.relative()), null);
    } catch (BadPeopleException e) {
      return new PlannedPhoto(photo, null, null, null, null, e.getMessage());
    }
  }

  /**
   * {@code person/photo}, or {@code person/folder/photo} for the folder of an alias, whose photos
   * may well have the same names.
   */
  private static String templateId(Person person, Photo photo, boolean single) {
    boolean ownFolder = single || PersonNames.id(photo.owner()).equals(person.id());
    return Ids.templateId(
        person.id(), ownFolder ? photo.fileName() : photo.owner() + "/" + photo.fileName());
  }

  private static PlannedPhoto withChecksum(PlannedPhoto planned) {
    if (planned.refusal() != null) {
      return planned;
    }
    try {
      return new PlannedPhoto(
          planned.photo(),
          planned.person(),
          planned.templateId(),
          Sha256.hex(PhotoBytes.read(planned.photo().file())),
          planned.pick(),
          null);
    } catch (IOException e) {
      return planned.refusedBecause("unreadable: " + e.getMessage());
    }
  }

  private static List<PlannedPhoto> refuseSameIds(List<PlannedPhoto> planned) {
    Map<String, String> photoById = new HashMap<>();
    List<PlannedPhoto> result = new ArrayList<>();
    for (PlannedPhoto photo : planned) {
      String relative = photo.photo().relative();
      String first =
          photo.templateId() == null ? null : photoById.putIfAbsent(photo.templateId(), relative);
      result.add(
          first == null
              ? photo
              : photo.refusedBecause(
                  String.format(
                      Locale.ROOT,
                      "'%s' has the same template id %s; rename one",
                      first,
                      photo.templateId())));
    }
    return result;
  }
}
