package io.facestream.evaluate.result;

/**
 * Photos of two people that are unusually similar: look whether they are two.
 *
 * @param one a photo
 * @param other a photo of somebody else
 * @param cosine of both
 */
public record LookAlikes(String one, String other, double cosine) {}
