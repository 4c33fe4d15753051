// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {problem, tags} from '../parts/states.js';
import {moment, percent} from '../parts/format.js';
import {capture, open} from '../parts/camera.js';
import {newPerson, personFields} from '../parts/personform.js';
import {Problem, call, sendPicture} from '../api.js';

/** Capture: who stands there is recalled, or can be enrolled. */
export class Desk extends View {
  /** @type {any} */ answer = null;
  /** @type {Blob | null} */ picture = null;
  /** @type {(() => void) | null} */ close = null;
  url = '';
  watching = false;
  /** @type {string} */ done = '';

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.session = session;
  }

  template() {
    return html`<h1>Desk</h1>
      ${problem(this.failure)}
      ${this.failure && this.picture ? html`<p><button @click=${() => this.ask(/** @type {Blob} */ (this.picture))}>Try again with the same picture</button></p>` : nothing}
      <div class="two">
        <section class="stack" aria-label="Capture">
          <div class="picture">
            <video muted playsinline ?hidden=${!this.watching} aria-label="What the camera sees"></video>
            ${this.url && !this.watching ? html`<img src=${this.url} alt="The picture that was taken">` : nothing}
          </div>
          <div class="row">
            ${this.watching
              ? html`<button class="main big" @click=${this.take.bind(this)} ?disabled=${this.busy}>Capture</button>`
              : html`<button class="main big" @click=${this.watch.bind(this)} ?disabled=${this.busy}>${this.url ? 'Next person' : 'Start the camera'}</button>`}
            <label class="button" for="file">From a file</label>
            <input id="file" class="file" type="file" accept="image/*" @change=${this.choose.bind(this)}>
          </div>
        </section>
        <section aria-label="Who it is" aria-live="polite" class="stack">${this.result()}</section>
      </div>`;
  }

  result() {
    if (this.busy && !this.answer) return html`<div class="card"><p role="status">Looking …</p></div>`;
    if (this.done) return html`<div class="note good" role="status">${this.done}</div>`;
    if (!this.answer) return html`<div class="card quiet"><p>Capture, and see here who it is: with details and the latest visits, or with a form to enrol.</p></div>`;
    if (this.answer.person) return this.recalled(this.answer);
    if (this.answer.outcome === 'no-face') return html`<div class="card"><h2>No face</h2><p>There is no face in the picture. Look into the camera and capture again.</p></div>`;
    if (this.answer.outcome === 'rejected') return html`<div class="card"><h2>Not good enough</h2><p>${this.answer.reason}</p></div>`;
    return html`<div class="card"><h2>Not known</h2>
      <p class="quiet">${this.answer.reason}</p>
      ${this.answer.token ? this.form() : nothing}</div>`;
  }

  /** @param {any} answer */
  recalled({person, similarity, reviewRequired}) {
    return html`<div class="card stack">
      <div class="row spread"><h2>${person.name}</h2><span class="number good">${percent(similarity)}</span></div>
      ${reviewRequired ? html`<p class="warn">Somebody must look before anything is done.</p>` : nothing}
      <div>${tags(person.watchlists)}</div>
      ${Object.keys(person.details ?? {}).length ? html`<table><tbody>${Object.entries(person.details).map(([name, value]) => html`<tr><th>${name}</th><td>${value}</td></tr>`)}</tbody></table>` : nothing}
      ${person.visits ? html`<div><h2>Visits</h2>${person.visits.count === 0 ? html`<p class="quiet">None so far.</p>` : html`
        <p class="quiet">On ${person.visits.count} ${person.visits.count === 1 ? 'day' : 'days'}</p>
        <table><tbody>${person.visits.last.map((/** @type {any} */ visit) => html`<tr><td class="number">${moment(visit.firstSeen)}</td><td>${visit.cameras.join(', ')}</td></tr>`)}</tbody></table>`}</div>` : nothing}
    </div>`;
  }

  form() {
    return html`<form @submit=${this.enrol.bind(this)}>
      ${personFields(this.session)}
      <button class="main" ?disabled=${this.busy}>Enrol</button>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async enrol(event) {
    event.preventDefault();
    const wanted = {...newPerson(/** @type {HTMLFormElement} */ (event.target)), face: this.answer.token};
    await this.run(async () => {
      const person = await call('POST', '/api/v1/people', wanted);
      this.done = `${person.name} is enrolled, and is recalled at the next capture.`;
      this.answer = null;
    });
  }

  async watch() {
    this.forget();
    this.watching = true;
    this.show();
    await this.run(async () => {
      try {
        const close = await open(/** @type {HTMLVideoElement} */ (this.place.querySelector('video')));
        // Somebody may have left while the browser asked for permission.
        if (this.ended.signal.aborted) close();
        else this.close = close;
      } catch (failure) {
        this.watching = false;
        throw new Problem(0, {title: 'The camera cannot be had', code: 'no-camera', cure: String(/** @type {Error} */ (failure).message)});
      }
    });
  }

  async take() {
    const picture = await capture(/** @type {HTMLVideoElement} */ (this.place.querySelector('video')));
    await this.ask(picture);
  }

  /** @param {Event} event */
  choose(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    input.value = '';
    if (file) {
      this.forget();
      this.ask(file);
    }
  }

  /** @param {Blob} picture kept until it has an answer, so that a lost connection loses nobody */
  async ask(picture) {
    this.stop();
    this.picture = picture;
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(picture);
    this.answer = null;
    await this.run(async () => {
      this.answer = await sendPicture('/api/v1/recognize', picture);
      this.picture = null;
    });
  }

  forget() {
    this.answer = null;
    this.done = '';
    this.failure = null;
  }

  stop() {
    this.close?.();
    this.close = null;
    this.watching = false;
  }

  end() {
    super.end();
    this.stop();
    if (this.url) URL.revokeObjectURL(this.url);
  }
}
