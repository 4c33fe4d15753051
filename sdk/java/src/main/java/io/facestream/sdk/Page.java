package io.facestream.sdk;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next what the next part is asked for with; null at the end
 */
record Page<T>(List<T> items, String next) {}
