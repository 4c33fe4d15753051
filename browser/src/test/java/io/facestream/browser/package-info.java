/** The console's page, used as people use it: in a browser, by mouse, keyboard and files. */
package io.facestream.browser;
