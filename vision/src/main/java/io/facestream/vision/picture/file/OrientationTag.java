package io.facestream.vision.picture.file;

import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import java.io.IOException;
import java.util.Set;

/**
 * Takes the orientation out of the first directory of TIFF data and nothing else, so that metadata
 * made to be large cost neither time nor memory.
 */
final class OrientationTag extends DirectoryTiffHandler {
  private static final int MAX_QUESTIONS = 100_000;

  private int value;
  private int questions;

  OrientationTag() {
    super(new Metadata(), new ExifIFD0Directory());
  }

  /** 1…8, or 0 when there is none. */
  int value() {
    return value;
  }

  @Override
  public boolean customProcessTag(
      int offset,
      Set<Integer> seen,
      int header,
      RandomAccessReader reader,
      int tagId,
      int byteCount)
      throws IOException {
    if (tagId == ExifDirectoryBase.TAG_ORIENTATION && value == 0) {
      long found =
          switch (byteCount) {
            case Short.BYTES -> reader.getUInt16(offset);
            case Integer.BYTES -> reader.getUInt32(offset);
            default -> 0;
          };
      value = found >= 1 && found <= 8 ? (int) found : 0;
    }
    return true;
  }

  @Override
  public boolean tryEnterSubIfd(int tagId) {
    // Asked once for each number of each tag.
    if (++questions > MAX_QUESTIONS) {
      throw new IllegalStateException("too many numbers");
    }
    return false;
  }

  @Override
  public boolean hasFollowerIfd() {
    return false;
  }

  @Override
  public Long tryCustomProcessFormat(int tagId, int format, long components) {
    return null;
  }

  @Override
  public void setTiffMarker(int marker) {
    // Of whichever kind of TIFF: the directory is the same.
  }

  @Override
  public void warn(String message) {
    // Nothing else of the metadata is of interest.
  }

  @Override
  public void error(String message) {
    // Nothing else of the metadata is of interest.
  }
}
