package io.facestream.ingest.orientation;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.lang.SequentialByteArrayReader;
import io.facestream.wire.PictureType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The EXIF and XMP data of an encoded picture, uninterpreted; each null where there are none. */
final class EmbeddedMetadata {
  private static final String EXIF_PREFIX = "Exif\0\0";
  private static final String JPEG_XMP = "http://ns.adobe.com/xap/1.0/\0";

  /** The keyword, and that the text is not compressed, of no language and not translated. */
  private static final String PNG_XMP = "XML:com.adobe.xmp\0\0\0\0\0";

  private byte[] exif;
  private byte[] xmp;

  /** Reads no more than the segments and chunks that may hold them; nothing is inflated. */
  static EmbeddedMetadata of(byte[] picture) throws IOException, ImageProcessingException {
    EmbeddedMetadata found = new EmbeddedMetadata();
    switch (PictureType.of(picture).orElse(PictureType.GIF)) {
      case JPEG -> found.readJpeg(picture);
      case PNG -> found.readPng(picture);
      case WEBP ->
          new RiffReader().processRiff(new SequentialByteArrayReader(picture), found.ofWebp());
      default -> {
        // No frame: it carries nothing of use.
      }
    }
    return found;
  }

  /** TIFF data, without a prefix. */
  byte[] exif() {
    return exif;
  }

  byte[] xmp() {
    return xmp;
  }

  private void readJpeg(byte[] picture) throws IOException, ImageProcessingException {
    var reader = new SequentialByteArrayReader(picture);
    for (byte[] segment :
        JpegSegmentReader.readSegments(reader, Set.of(JpegSegmentType.APP1))
            .getSegments(JpegSegmentType.APP1)) {
      if (exif == null && startsWith(segment, EXIF_PREFIX)) {
        exif = behind(segment, EXIF_PREFIX);
      } else if (xmp == null && startsWith(segment, JPEG_XMP)) {
        xmp = behind(segment, JPEG_XMP);
      }
    }
  }

  private void readPng(byte[] picture) throws IOException, ImageProcessingException {
    var reader = new SequentialByteArrayReader(picture);
    Set<PngChunkType> wanted = Set.of(PngChunkType.eXIf, PngChunkType.iTXt);
    for (PngChunk chunk : new PngChunkReader().extract(reader, wanted)) {
      byte[] data = chunk.getBytes();
      if (chunk.getType().equals(PngChunkType.eXIf)) {
        exif = behind(data, EXIF_PREFIX);
      } else if (startsWith(data, PNG_XMP)) {
        xmp = behind(data, PNG_XMP);
      }
    }
  }

  private RiffHandler ofWebp() {
    return new RiffHandler() {
      @Override
      public boolean shouldAcceptRiffIdentifier(String identifier) {
        return true;
      }

      @Override
      public boolean shouldAcceptChunk(String name) {
        return name.equals("EXIF") || name.equals("XMP ");
      }

      @Override
      public boolean shouldAcceptList(String name) {
        return false;
      }

      @Override
      public void processChunk(String name, byte[] payload) {
        if (name.equals("EXIF")) {
          exif = behind(payload, EXIF_PREFIX);
        } else {
          xmp = payload;
        }
      }

      @Override
      public void addError(String message) {
        // What is damaged here, the job judges.
      }
    };
  }

  /** The data without the prefix, if they have it. */
  private static byte[] behind(byte[] data, String prefix) {
    int from = startsWith(data, prefix) ? prefix.length() : 0;
    return Arrays.copyOfRange(data, from, data.length);
  }

  private static boolean startsWith(byte[] data, String prefix) {
    byte[] expected = prefix.getBytes(StandardCharsets.ISO_8859_1);
    return data.length >= expected.length
        && Arrays.equals(data, 0, expected.length, expected, 0, expected.length);
  }
}
