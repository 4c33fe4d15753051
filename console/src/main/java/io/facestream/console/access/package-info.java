/**
 * Who may do what: users, sessions, API keys, rights and scopes, and how failed attempts are held
 * up. Knows nothing of HTTP.
 */
package io.facestream.console.access;
