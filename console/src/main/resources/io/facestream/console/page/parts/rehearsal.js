// @ts-check
import {html, nothing} from './html.js';
import {moment} from './format.js';

/**
 * What a rehearsal came to: who would be alerted of, and who no more.
 * @param {any} told
 */
export function rehearsal(told) {
  const unknown = Object.values(told.notKnown ?? {}).reduce((sum, faces) => sum + faces, 0);
  return html`<section class="card" aria-labelledby="rehearsed"><h2 id="rehearsed">What would have been</h2>
    <p role="status">Of ${told.frames} frames since ${moment(told.since)}: ${told.alertsNow} alerts would have been ${told.alertsThen}; ${told.gained} gained, ${told.lost} lost.</p>
    ${unknown > 0 ? html`<p class="quiet">Of ${unknown} faces the verdicts do not say enough.</p>` : nothing}
    ${told.changes.length === 0 ? nothing : html`<div class="grid">${told.changes.map(one)}</div>`}
    ${told.more > 0 ? html`<p class="quiet">And ${told.more} more cameras and people.</p>` : nothing}
  </section>`;
}

/** @param {any} change */
const one = (change) => html`<article class="visit">
  <img class="face" src=${change.last.picture} alt="" loading="lazy" @error=${gone}>
  <div><strong>${change.person.name}</strong> <span class="quiet">at ${change.camera}</span>
    <div>${change.gained ? html`<span class="good">${change.gained} gained</span> ` : nothing}${change.lost ? html`<span class="bad">${change.lost} lost</span>` : nothing}</div>
    <div class="quiet number">${change.last.similarity.toFixed(3)}${change.last.needed === undefined ? '' : ` of ${change.last.needed.toFixed(3)} needed`}${change.last.origin ? `, ${change.last.origin}` : ''}</div>
    ${change.last.why ? html`<div class="quiet">${change.last.why}</div>` : nothing}</div>
</article>`;

/** Kafka may have deleted the frame. @param {Event} event */
function gone(event) {
  /** @type {HTMLImageElement} */ (event.target).hidden = true;
}
