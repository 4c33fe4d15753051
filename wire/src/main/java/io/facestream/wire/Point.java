package io.facestream.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.Serializable;

/** A point relative to the frame (0…1), written as {@code [x, y]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Point(double x, double y) implements Serializable {}
