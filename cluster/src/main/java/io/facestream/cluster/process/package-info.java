/** Processes that outlive the one that started them, known by their pid files. */
package io.facestream.cluster.process;
