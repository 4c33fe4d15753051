/** The kernels written in C ({@code src/main/c}), and the loading of their library. */
package io.facestream.matcher.clib;
