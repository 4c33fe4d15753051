package io.facestream.ingest.scene;

/**
 * One of the cast.
 *
 * @param id as it stands in truth files and galleries: {@code ada-lindqvist}, {@code stranger-1}
 * @param name for people to read
 * @param stranger never enrolled: whoever alerts on it is wrong
 */
public record Person(String id, String name, boolean stranger) {}
