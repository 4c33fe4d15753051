/**
 * What a model pack is worth on labelled photos, in the terms of ISO/IEC 19795-1: photos are
 * embedded as they are enrolled, compared all against all, and searched in random galleries.
 */
package io.facestream.evaluate;
