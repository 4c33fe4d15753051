package io.facestream.ingest.scene;

/**
 * How a head is held and lit: yaw in radians (positive turns towards the right of the picture), nod
 * in radians (positive looks down), the side (−1…1) and strength of the main light.
 */
record HeadPose(float yaw, float nod, float light, float strength) {}
