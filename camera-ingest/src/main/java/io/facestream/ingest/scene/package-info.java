/**
 * The drawn scene: people who move before a camera, with known truth, for demo, tests and load.
 * Start at {@link io.facestream.ingest.scene.DrawnScene}.
 */
package io.facestream.ingest.scene;
