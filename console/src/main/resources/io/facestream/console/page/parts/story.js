// @ts-check
import {html, nothing, repeat} from './html.js';
import {View} from './view.js';
import {problem, tags} from './states.js';
import {picture} from './picture.js';
import {WORDS, reviewState} from './review.js';
import {clock, day, moment, percent, zone} from './format.js';
import {forWhom, inPercent} from './policywords.js';
import {Problem, call, get} from '../api.js';

const DAYS = 10;
const LOOKED_AT = 40;
const ALIKE = 6;
const OUTCOMES = {confirmed: 'It is this person', wrong: 'Not this person', unclear: 'Unclear'};

/**
 * All that is known of a visit, in a dialog of the page that shows it: the picture beside the
 * enrolled face, what was needed to name somebody, what reviewers found, the days before.
 */
export class Story extends View {
  /** @type {any} */ visit = null;
  /** @type {any} */ person = null;
  /** @type {any[]} */ days = [];
  /** @type {any} */ elsewhere = null;
  isGone = false;

  /**
   * @param {HTMLElement} page that has {@link storyDialog} @param {any} session
   * @param {(visit: any) => void} reviewed
   */
  constructor(page, session, reviewed) {
    super(page);
    this.dialog = /** @type {HTMLDialogElement} */ (page.querySelector('.story'));
    this.mayReview = session.rights.includes('enrol');
    this.maySearch = session.rights.includes('recognise');
    this.reviewed = reviewed;
  }

  /** @param {any} visit */
  async open(visit) {
    this.visit = visit;
    this.person = null;
    this.days = [];
    this.elsewhere = null;
    this.isGone = false;
    // With nothing in it of the one before.
    this.place = document.createElement('div');
    this.dialog.replaceChildren(this.place);
    this.show();
    this.dialog.showModal();
    await this.run(async () => {
      const whole = await get(`/api/v1/sightings/${visit.id}`);
      if (this.visit.id !== visit.id) return;
      this.visit = whole;
      if (!whole.person.unknown) await this.load(whole.person.personId);
    });
  }

  /** @param {string} personId */
  async load(personId) {
    const id = encodeURIComponent(personId);
    const [person, visits] = await Promise.all([
      get(`/api/v1/people/${id}`).catch(noPerson),
      get(`/api/v1/visits?person=${id}&zone=${encodeURIComponent(zone())}&limit=${DAYS}`),
    ]);
    if (this.visit.person.personId !== personId) return;
    this.person = person;
    this.days = visits.items;
  }

  template() {
    const visit = this.visit;
    return html`<div class="stack">
      <div class="row spread"><h2 id="story-title">${visit.person.name}</h2>
        <button class="plain" type="button" @click=${() => this.dialog.close()}>Close</button></div>
      ${problem(this.failure)}
      <div class="row">${tags(visit.person.watchlists)} ${reviewState(visit)}</div>
      ${this.pictures(visit)}
      ${this.facts(visit)}
      ${visit.person.unknown ? this.strangers() : html`${this.found(visit)}${this.before()}`}
    </div>`;
  }

  /** @param {any} visit */
  pictures(visit) {
    const photos = this.person?.photos.filter((/** @type {any} */ photo) => photo.picture) ?? [];
    const photo = photos.find((/** @type {any} */ one) => one.templateId === visit.templateId) ?? photos[0];
    const faces = visit.box ? [{box: visit.box, outcome: visit.person.unknown ? 'unknown' : 'match'}] : [];
    // What an image tells of its failure does not go up by itself.
    const lost = {handleEvent: () => { this.isGone = true; this.show(); }, capture: true};
    return html`
      ${this.isGone ? html`<p class="quiet">The picture is not kept any more.</p>`
        : html`<div @error=${lost}>${picture(`${visit.picture}?whole=true`, faces, `${visit.person.name} at ${visit.camera}`)}</div>`}
      <div class="compared">
        ${this.isGone ? nothing : face(visit.picture, `${visit.person.name} at ${visit.camera}, the face`, 'As the camera saw it')}
        ${photo ? face(photo.picture, `${visit.person.name} as enrolled`, 'As enrolled') : nothing}</div>`;
  }

  /** @param {any} visit */
  facts(visit) {
    return html`<table><tbody>
      <tr><th scope="row">Camera</th><td>${visit.camera}</td></tr>
      <tr><th scope="row">Seen</th><td class="number">${day(new Date(visit.firstSeen))}, ${clock(visit.firstSeen)} – ${clock(visit.lastSeen)}, ${visit.frames} ${visit.frames === 1 ? 'frame' : 'frames'}${visit.state === 'open' ? ', still here' : ''}</td></tr>
      ${visit.similarity === undefined ? nothing : html`<tr><th scope="row">Similarity</th><td><span class="number">${percent(visit.similarity)}</span>${visit.threshold === undefined ? nothing : html`, needed <span class="number">${percent(visit.threshold)}</span> ${neededBy(visit)}`}</td></tr>`}
      ${visit.quality === undefined ? nothing : html`<tr><th scope="row">Quality</th><td class="number">${percent(visit.quality)}</td></tr>`}
      ${visit.retrospective ? html`<tr><th scope="row">Found</th><td>afterwards, when the person had been enrolled</td></tr>` : nothing}
    </tbody></table>`;
  }

  /** @param {any} visit */
  found(visit) {
    return html`<section class="stack" aria-labelledby="found-title"><h3 id="found-title">Reviews</h3>
      ${visit.reviews.length === 0 ? html`<p class="quiet">Nobody has looked at it yet.</p>` : html`<ul class="plain-list">${visit.reviews.map((/** @type {any} */ review) => html`
        <li><strong>${WORDS[/** @type {keyof typeof WORDS} */ (review.outcome)]}</strong> <span class="quiet">${review.by}, ${moment(review.at)}</span>${review.note ? html`<br>${review.note}` : nothing}</li>`)}</ul>`}
      ${this.mayReview ? html`<form @submit=${this.review.bind(this)}>
        <div class="field"><label for="story-note">Note</label><input id="story-note" maxlength="500" autocomplete="off"></div>
        <div class="row">${Object.entries(OUTCOMES).map(([outcome, words]) => html`<button value=${outcome} ?disabled=${this.busy}>${words}</button>`)}</div></form>` : nothing}</section>`;
  }

  strangers() {
    if (!this.maySearch) return nothing;
    return html`<section class="stack" aria-labelledby="elsewhere-title"><h3 id="elsewhere-title">Seen elsewhere</h3>
      ${this.elsewhere === null ? html`<p><button ?disabled=${this.busy} @click=${this.search.bind(this)}>Look through the last strangers</button></p>` : this.alike(this.elsewhere)}</section>`;
  }

  /** @param {any} told */
  alike({items, notCompared}) {
    return html`${items.length === 0 ? html`<p class="quiet" role="status">Nobody else of late.</p>` : html`<ul class="plain-list">${items.slice(0, ALIKE).map((/** @type {any} */ one) => html`
      <li class="visit"><img class="face" src=${one.picture} alt="">
        <div><strong class="number">${percent(one.probeSimilarity)}</strong> alike<div class="quiet">${one.camera}, <span class="number">${moment(one.firstSeen)}</span></div></div></li>`)}</ul>`}
      ${notCompared ? html`<p class="quiet">${notCompared} more could not be compared: their pictures are gone or too poor.</p>` : nothing}`;
  }

  async search() {
    const {id} = this.visit;
    await this.run(async () => {
      const told = await get(`/api/v1/sightings?unknown=true&limit=${LOOKED_AT}&similarTo=${encodeURIComponent(`sighting:${id}`)}`);
      if (this.visit.id === id) this.elsewhere = told;
    });
  }

  before() {
    if (this.days.length === 0) return nothing;
    return html`<section class="stack" aria-labelledby="days-title"><h3 id="days-title">Days</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Days on which the person was there"><table><tbody>${repeat(this.days, (one) => one.day, (one) => html`
        <tr><th scope="row" class="number">${day(new Date(one.firstSeen))}</th><td class="number">${clock(one.firstSeen)} – ${clock(one.lastSeen)}</td><td>${one.cameras.join(', ')}</td></tr>`)}</tbody></table></div></section>`;
  }

  /** @param {SubmitEvent} event */
  async review(event) {
    event.preventDefault();
    const outcome = /** @type {HTMLButtonElement} */ (event.submitter).value;
    const note = /** @type {HTMLInputElement} */ (this.place.querySelector('#story-note')).value.trim();
    await this.run(async () => {
      const path = `/api/v1/sightings/${this.visit.id}`;
      await call('POST', `${path}/review`, {outcome, ...(note ? {note} : {})});
      this.visit = await get(path);
      this.reviewed(this.visit);
    });
  }
}

/** Whose template came from elsewhere and went again has no photo to compare with. @param {unknown} failure */
function noPerson(failure) {
  if (failure instanceof Problem && failure.status === 404) return null;
  throw failure;
}

/** @param {string} path @param {string} alt @param {string} words */
const face = (path, alt, words) => html`<figure><img src=${path} alt=${alt}><figcaption class="quiet">${words}</figcaption></figure>`;

/** @param {any} visit */
function neededBy({thresholdOf, falseAlerts}) {
  const share = falseAlerts === undefined ? '' : `, for ${inPercent(falseAlerts)} % of strangers named`;
  return thresholdOf === undefined ? share : `(${forWhom(thresholdOf)}${share})`;
}

/** Where the dialog goes in a page. */
export const storyDialog = html`<dialog class="story" aria-labelledby="story-title"></dialog>`;
