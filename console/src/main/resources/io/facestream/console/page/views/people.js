// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, loading, problem, tags} from '../parts/states.js';
import {moment, percent} from '../parts/format.js';
import {call, get, sendPicture} from '../api.js';

/** Who is in the gallery. */
export class People extends View {
  /** @type {any[] | null} */ items = null;
  /** @type {string | undefined} */ next;
  /** @type {any} */ person = null;
  /** @type {any} */ receipt = null;
  text = '';
  asking = false;

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.mayEnrol = session.rights.includes('enrol');
  }

  async start() {
    await this.load(false);
  }

  /** @param {boolean} more */
  async load(more) {
    const cursor = more && this.next ? `&cursor=${encodeURIComponent(this.next)}` : '';
    await this.run(async () => {
      const page = await get(`/api/v1/people?limit=60&q=${encodeURIComponent(this.text)}${cursor}`);
      this.items = more ? [...(this.items ?? []), ...page.items] : page.items;
      this.next = page.next;
    });
  }

  template() {
    return html`<h1>People</h1>
      ${problem(this.failure)}
      ${this.receipt ? this.shownReceipt(this.receipt) : nothing}
      <form role="search" class="field" @submit=${this.search.bind(this)}>
        <label for="q">Find by name or id</label>
        <div class="row"><input id="q" type="search" .value=${this.text} autocomplete="off"><button>Find</button></div>
      </form>
      ${this.items === null ? loading : this.items.length === 0 ? empty(this.text ? 'Nobody of that name.' : 'Nobody is enrolled yet. Capture somebody at the desk, or load a folder of photos with “facestream gallery load”.') : html`
        <div class="grid">${this.items.map((person) => this.card(person))}</div>`}
      ${this.next ? html`<p><button @click=${() => this.load(true)} ?disabled=${this.busy}>More</button></p>` : nothing}
      <dialog aria-labelledby="who" @close=${this.closed.bind(this)}>${this.person ? this.details(this.person) : nothing}</dialog>`;
  }

  /** @param {any} person */
  card(person) {
    const photo = person.photos.find((/** @type {any} */ one) => one.picture);
    return html`<article class="card visit">
      ${photo ? html`<img class="face" src=${photo.picture} alt="" loading="lazy">` : html`<div class="face" aria-hidden="true">${[...person.name][0]}</div>`}
      <div><strong>${person.name}</strong>
        <div class="quiet">${person.photos.length} ${person.photos.length === 1 ? 'photo' : 'photos'}</div>
        <div>${tags(person.watchlists)}</div>
        <button class="plain" @click=${() => this.open(person)} aria-label=${`Details of ${person.name}`}>Details</button></div>
    </article>`;
  }

  /** @param {any} person */
  details(person) {
    return html`<div class="stack">
      <div class="row spread"><h2 id="who">${person.name}</h2><button class="plain" @click=${this.close.bind(this)}>Close</button></div>
      ${problem(this.failure)}
      <table><tbody>
        <tr><th>Id</th><td><code>${person.personId}</code></td></tr>
        <tr><th>Watchlists</th><td>${tags(person.watchlists)}</td></tr>
        ${Object.entries(person.details).map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`)}
        ${person.validUntil ? html`<tr><th>Valid until</th><td>${moment(person.validUntil)}</td></tr>` : nothing}
      </tbody></table>
      <h2>Photos</h2>
      <div class="row">${person.photos.map((/** @type {any} */ photo) => html`<figure class="photo">
        ${photo.picture ? html`<img class="face" src=${photo.picture} alt="Enrolled face">` : html`<div class="face"></div>`}
        <figcaption class="quiet number">${percent(photo.quality)}</figcaption></figure>`)}</div>
      ${this.mayEnrol ? html`
        <form @submit=${this.rename.bind(this)}><div class="field"><label for="rename">Name</label><div class="row"><input id="rename" required .value=${person.name}><button>Change</button></div></div></form>
        <div class="row">
          <label class="button" for="photo">Add a photo</label>
          <input id="photo" class="file" type="file" accept="image/*" @change=${this.addPhoto.bind(this)}>
          ${this.asking
            ? html`<button class="danger" @click=${this.erase.bind(this)}>Erase for good</button><button @click=${() => this.ask(false)}>Keep</button>`
            : html`<button class="danger" @click=${() => this.ask(true)}>Erase …</button>`}
        </div>` : nothing}
    </div>`;
  }

  /** @param {any} receipt */
  shownReceipt(receipt) {
    return html`<div class="card stack" role="status"><div class="row spread"><h2>Erased ${receipt.personId}</h2>
      <div class="row"><button @click=${this.again.bind(this)}>Look again</button><button class="plain" @click=${() => { this.receipt = null; this.show(); }}>Close</button></div></div>
      <div class="scroll" tabindex="0" role="region" aria-label="Receipt"><table><thead><tr><th>Place</th><th>State</th><th>When</th><th>What</th></tr></thead><tbody>
      ${receipt.places.map((/** @type {any} */ place) => html`<tr><td>${place.place}</td>
        <td class=${place.state === 'gone' ? 'good' : 'warn'}>${place.state}</td>
        <td class="number">${place.when ? moment(place.when) : ''}</td><td>${place.note}</td></tr>`)}</tbody></table></div></div>`;
  }

  /** @param {SubmitEvent} event */
  search(event) {
    event.preventDefault();
    this.text = /** @type {HTMLInputElement} */ (document.getElementById('q')).value;
    this.load(false);
  }

  /** @param {any} person */
  open(person) {
    this.person = person;
    this.asking = false;
    this.failure = null;
    this.show();
    /** @type {HTMLDialogElement} */ (this.place.querySelector('dialog')).showModal();
  }

  close() {
    /** @type {HTMLDialogElement} */ (this.place.querySelector('dialog')).close();
  }

  closed() {
    this.person = null;
    this.show();
  }

  /** @param {boolean} asking */
  ask(asking) {
    this.asking = asking;
    this.show();
  }

  /** @param {SubmitEvent} event */
  async rename(event) {
    event.preventDefault();
    const name = /** @type {HTMLInputElement} */ (document.getElementById('rename')).value;
    await this.run(async () => {
      this.person = await call('PATCH', this.path(), {name});
    });
    if (!this.failure) await this.load(false);
  }

  /** @param {Event} event */
  async addPhoto(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    await this.run(async () => {
      await sendPicture(`${this.path()}/photos`, file);
      this.person = await get(this.path());
    });
    if (!this.failure) await this.load(false);
  }

  async erase() {
    await this.run(async () => {
      this.receipt = await call('DELETE', this.path());
    });
    if (this.failure) return;
    this.close();
    await this.load(false);
  }

  async again() {
    await this.run(async () => {
      this.receipt = await get(`/api/v1/erasures/${this.receipt.erasureId}`);
    });
  }

  path() {
    return `/api/v1/people/${encodeURIComponent(this.person.personId)}`;
  }
}
