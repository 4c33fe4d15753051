/** Manifests: which models a pack has, where their files come from, and which numbers suit them. */
package io.facestream.vision.packs;
