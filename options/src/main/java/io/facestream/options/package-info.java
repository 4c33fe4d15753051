/**
 * Options that several commands have, each declared once as a picocli mixin. A value comes from the
 * command line, else from the environment ({@code --gallery-topic} is {@code
 * FACESTREAM_GALLERY_TOPIC}), else it is the default. A test of the command line goes over all
 * commands and finds one that declares such an option by itself.
 */
package io.facestream.options;
