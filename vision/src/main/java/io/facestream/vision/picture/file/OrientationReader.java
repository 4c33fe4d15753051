package io.facestream.vision.picture.file;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads the orientation for every format. EXIF decides; XMP only where EXIF says nothing. Metadata
 * that cannot be read count as none: they never cost a good picture.
 */
public final class OrientationReader {
  private static final String EXIF_PREFIX = "Exif\0\0";
  private static final String TIFF_NAMESPACE = "http://ns.adobe.com/tiff/1.0/";

  private OrientationReader() {}

  /**
   * @param exif EXIF data with or without their prefix {@code Exif\0\0}, or a whole TIFF file; or
   *     null
   * @param xmp XMP data, or null
   */
  public static Orientation read(byte[] exif, byte[] xmp) {
    int value = exif == null ? 0 : ofExif(exif);
    return Orientation.ofTag(value == 0 && xmp != null ? ofXmp(xmp) : value);
  }

  /** The same for a whole TIFF file, in which the directory may come last. */
  public static Orientation ofTiff(byte[] file) {
    return Orientation.ofTag(tagOf(file));
  }

  private static int ofExif(byte[] exif) {
    int from = new Bytes(exif, "EXIF").is(0, EXIF_PREFIX) ? EXIF_PREFIX.length() : 0;
    byte[] tiff =
        Arrays.copyOfRange(exif, from, Math.min(exif.length, from + Orientation.MAX_BYTES));
    return tagOf(tiff);
  }

  private static int tagOf(byte[] tiff) {
    OrientationTag tag = new OrientationTag();
    try {
      new TiffReader().processTiff(new ByteArrayReader(tiff), tag, 0);
    } catch (TiffProcessingException | IOException | RuntimeException e) {
      return tag.value();
    }
    return tag.value();
  }

  private static int ofXmp(byte[] xmp) {
    if (xmp.length > Orientation.MAX_BYTES) {
      return 0;
    }
    try {
      // A document type could name files and addresses to be fetched.
      ParseOptions options = new ParseOptions().setDisallowDoctype(true);
      Integer value =
          XMPMetaFactory.parseFromBuffer(xmp, options)
              .getPropertyInteger(TIFF_NAMESPACE, "Orientation");
      return value == null ? 0 : value;
    } catch (XMPException | RuntimeException e) {
      return 0;
    }
  }
}
