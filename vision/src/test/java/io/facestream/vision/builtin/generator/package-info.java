/**
 * Generates {@code descriptor.onnx} of the builtin pack from Gabor filters and a projection learnt
 * from drawn faces. It stands with the tests because the product only loads the file.
 */
package io.facestream.vision.builtin.generator;
