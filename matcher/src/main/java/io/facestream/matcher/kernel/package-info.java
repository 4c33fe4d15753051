/**
 * The inner loops of the scan behind one provider, {@link io.facestream.matcher.kernel.Kernels},
 * and the scalar ones that always work.
 */
package io.facestream.matcher.kernel;
