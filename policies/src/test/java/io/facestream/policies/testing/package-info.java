/** What the tests of this module share. */
package io.facestream.policies.testing;
