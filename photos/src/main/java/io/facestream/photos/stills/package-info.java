/**
 * Photos in formats that frames do not take: HEIC, AVIF and BMP, read through FFmpeg, TIFF and GIF,
 * read through OpenCV.
 */
package io.facestream.photos.stills;
