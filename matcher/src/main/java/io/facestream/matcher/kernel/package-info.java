/**
 * The inner loops of the scan behind one provider, {@link io.facestream.matcher.kernel.Kernels},
 * and the one in plain Java that always works.
 */
package io.facestream.matcher.kernel;
