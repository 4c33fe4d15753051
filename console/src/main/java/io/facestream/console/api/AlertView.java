package io.facestream.console.api;

import io.facestream.console.access.Scope;
import io.facestream.console.alerts.StoredAlert;
import io.facestream.wire.Alert;
import io.facestream.wire.Box;
import java.time.Instant;

/**
 * An alert, for the API.
 *
 * @param id names it in paths
 * @param position partition and offset of its record
 * @param picture path of the face's picture
 * @param at when the camera took the frame
 */
record AlertView(
    String id,
    String alertId,
    String position,
    String camera,
    Instant at,
    PersonView person,
    double similarity,
    double threshold,
    double margin,
    Box box,
    Boolean reviewRequired,
    Instant expiresAt,
    String picture) {
  static AlertView of(StoredAlert found, Scope scope) {
    Alert alert = found.stored().record();
    return new AlertView(
        found.stored().key(),
        alert.alertId(),
        found.part() + "-" + found.offset(),
        alert.cameraId(),
        alert.frame().capturedAt(),
        PersonView.of(
            alert.match().personId(), alert.match().name(), alert.match().watchlists(), scope),
        alert.match().similarity(),
        alert.match().threshold(),
        alert.match().margin(),
        alert.face() == null ? null : alert.face().box(),
        alert.match().reviewRequired(),
        alert.expiresAt(),
        AlertRoutes.ALERTS + "/" + found.stored().key() + "/picture");
  }
}
