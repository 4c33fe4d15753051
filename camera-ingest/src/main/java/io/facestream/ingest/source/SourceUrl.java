package io.facestream.ingest.source;

import io.facestream.wire.Addresses;
import io.facestream.wire.FileNames;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a source, checked for form but not for life.
 *
 * @param kind what answers there
 * @param text the address as given
 */
public record SourceUrl(Kind kind, String text) {
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+):");
  private static final Set<String> RTSP = Set.of("rtsp", "rtsps");
  private static final Set<String> HTTP = Set.of("http", "https");

  /** The kinds of sources. */
  public enum Kind {
    RTSP("Lower max-width or jpeg-quality"),
    HTTP("Set max-width, or a smaller picture in the camera"),
    FILE("Lower max-width or jpeg-quality"),
    WEBCAM("Lower max-width or jpeg-quality"),
    SCENE("Ask for a smaller one: scene:?width=640");

    private final String cureOfLargePictures;

    Kind(String cureOfLargePictures) {
      this.cureOfLargePictures = cureOfLargePictures;
    }

    /**
     * What to do when its pictures are larger than a frame may be; folders name the file instead.
     */
    public String cureOfLargePictures() {
      return cureOfLargePictures;
    }
  }

  /**
   * Tells the kind by the scheme; an address without scheme is a path.
   *
   * @throws IllegalArgumentException with one line, cause and cure
   */
  public static SourceUrl parse(String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("the url is empty");
    }
    Matcher scheme = SCHEME.matcher(text);
    String name = scheme.find() ? scheme.group(1).toLowerCase(Locale.ROOT) : "file";
    if (RTSP.contains(name) || HTTP.contains(name)) {
      Addresses.requireHost(text);
      return new SourceUrl(RTSP.contains(name) ? Kind.RTSP : Kind.HTTP, text);
    }
    return switch (name) {
      case "file" -> new SourceUrl(Kind.FILE, text);
      case "webcam" -> new SourceUrl(Kind.WEBCAM, text);
      case "scene" -> new SourceUrl(Kind.SCENE, text);
      default ->
          throw new IllegalArgumentException(
              (text.contains("://") ? "'" + name + "://' is" : "it begins with what is")
                  + " not a known kind of source. Known: rtsp://, http://, https://, a file or folder, webcam:N, scene:");
    };
  }

  /** What stands behind {@code webcam:}; 0 when nothing does. */
  public String webcam() {
    String name = text.substring("webcam:".length());
    return name.isEmpty() ? "0" : name;
  }

  /** The path of a file or folder. */
  public Path path() {
    if (!text.regionMatches(true, 0, "file:", 0, "file:".length())) {
      return FileNames.path(text);
    }
    // file:clip.mp4 and file:/dir/a clip.mp4 are no URIs of files, but everybody knows what is
    // meant.
    try {
      return Path.of(new URI(text));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return FileNames.path(text.substring("file:".length()).replaceFirst("^//(?=/)", ""));
    }
  }

  /** Whether the source is a device or on the network, so that it may be lost and come back. */
  public boolean comesBack() {
    return kind == Kind.RTSP || kind == Kind.HTTP || kind == Kind.WEBCAM;
  }

  /** The address as it may be shown; all of it where it cannot be one on the network. */
  public String label() {
    return switch (kind) {
      case RTSP, HTTP -> Addresses.shown(text);
      case FILE -> Addresses.mayBeAddress(text) ? "a file" : text;
      case WEBCAM, SCENE -> text;
    };
  }

  /** As it may be shown. */
  @Override
  public String toString() {
    return label();
  }
}
