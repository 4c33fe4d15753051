/**
 * The console's API for Java programs: {@link io.facestream.sdk.Facestream} asks, the records are
 * what it answers. Fields that a newer console adds are passed over.
 */
package io.facestream.sdk;
