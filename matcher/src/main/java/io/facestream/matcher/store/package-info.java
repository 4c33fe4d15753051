/** Where the templates of a slice lie: int8 and fp32 rows off the heap, and their ids. */
package io.facestream.matcher.store;
