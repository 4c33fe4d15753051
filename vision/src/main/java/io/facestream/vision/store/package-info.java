/** Model files on disk: where they are looked for, their checksums, their download. */
package io.facestream.vision.store;
