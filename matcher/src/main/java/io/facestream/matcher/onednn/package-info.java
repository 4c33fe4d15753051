/**
 * int8 matrix products by oneDNN, which uses AMX or VNNI where the processor has them. Loaded by
 * name only, because its native libraries may be left out.
 */
package io.facestream.matcher.onednn;
