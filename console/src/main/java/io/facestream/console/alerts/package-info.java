/** Alerts: the recent ones, and live ones that resume exactly where a reader left off. */
package io.facestream.console.alerts;
