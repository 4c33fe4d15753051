/**
 * Why a picture got the answer it got: the whole story of one picture against the gallery, and a
 * verdict made once more. Everything is decided by the code of the job; nothing is decided here.
 */
package io.facestream.explain;
