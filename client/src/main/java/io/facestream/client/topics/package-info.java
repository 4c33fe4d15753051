/** The topics themselves: creation, check, settings. */
package io.facestream.client.topics;
