/**
 * The decision rule: from the best persons of a gallery for one face to a match, or to the reason
 * why there is none. Pure, so that everybody who decides or explains decides alike. Start at {@link
 * io.facestream.decision.DecisionRule}.
 */
package io.facestream.decision;
