/** What finding faces costs, stage by stage. */
package io.facestream.bench.faces;
