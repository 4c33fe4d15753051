/** Every photo against every other, in double precision. */
package io.facestream.evaluate.comparison;
