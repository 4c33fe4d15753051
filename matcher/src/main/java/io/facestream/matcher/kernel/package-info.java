/** The inner loops of the scan behind one provider, and the scalar ones that always work. */
package io.facestream.matcher.kernel;
