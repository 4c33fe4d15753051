/**
 * Model packs at the terminal: the commands {@code facestream models …}, and the bar that every
 * command shows while it downloads a model. Apart from vision, so that no terminal library gets
 * into a cluster with it.
 */
package io.facestream.models;
