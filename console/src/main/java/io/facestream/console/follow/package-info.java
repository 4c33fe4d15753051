/** Topics followed into the database: each record once, whatever ends in between. */
package io.facestream.console.follow;
