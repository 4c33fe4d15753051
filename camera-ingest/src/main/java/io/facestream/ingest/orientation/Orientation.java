package io.facestream.ingest.orientation;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.options.ParseOptions;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.IOException;

/**
 * How the stored rows and columns of a picture are to be turned to stand upright: tag 0x0112 of
 * EXIF.
 *
 * @param quarterTurns clockwise, 0…3, after mirroring
 * @param mirrored whether left and right are exchanged first
 */
public record Orientation(int quarterTurns, boolean mirrored) {
  private static final String TIFF_NAMESPACE = "http://ns.adobe.com/tiff/1.0/";
  private static final int[] TAGS = {1, 6, 3, 8};
  private static final int[] MIRRORED_TAGS = {2, 7, 4, 5};

  /**
   * Of an encoded picture, by EXIF or, where that says nothing, XMP, as the job reads them; upright
   * when it carries none, or none that can be read.
   */
  public static Orientation of(byte[] picture) {
    try {
      EmbeddedMetadata metadata = EmbeddedMetadata.of(picture);
      int tag = metadata.exif() == null ? 0 : ofExif(metadata.exif());
      return ofTag(tag == 0 && metadata.xmp() != null ? ofXmp(metadata.xmp()) : tag);
    } catch (ImageProcessingException | IOException | XMPException | RuntimeException e) {
      return ofTag(1);
    }
  }

  /** Turned so much further, clockwise, in degrees. */
  Orientation turned(int clockwise) {
    return new Orientation((quarterTurns + clockwise / 90) % 4, mirrored);
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return quarterTurns % 2 == 1;
  }

  /** Whether the rows and columns are to be shown as they are stored. */
  public boolean isUpright() {
    return tag() == 1;
  }

  /** 1…8. */
  int tag() {
    return (mirrored ? MIRRORED_TAGS : TAGS)[quarterTurns];
  }

  private static Orientation ofTag(int tag) {
    for (int turns = 0; turns < TAGS.length; turns++) {
      if (MIRRORED_TAGS[turns] == tag) {
        return new Orientation(turns, true);
      }
      if (TAGS[turns] == tag) {
        return new Orientation(turns, false);
      }
    }
    return new Orientation(0, false);
  }

  /** 1…8, or 0 when there is none. */
  private static int ofExif(byte[] exif) {
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(exif), metadata);
    for (ExifIFD0Directory directory : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
      Integer tag = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      if (tag != null && tag >= 1 && tag <= 8) {
        return tag;
      }
    }
    return 0;
  }

  private static int ofXmp(byte[] xmp) throws XMPException {
    // A document type could name files and addresses to be fetched.
    ParseOptions options = new ParseOptions().setDisallowDoctype(true);
    Integer tag =
        XMPMetaFactory.parseFromBuffer(xmp, options)
            .getPropertyInteger(TIFF_NAMESPACE, "Orientation");
    return tag == null ? 0 : tag;
  }
}
