package io.facestream.gallery.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.facestream.photos.tables.BadTableException;
import io.facestream.wire.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleDirectoryTest {
  @TempDir private Path root;

  @Test
  void shouldKnowNothingButTheNameWithoutFiles() {
    assertThat(PeopleDirectory.empty().person("Ada_Lovelace"))
        .isEqualTo(
            new Person("ada-lovelace", "Ada Lovelace", List.of(), null, Map.of(), Validity.ALWAYS));
  }

  @Test
  void shouldTakeEverythingFromAPersonFile() throws IOException {
    card(
        "Ada",
        """
        id: p-17
        name: Ada Lovelace
        watchlists: [vip, guests]
        threshold: 0.45
        attributes: {role: analyst, badge: 42}
        """);
    Person expected =
        new Person(
            "p-17",
            "Ada Lovelace",
            List.of("vip", "guests"),
            0.45f,
            Map.of("role", "analyst", "badge", "42"),
            Validity.ALWAYS);
    assertThat(directory().person("Ada")).isEqualTo(expected);
    Files.delete(root.resolve("Ada/person.yaml"));
    Files.writeString(
        root.resolve("Ada/person.json"),
        """
        {"id": "p-17", "name": "Ada Lovelace", "watchlists": ["vip", "guests"], "threshold": 0.45,
         "attributes": {"role": "analyst", "badge": 42}}
        """);
    assertThat(directory().person("Ada")).isEqualTo(expected);
  }

  @Test
  void shouldTakeEverythingFromTheTable() throws IOException {
    Files.writeString(
        root.resolve("people.csv"),
        "\uFEFFperson,id,name,watchlists,threshold,aliases,Role\r\n"
            + "Ada,p-17,\"Lovelace, Ada\",vip; guests,0.45,AAL;Countess,analyst\r\n"
            + "Bob,,,,,,\r\n");
    PeopleDirectory people = directory();
    Person expected =
        new Person(
            "p-17",
            "Lovelace, Ada",
            List.of("vip", "guests"),
            0.45f,
            Map.of("Role", "analyst"),
            Validity.ALWAYS);
    assertThat(Stream.of("Ada", "AAL", "countess").map(people::person)).containsOnly(expected);
    assertThat(people.person("Bob"))
        .isEqualTo(new Person("bob", "Bob", List.of(), null, Map.of(), Validity.ALWAYS));
  }

  @Test
  void shouldLetThePersonFileOverruleTheTable() throws IOException {
    Files.writeString(root.resolve("people.csv"), "person,name,threshold\nAda,Countess,0.5\n");
    card("Ada", "name: Ada Lovelace");
    assertThat(directory().person("Ada"))
        .isEqualTo(new Person("ada", "Ada Lovelace", List.of(), 0.5f, Map.of(), Validity.ALWAYS));
  }

  @Test
  void shouldTakeADateWithAllOfItsDay() throws IOException {
    Files.writeString(
        root.resolve("people.csv"),
        "person,validFrom,validUntil\nAda,2026-05-01,2026-05-31\nBob,,2026-05-31T18:00+02:00\n");
    assertThat(directory().person("Ada").validity())
        .isEqualTo(
            new Validity(
                Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")));
    assertThat(directory().person("Bob").validity())
        .isEqualTo(new Validity(null, Instant.parse("2026-05-31T16:00:00Z")));
    card("Ada", "validUntil: 2026-05-31T18:00");
    assertThat(directory().person("Ada").validity())
        .as("the file overrules what it says, and UTC is meant")
        .isEqualTo(
            new Validity(
                Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-31T18:00:00Z")));
    assertThat(directory().person("Ada").attributes()).isEmpty();
  }

  @Test
  void shouldWriteATemplateAnewWhenItsValidityChanges() throws IOException {
    card("Ada", "validUntil: 2026-05-31");
    Person until = directory().person("Ada");
    assertThat(until.describes(until.toEntry().build())).isTrue();
    card("Ada", "validUntil: 2026-06-30");
    assertThat(directory().person("Ada").describes(until.toEntry().build())).isFalse();
  }

  @Test
  void shouldRefuseAValidityThatIsNone() throws IOException {
    card("Ada", "validFrom: next week");
    assertThatThrownBy(this::directory)
        .isInstanceOf(BadPeopleException.class)
        .hasMessageContaining("person.yaml: validFrom 'next week' is neither a date");
    card("Ada", "validFrom: 2026-05-02\nvalidUntil: 2026-05-01\n");
    assertThatThrownBy(this::directory).hasMessageContaining("not after its begin");
    card("Ada", "validFrom: 2026-05-02\n");
    Files.writeString(root.resolve("people.csv"), "person,validUntil\nAda,2026-05-01\n");
    assertThatThrownBy(this::directory).hasMessageContaining("not after its begin");
  }

  @Test
  void shouldMakeTwoFoldersWithOneIdOnePerson() throws IOException {
    card("Ada", "id: p-17\nname: Ada Lovelace\n");
    card("AAL", "id: p-17\n");
    PeopleDirectory people = directory();
    assertThat(people.person("AAL")).isEqualTo(people.person("Ada"));
    assertThat(people.person("Ada").name()).isEqualTo("Ada Lovelace");
  }

  @Test
  void shouldTakeDifferencesOfWritingForOnePerson() {
    PeopleDirectory people = PeopleDirectory.empty();
    Person ada = people.person("Ada_Lovelace");
    assertThat(people.person("ada lovelace")).isEqualTo(ada);
  }

  @Test
  void shouldNotMixPeopleWhoseNamesDifferByAnAccent() {
    PeopleDirectory people = PeopleDirectory.empty();
    people.person("Jose");
    assertThatThrownBy(() -> people.person("José"))
        .isInstanceOf(BadPeopleException.class)
        .hasMessageContaining("'Jose' and 'José'")
        .hasMessageContaining("give one of them another id");
  }

  @Test
  void shouldRefuseANameThatMeansTwoPeople() throws IOException {
    card("Ada", "aliases: [Boss]");
    card("Bob", "aliases: [boss]");
    assertThatThrownBy(this::directory)
        .isInstanceOf(BadPeopleException.class)
        .hasMessageContaining("'boss' is declared as 'ada' and as 'bob'");
  }

  @Test
  void shouldRefuseAliasesOfAnAlias() throws IOException {
    card("Ada", "aliases: [Bob]");
    card("Bob", "aliases: [Ada]");
    assertThatThrownBy(this::directory).isInstanceOf(BadPeopleException.class);
  }

  @Test
  void shouldNameTheFileAndTheFieldsOfAMistake() throws IOException {
    card("Ada", "nmae: Ada\n");
    assertThatThrownBy(this::directory)
        .isInstanceOf(BadPeopleException.class)
        .hasMessageContaining("person.yaml")
        .hasMessageContaining("nmae")
        .hasMessageContaining("a person has id, name, watchlists")
        .hasMessageNotContaining("\n");
    card("Ada", "threshold: 42\n");
    assertThatThrownBy(this::directory).hasMessageContaining("42.0 is no cosine");
    card("Ada", "name: [unclosed\n");
    assertThatThrownBy(this::directory).hasMessageNotContaining("\n");
  }

  @Test
  void shouldNameTheLineOfAMistakeInTheTable() throws IOException {
    Path table = root.resolve("people.csv");
    Files.writeString(table, "person,threshold\nAda,0.4\nBob,high\n");
    assertThatThrownBy(this::directory).hasMessageContaining("line 3: 'high' in column");
    Files.writeString(table, "name,threshold\nAda,0.4\n");
    assertThatThrownBy(this::directory).hasMessageContaining("no column 'person'");
    Files.write(table, new byte[] {'p', 'e', 'r', 's', 'o', 'n', '\n', (byte) 0xFF, '\n'});
    assertThatThrownBy(this::directory).hasMessageContaining("not UTF-8");
    Files.writeString(table, "person\n\"Ada\n");
    assertThatThrownBy(this::directory).isInstanceOf(BadTableException.class);
  }

  @Test
  void shouldNameThePlaceOfWhatNoTemplateMayHold() throws IOException {
    Files.writeString(root.resolve("people.csv"), "person,name\nAda," + "x".repeat(513) + "\n");
    assertThatThrownBy(this::directory)
        .isInstanceOf(BadPeopleException.class)
        .hasMessageContaining("people.csv line 2: the name 'xxx")
        .hasMessageContaining("513 bytes in UTF-8, at most 512 are taken; shorten it");
    Files.delete(root.resolve("people.csv"));
    card("Ada", "id: \"p\\e[2J\"\n");
    assertThatThrownBy(this::directory)
        .hasMessageContaining("person.yaml: the person id 'p\\x1b[2J' holds a control character");
  }

  private PeopleDirectory directory() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return PeopleDirectory.ofFolder(root, entries.filter(Files::isDirectory).sorted().toList());
    }
  }

  private void card(String folder, String yaml) throws IOException {
    Files.createDirectories(root.resolve(folder));
    Files.writeString(root.resolve(folder).resolve("person.yaml"), yaml);
  }
}
