// @ts-check
import {html, nothing, repeat} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, loading, problem, tags} from '../parts/states.js';
import {moment} from '../parts/format.js';
import {PersonDetails} from '../parts/persondetails.js';
import {call, get} from '../api.js';

/** Who is in the gallery. */
export class People extends View {
  /** @type {any[] | null} */ items = null;
  /** @type {string | undefined} */ next;
  /** @type {any} */ receipt = null;
  /** @type {any} */ merge = null;
  /** @type {PersonDetails | null} */ details = null;
  text = '';

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.session = session;
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
      ${this.merge ? this.shownMerge() : nothing}
      <form role="search" class="field" @submit=${this.search.bind(this)}>
        <label for="q">Find by name or id</label>
        <div class="row"><input id="q" type="search" .value=${this.text} autocomplete="off"><button>Find</button></div>
      </form>
      ${this.items === null ? loading : this.items.length === 0 ? empty(this.text ? 'Nobody of that name.' : 'Nobody is enrolled yet. Capture somebody at the desk, or load a folder of photos with “facestream gallery load”.') : html`
        <div class="grid">${repeat(this.items, (person) => person.personId, (person) => this.card(person))}</div>`}
      ${this.next ? html`<p><button @click=${() => this.load(true)} ?disabled=${this.busy}>More</button></p>` : nothing}
      <dialog aria-labelledby="who" @close=${() => this.load(false)}></dialog>`;
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

  shownMerge() {
    const {name, into, undoUntil} = this.merge;
    return html`<div class="note good row spread" role="status"><span>${name} is ${into.name} now. This can be undone until ${moment(undoUntil)}.</span>
      <span class="row"><button @click=${this.undo.bind(this)} ?disabled=${this.busy}>Undo</button><button class="plain" @click=${() => { this.merge = null; this.show(); }}>Close</button></span></div>`;
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
  async open(person) {
    this.failure = null;
    this.show();
    this.details?.end();
    const dialog = /** @type {HTMLDialogElement} */ (this.place.querySelector('dialog'));
    const place = document.createElement('div');
    dialog.replaceChildren(place);
    this.details = new PersonDetails(place, this.session, person, {
      erased: (receipt) => {
        this.receipt = receipt;
        dialog.close();
      },
      merged: (merge) => {
        this.merge = merge;
        dialog.close();
      },
      close: () => dialog.close(),
    });
    this.details.show();
    dialog.showModal();
    await this.details.start();
  }

  async undo() {
    await this.run(async () => {
      await call('POST', `/api/v1/merges/${this.merge.mergeId}/undo`);
      this.merge = null;
    });
    if (!this.failure) await this.load(false);
  }

  async again() {
    await this.run(async () => {
      this.receipt = await get(`/api/v1/erasures/${this.receipt.erasureId}`);
    });
  }
}
