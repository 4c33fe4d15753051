/**
 * The HTTP server, and what holds for every route: who may, how large, how errors are told, which
 * headers. Groups of routes are added by others, see {@link io.facestream.console.http.RouteGroup}.
 */
package io.facestream.console.http;
