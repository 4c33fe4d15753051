package io.facestream.gallery.cli;

/**
 * What one may do about a finding. Nobody but the reader does it.
 *
 * @param command to be typed as it stands, unless it holds a word in capitals that stands for a
 *     folder
 * @param why the finding
 * @param undo how to get back to where one was
 */
record Suggestion(String command, String why, String undo) {}
