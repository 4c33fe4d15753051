package io.facestream.gallery.cli;

import io.facestream.gallery.GalleryToCheck;
import io.facestream.gallery.check.CheckReport;
import io.facestream.gallery.check.DisagreeingPhoto;
import io.facestream.gallery.check.MisplacedPhoto;
import io.facestream.gallery.check.PhotoRef;
import io.facestream.gallery.check.SamePerson;
import io.facestream.gallery.check.SamePhoto;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes of findings the commands that would put them right, each command once. */
final class Suggestions {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

  /** Beyond this the first few show what is wrong with the whole folder. */
  private static final int MOST_ALIKE = 1_000;

  private static final String LOAD_AGAIN = "enrol the photo again: facestream gallery load DIR";

  private final String options;
  private final Map<String, Suggestion> byCommand = new LinkedHashMap<>();

  /**
   * @param options that lead a command to the same gallery, as a command line ends with them; may
   *     be empty
   */
  Suggestions(String options) {
    this.options = options;
  }

  List<Suggestion> about(CheckReport report, GalleryToCheck gallery, String pack) {
    limited(report.misplaced()).forEach(this::misplaced);
    limited(report.samePhotos()).forEach(this::samePhoto);
    limited(report.samePeople()).forEach(this::samePerson);
    limited(report.disagreeing()).forEach(this::disagreeing);
    gallery
        .otherModels()
        .forEach(
            (model, ids) ->
                add(
                    "load DIR --pack " + pack,
                    ids.size() + " templates are of " + model + ", which no job of this pack reads",
                    "load with the pack of " + model + " again"));
    limited(gallery.otherLength()).forEach(id -> erase(id, "its embedding has another length"));
    limited(List.copyOf(gallery.unusable().keySet()))
        .forEach(id -> erase(id, "it is no template, and the job refuses it"));
    return new ArrayList<>(byCommand.values());
  }

  private static <T> List<T> limited(List<T> findings) {
    return findings.subList(0, Math.min(MOST_ALIKE, findings.size()));
  }

  private void misplaced(MisplacedPhoto found) {
    erase(
        found.photo().templateId(),
        "it looks like "
            + found.nearest().personId()
            + "; where the wrong one of several faces was chosen, load it with --pick instead");
  }

  private void samePhoto(SamePhoto found) {
    List<PhotoRef> enrolled = found.enrolledAs();
    PhotoRef kept = enrolled.get(0);
    enrolled.stream()
        .filter(photo -> !photo.personId().equals(kept.personId()))
        .forEach(
            photo ->
                erase(
                    photo.templateId(),
                    "the same face of the same photo is "
                        + kept.templateId()
                        + ", which may be the wrong one as well"));
  }

  private void samePerson(SamePerson found) {
    String first = found.first().personId();
    String second = found.second().personId();
    add(
        "erase " + quoted(second),
        "it is the person of "
            + first
            + "; to keep the photos, name it among the aliases of "
            + first
            + " instead, and load the folder again",
        "enrol the person again: facestream gallery load DIR");
  }

  private void disagreeing(DisagreeingPhoto found) {
    erase(
        found.photo().templateId(),
        found.photos() == 2
            ? "the person's two photos do not agree; either may be the wrong one"
            : "the person's other photos do not agree with it");
  }

  private void erase(String templateId, String why) {
    add("erase " + quoted(templateId), why, LOAD_AGAIN);
  }

  private void add(String words, String why, String undo) {
    String command = "facestream gallery " + words + options;
    byCommand.putIfAbsent(command, new Suggestion(command, why, undo));
  }

  /** A word as a shell takes it. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() && !word.startsWith("-")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
