package io.facestream.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.facestream.wire.Printable;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Bodies of requests, read no further than they may be long, whatever a header says. */
public final class Bodies {
  /** What a JSON body may have, in bytes. */
  public static final int LONGEST_JSON = 64 * 1024;

  private static final int PIECE = 16 * 1024;
  private static final String READ = "body";

  private Bodies() {}

  /**
   * A JSON body.
   *
   * @param type a record with the fields that may come
   * @throws ProblemException when it is of another type, too long, or does not fit
   */
  public static <T> T json(Context context, Class<T> type) {
    requireType(context, Json.TYPE);
    return read(context, type);
  }

  /** A JSON merge patch (RFC 7396) of an object. */
  public static ObjectNode mergePatch(Context context) {
    requireType(context, "application/merge-patch+json", Json.TYPE);
    return read(context, ObjectNode.class);
  }

  private static <T> T read(Context context, Class<T> type) {
    byte[] body = bytes(context, LONGEST_JSON);
    try {
      T value = Json.MAPPER.readValue(body, type);
      if (value != null) {
        return value;
      }
    } catch (UnrecognizedPropertyException e) {
      throw ProblemException.invalid("There is no field '" + shown(e.getPropertyName()) + "'");
    } catch (JsonMappingException e) {
      String field =
          e.getPath().stream()
              .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
              .collect(Collectors.joining("."));
      throw ProblemException.invalid(
          field.isEmpty() ? "The body is not as described" : "'" + shown(field) + "' does not fit");
    } catch (JsonProcessingException e) {
      throw ProblemException.invalid("The body is no JSON, or names a field twice");
    } catch (IOException e) {
      throw ProblemException.invalid("The body cannot be read");
    }
    throw ProblemException.invalid("The body is not as described");
  }

  private static String shown(String name) {
    return Printable.of(name, 100);
  }

  /** Refuses a body of another media type; parameters of it do not matter. */
  public static void requireType(Context context, String... types) {
    String given = context.req().getContentType();
    String bare = given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    for (String type : types) {
      if (type.equals(bare)) {
        return;
      }
    }
    throw new ProblemException(
        415,
        "wrong-type",
        "A body of this type is not taken here",
        "Send it as " + String.join(" or ", types));
  }

  /**
   * The body as it came.
   *
   * @param longest in bytes; of a longer one nothing more is read
   */
  public static byte[] bytes(Context context, int longest) {
    byte[] read = context.attribute(READ);
    if (read == null) {
      return fresh(context, longest);
    }
    if (read.length > longest) {
      throw tooLarge();
    }
    return read;
  }

  /** The same, for one who looks at it before the route does. */
  static byte[] ahead(Context context, int longest) {
    byte[] body = fresh(context, longest);
    context.attribute(READ, body);
    return body;
  }

  private static byte[] fresh(Context context, int longest) {
    if (context.req().getContentLengthLong() > longest) {
      throw refused(context);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream(Math.min(longest, PIECE));
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = context.req().getInputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        if (body.size() + read > longest) {
          throw refused(context);
        }
        body.write(piece, 0, read);
      }
    } catch (IOException e) {
      throw ProblemException.invalid("The body ended too early");
    }
    return body.toByteArray();
  }

  /** The connection ends with the answer: nobody reads the rest. */
  private static ProblemException refused(Context context) {
    context.header("Connection", "close");
    return tooLarge();
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        413, "too-large", "The body is longer than may be", "Send a smaller one");
  }
}
