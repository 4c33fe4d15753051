package io.facestream.console.http;

/**
 * A route that the server has.
 *
 * @param method GET, POST …
 * @param path with parameters in braces
 */
public record Route(String method, String path) {}
