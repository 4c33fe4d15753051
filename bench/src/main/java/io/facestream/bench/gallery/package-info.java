/** What a large gallery costs in the running job: filling, restoring, enrolling, erasing. */
package io.facestream.bench.gallery;
