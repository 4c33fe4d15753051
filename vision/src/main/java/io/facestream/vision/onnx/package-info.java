/** Models run through DJL's ONNX Runtime engine: YuNet detection and ArcFace-style embedding. */
package io.facestream.vision.onnx;
