/** Options that several benchmark commands share. */
package io.facestream.bench.options;
