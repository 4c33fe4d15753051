package io.facestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keeps the AsyncAPI document equal to topics and schemas, and valid by AsyncAPI's own JSON Schema.
 * After a change write it anew with {@code ./mvnw -pl wire -am test -Dtest=AsyncApiTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfacestream.writeDocs=true}.
 */
class AsyncApiTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/facestream/wire");
  private static final Path DOCUMENT = FOLDER.resolve("asyncapi.yaml");

  @Test
  void shouldDescribeEveryTopicAsItIs() throws IOException {
    String document = AsyncApiDocument.yaml();
    if (Boolean.getBoolean("facestream.writeDocs")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  @Test
  void shouldBeValidByAsyncApisOwnSchema() throws IOException {
    assertThat(errors(Files.readString(DOCUMENT))).isEmpty();
  }

  @Test
  void shouldBeFoundInvalidWhereItIs() throws IOException {
    String document = Files.readString(DOCUMENT);
    assertThat(errors(document.replace("action: send", "action: shout"))).isNotEmpty();
    assertThat(errors(document.replace("partitions: 16", "partitions: none"))).isNotEmpty();
  }

  @Test
  void shouldReferToWhatThereIs() throws IOException {
    JsonNode document = new YAMLMapper().readTree(Files.readString(DOCUMENT));
    List<String> references = new ArrayList<>();
    document.findValues("$ref").forEach(reference -> references.add(reference.asText()));
    assertThat(references).hasSizeGreaterThan(Topics.ALL.size());
    for (String reference : references) {
      if (reference.startsWith("#")) {
        assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
      } else {
        assertThat(FOLDER.resolve(reference)).exists();
      }
    }
  }

  private static List<String> errors(String yaml) throws IOException {
    try (InputStream stream =
        AsyncApiTest.class.getResourceAsStream("asyncapi-3.0.0.schema.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(stream);
      return schema.validate(AsyncApiDocument.jsonOf(yaml), InputFormat.JSON).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    }
  }
}
