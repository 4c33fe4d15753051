// @ts-check
import {html, nothing, repeat} from './html.js';
import {View} from './view.js';
import {loading, problem, tags} from './states.js';
import {clock, day, moment, percent, zone} from './format.js';
import {MergedIn} from './mergedin.js';
import {MergeForm} from './mergeform.js';
import {changes, personFields} from './personform.js';
import {call, change, get, getTagged, sendPicture} from '../api.js';

const DAYS = 30;
const ALIKE = 6;

/**
 * Somebody in a dialog: what is laid down, photos, visits; changed, merged and erased there.
 * @typedef {{erased: (receipt: any) => void, merged: (merge: any) => void, close: () => void}} Ends
 */
export class PersonDetails extends View {
  /** @type {any[] | null} */ visits = null;
  /** @type {any[] | null} */ alike = null;
  asking = false;
  etag = '';

  /** @param {HTMLElement} place @param {any} session @param {any} person @param {Ends} ends */
  constructor(place, session, person, ends) {
    super(place);
    this.session = session;
    this.person = person;
    this.ends = ends;
    this.mayEnrol = session.rights.includes('enrol');
    this.merging = new MergeForm(this, person, ends.merged);
    this.mergedIn = new MergedIn(this, this.path(), () => this.refresh());
  }

  async start() {
    await this.run(async () => {
      await this.refresh();
      const page = await get(`/api/v1/visits?person=${encodeURIComponent(this.person.personId)}&zone=${encodeURIComponent(zone())}&limit=${DAYS}`);
      this.visits = page.items;
    });
    if (this.mayEnrol) await this.mergedIn.start();
  }

  async refresh() {
    const {value, etag} = await getTagged(this.path());
    this.person = value;
    this.etag = etag;
  }

  template() {
    const person = this.person;
    return html`<div class="stack">
      <div class="row spread"><h2 id="who">${person.name}</h2><button class="plain" @click=${this.ends.close}>Close</button></div>
      ${problem(this.failure)}
      ${this.facts(person)}
      <h3>Photos</h3>
      <div class="row">${repeat(person.photos, (/** @type {any} */ photo) => photo.photo, (photo, at) => this.photo(photo, at + 1))}</div>
      <h3>Visits</h3>
      ${this.visits === null ? loading : this.history(this.visits)}
      <h3>Look-alikes</h3>
      ${this.alike === null ? html`<p><button @click=${this.findAlike.bind(this)} ?disabled=${this.busy}>Find look-alikes</button></p>` : this.lookalikes(this.alike)}
      ${this.mayEnrol ? this.actions(person) : nothing}
    </div>`;
  }

  /** @param {any[]} people */
  lookalikes(people) {
    if (people.length === 0) return html`<p class="quiet" role="status">There is nobody else.</p>`;
    return html`<ul class="plain-list">${people.map((other) => {
      const photo = other.photos.find((/** @type {any} */ one) => one.picture);
      return html`<li class="row">${photo ? html`<img class="face" src=${photo.picture} alt="">` : html`<div class="face" aria-hidden="true">${[...other.name][0]}</div>`}
        <span><strong>${other.name}</strong> <span class="number">${percent(other.similarity)}</span><br><code>${other.personId}</code></span></li>`;
    })}</ul>`;
  }

  async findAlike() {
    const probe = `photo:${this.person.personId}/${this.person.photos[0].photo}`;
    await this.run(async () => {
      const page = await get(`/api/v1/people?limit=${ALIKE}&similarTo=${encodeURIComponent(probe)}`);
      this.alike = page.items;
    });
  }

  /** @param {any} person */
  facts(person) {
    return html`<table><tbody>
      <tr><th scope="row">Id</th><td><code>${person.personId}</code></td></tr>
      <tr><th scope="row">Watchlists</th><td>${tags(person.watchlists)}</td></tr>
      ${person.legalBasis ? html`<tr><th scope="row">Legal basis</th><td>${person.legalBasis}</td></tr>` : nothing}
      ${Object.entries(person.details).map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}
      ${person.validFrom ? html`<tr><th scope="row">Valid from</th><td>${moment(person.validFrom)}</td></tr>` : nothing}
      ${person.validUntil ? html`<tr><th scope="row">Valid until</th><td>${moment(person.validUntil)}</td></tr>` : nothing}
    </tbody></table>`;
  }

  /** @param {any} photo @param {number} number */
  photo(photo, number) {
    return html`<figure class="photo">
      ${photo.picture ? html`<img class="face" src=${photo.picture} alt=${`Enrolled face ${number}`}>` : html`<div class="face"></div>`}
      <figcaption class="quiet number">${percent(photo.quality)}
        ${this.mayEnrol && this.person.photos.length > 1 ? html`<button class="plain" @click=${() => this.removePhoto(photo)} aria-label=${`Remove photo ${number}`}>Remove</button>` : nothing}</figcaption></figure>`;
  }

  /** @param {any[]} visits */
  history(visits) {
    if (visits.length === 0) return html`<p class="quiet">None so far.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Latest days"><table><thead><tr><th scope="col">Day</th><th scope="col">From, to</th><th scope="col">Cameras</th><th scope="col">Times</th></tr></thead><tbody>
      ${visits.map((visit) => html`<tr><td class="number">${day(new Date(visit.firstSeen))}</td><td class="number">${clock(visit.firstSeen)} – ${clock(visit.lastSeen)}</td>
        <td>${visit.cameras.join(', ')}</td><td class="number">${visit.sightings}</td></tr>`)}</tbody></table></div>`;
  }

  /** @param {any} person */
  actions(person) {
    return html`
      <details><summary>Change</summary>
        <form @submit=${this.change.bind(this)}>${personFields(this.session, person)}<button class="main" ?disabled=${this.busy}>Save</button></form></details>
      ${this.mergedIn.template()}
      ${this.merging.template()}
      <div class="row">
        <label class="button" for="photo">Add a photo</label>
        <input id="photo" class="file" type="file" accept="image/*" @change=${this.addPhoto.bind(this)}>
        ${this.merging.open ? nothing : html`<button @click=${() => this.merging.begin()}>Merge …</button>`}
        ${this.asking
          ? html`<button class="danger" @click=${this.erase.bind(this)} ?disabled=${this.busy}>Erase for good</button><button @click=${() => this.ask(false)}>Keep</button>`
          : html`<button class="danger" @click=${() => this.ask(true)}>Erase …</button>`}
      </div>`;
  }

  /** @param {SubmitEvent} event */
  async change(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    await this.run(async () => {
      await change('PATCH', this.path(), this.etag, changes(form, this.person));
      await this.refresh();
      /** @type {HTMLDetailsElement} */ (form.closest('details')).open = false;
    });
  }

  /** @param {any} photo */
  async removePhoto(photo) {
    await this.run(async () => {
      await call('DELETE', `${this.path()}/photos/${encodeURIComponent(photo.photo)}`);
      await this.refresh();
    });
  }

  /** @param {Event} event */
  async addPhoto(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    await this.run(async () => {
      await sendPicture(`${this.path()}/photos`, file);
      await this.refresh();
    });
  }

  /** @param {boolean} asking */
  ask(asking) {
    this.asking = asking;
    this.show();
  }

  async erase() {
    await this.run(async () => {
      this.ends.erased(await call('DELETE', this.path()));
    });
  }

  path() {
    return `/api/v1/people/${encodeURIComponent(this.person.personId)}`;
  }
}
