package io.facestream.sdk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A server-sent event.
 *
 * @param id the last one that was sent, or null
 * @param name {@code message} where none was sent
 */
record Event(String id, String name, JsonNode json) {}
