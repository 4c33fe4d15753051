package io.facestream.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of the checkout that this module lies in. */
public final class Checkout {
  /** Its root. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Checkout() {}

  /** The text of a file, by its path from the root. */
  public static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only document of a YAML file, anchors and merges resolved. */
  public static Map<String, Object> yaml(String path) {
    return documents(path).get(0);
  }

  /** Every document of a YAML file. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> documents(String path) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Yaml reader = new Yaml(new SafeConstructor(options));
    return StreamSupport.stream(reader.loadAll(text(path)).spliterator(), false)
        .map(document -> (Map<String, Object>) document)
        .toList();
  }

  /** A property of the root pom. */
  public static String pomProperty(String name) {
    Matcher value = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(text("pom.xml"));
    if (!value.find()) {
      throw new IllegalArgumentException("The root pom has no property " + name);
    }
    return value.group(1);
  }
}
