// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {loading, problem} from '../parts/states.js';
import {LEAST_CORNERS, MOST_CORNERS, MOST_ZONES, corner, inWords, rectangle, shade, withCorner, withoutCorner} from '../parts/zones.js';
import {POLICIES, lookUp, pathOf} from '../parts/policypath.js';
import {rehearsal} from '../parts/rehearsal.js';
import {Problem, call, change} from '../api.js';

/** @typedef {import('../parts/zones.js').Corner} Corner */
/** @typedef {import('../parts/zones.js').Zone} Zone */

const STEP = 0.01;
/** A hand that presses moves by so many pixels. */
const SHAKE = 3;
/** @type {Record<string, Corner>} */
const ARROWS = {ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP]};
const SIDES = {left: 'Left', top: 'Top', right: 'Right', bottom: 'Bottom'};
/** The number of the zone that is being drawn. */
const DRAFT = -1;

/** Where in a camera's picture faces are ignored: drawn by hand, or by numbers and arrow keys. */
export class Zones extends View {
  /** @type {any} */ policy = null;
  etag = '';
  picture = '';
  /** @type {Zone[]} */ zones = [];
  /** @type {Zone} */ draft = [];
  /** Whose corners can be moved. */ chosen = DRAFT;
  /** The corner that a pointer holds. @type {{from: Corner, corner: Corner, x: number, y: number, moved: boolean} | null} */ held = null;
  saved = '';
  done = '';
  /** @type {any} */ told = null;

  /** @param {HTMLElement} place @param {any} camera @param {() => void} back */
  constructor(place, camera, back) {
    super(place);
    this.camera = camera;
    this.back = back;
    this.key = `camera/${camera.camera}`;
  }

  async start() {
    this.policy = null;
    this.done = '';
    await this.run(async () => {
      const {policy, etag} = await lookUp(this.key);
      this.take(policy, etag);
      await this.look();
    });
    /** @type {HTMLElement | null} */ (this.place.querySelector('#zones-title'))?.focus();
  }

  /** @param {any} policy @param {string} etag */
  take(policy, etag) {
    this.policy = policy;
    this.etag = etag;
    this.zones = policy.ignore ?? [];
    this.saved = JSON.stringify(this.zones);
    this.draft = [];
    this.chosen = DRAFT;
    this.told = null;
  }

  /** Takes a picture that stands still while somebody draws on it. */
  async look() {
    const answer = await fetch(`/api/v1/cameras/${this.camera.id}/picture`, {signal: this.ended.signal});
    if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})));
    const old = this.picture;
    this.picture = URL.createObjectURL(await answer.blob());
    if (old) URL.revokeObjectURL(old);
  }

  end() {
    super.end();
    if (this.picture) URL.revokeObjectURL(this.picture);
  }

  template() {
    const stale = this.failure instanceof Problem && this.failure.code === 'changed-meanwhile';
    return html`<div class="row spread"><h2 id="zones-title" tabindex="-1">Zones to ignore: ${this.camera.camera}</h2>
        <button class="plain" @click=${this.back}>Back to the cameras</button></div>
      ${problem(this.failure)}
      ${stale ? html`<p><button @click=${() => this.start()}>Look at it again</button></p>` : nothing}
      ${this.done ? html`<p class="note good field" role="status">${this.done}</p>` : nothing}
      ${this.policy === null ? (this.failure ? nothing : loading) : html`<div class="stack">
        <p class="quiet">A face whose middle is in a zone is not followed, searched or analysed, and raises no alert: a poster, a television, the street behind a window. Press corner after corner on the picture, the first one again at the end; or enter a rectangle below. The arrow keys move a corner, the Delete key takes it away.</p>
        ${this.canvas()}
        <div class="two">${this.list()}${this.numbers()}</div>
        ${this.told ? rehearsal(this.told) : nothing}
      </div>`}`;
  }

  canvas() {
    return html`<div class="picture drawing">
        <img src=${this.picture} alt=${`Picture of ${this.camera.camera}`} draggable="false" @click=${this.press.bind(this)}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${this.zones.map((zone, i) => shade(zone, i === this.chosen ? 'chosen' : ''))}
          ${this.draft.length > 0 ? shade(this.draft, 'draft') : nothing}</svg>
        ${this.zone(this.chosen).map((one, i) => this.handle(one, i))}
      </div>
      <div class="row">
        ${this.draft.length > 0 ? html`<button ?disabled=${this.draft.length < LEAST_CORNERS} @click=${() => this.closeDraft()}>Close the zone</button>
          <button @click=${() => this.drop()}>Give it up</button>` : nothing}
        <button @click=${() => this.run(() => this.look())} ?disabled=${this.busy}>Newer picture</button>
      </div>`;
  }

  /** @param {Corner} at @param {number} i */
  handle([x, y], i) {
    const whose = this.chosen === DRAFT ? 'the new zone' : `zone ${this.chosen + 1}`;
    return html`<button class="corner" .style=${`left:${100 * x}%;top:${100 * y}%`}
      aria-label=${`Corner ${i + 1} of ${whose}: ${inWords(x)} from the left, ${inWords(y)} from the top`}
      @keydown=${(/** @type {KeyboardEvent} */ event) => this.byKey(event, i)}
      @click=${() => this.pressCorner(i)}
      @pointerdown=${(/** @type {PointerEvent} */ event) => this.hold(event, i)}
      @pointermove=${(/** @type {PointerEvent} */ event) => this.drag(event, i)}></button>`;
  }

  list() {
    return html`<section class="card" aria-labelledby="zone-list"><h3 id="zone-list">Zones</h3>
      ${this.zones.length === 0 ? html`<p class="quiet">None: every face counts.</p>` : html`<ul class="plain-list">${this.zones.map((zone, i) => html`
        <li class="row spread"><span>Zone ${i + 1}, ${zone.length} corners</span><span class="row">
          <button aria-pressed=${i === this.chosen ? 'true' : 'false'} @click=${() => this.choose(i)} aria-label=${`Move corners of zone ${i + 1}`}>Move corners</button>
          <button class="danger" @click=${() => this.remove(i)} aria-label=${`Remove zone ${i + 1}`}>Remove</button></span></li>`)}</ul>`}
      <div class="row">
        <button class="main" ?disabled=${this.busy || this.isSaved() || this.draft.length > 0} @click=${() => this.save()}>Save</button>
        <button ?disabled=${this.busy || this.isSaved() || this.draft.length > 0} @click=${() => this.rehearse()}>Rehearse on the last hour</button>
      </div></section>`;
  }

  numbers() {
    return html`<form class="card" aria-labelledby="by-numbers" @submit=${this.add.bind(this)}><h3 id="by-numbers">A rectangle, in percent of the picture</h3>
      <div class="sides">${Object.entries(SIDES).map(([side, title]) => html`<div class="field"><label for=${`zone-${side}`}>${title}</label>
        <input id=${`zone-${side}`} name=${side} type="number" step="any" min="0" max="100" required></div>`)}</div>
      <button ?disabled=${this.zones.length >= MOST_ZONES}>Add the rectangle</button></form>`;
  }

  isSaved() {
    return JSON.stringify(this.zones) === this.saved;
  }

  /** @param {number} index @returns {Zone} */
  zone(index) {
    return index === DRAFT ? this.draft : this.zones[index] ?? [];
  }

  /** @param {Zone} zone */
  put(zone) {
    if (this.chosen === DRAFT) this.draft = zone;
    else this.zones = this.zones.map((one, i) => (i === this.chosen ? zone : one));
    this.changed();
  }

  changed() {
    this.done = '';
    this.told = null;
    this.show();
  }

  /** @param {MouseEvent} event @returns {Corner} */
  at(event) {
    const box = /** @type {Element} */ (this.place.querySelector('.drawing > img')).getBoundingClientRect();
    return corner((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  /** On the picture: another corner of the new zone. @param {MouseEvent} event */
  press(event) {
    if (this.chosen !== DRAFT) return this.choose(DRAFT);
    if (this.draft.length < MOST_CORNERS && this.zones.length < MOST_ZONES) this.put([...this.draft, this.at(event)]);
  }

  /** @param {PointerEvent} event @param {number} index */
  hold(event, index) {
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.held = {from: this.at(event), corner: this.zone(this.chosen)[index], x: event.clientX, y: event.clientY, moved: false};
  }

  /** By as much as the pointer moves, which need not hold the middle of the corner. @param {PointerEvent} event @param {number} index */
  drag(event, index) {
    const held = this.held;
    if (!held || !(/** @type {Element} */ (event.currentTarget).hasPointerCapture(event.pointerId))) return;
    held.moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > SHAKE;
    if (!held.moved) return;
    const to = this.at(event);
    this.put(withCorner(this.zone(this.chosen), index, corner(held.corner[0] + to[0] - held.from[0], held.corner[1] + to[1] - held.from[1])));
  }

  /** The first corner closes the new zone, unless it was moved. @param {number} index */
  pressCorner(index) {
    const moved = this.held?.moved;
    this.held = null;
    if (!moved && index === 0 && this.chosen === DRAFT) this.closeDraft();
  }

  /** @param {KeyboardEvent} event @param {number} index */
  byKey(event, index) {
    const zone = this.zone(this.chosen);
    const step = ARROWS[event.key];
    if (step) {
      const [x, y] = zone[index];
      this.put(withCorner(zone, index, corner(x + step[0], y + step[1])));
    } else if (event.key === 'Delete' && (this.chosen === DRAFT || zone.length > LEAST_CORNERS)) {
      this.put(withoutCorner(zone, index));
    } else {
      return;
    }
    event.preventDefault();
  }

  closeDraft() {
    if (this.draft.length < LEAST_CORNERS) return;
    this.zones = [...this.zones, this.draft];
    this.draft = [];
    this.choose(this.zones.length - 1);
  }

  drop() {
    this.draft = [];
    this.changed();
  }

  /** @param {number} index */
  choose(index) {
    if (index !== DRAFT) this.draft = [];
    this.chosen = index === this.chosen ? DRAFT : index;
    this.changed();
  }

  /** @param {number} index */
  remove(index) {
    this.zones = this.zones.filter((_, i) => i !== index);
    this.chosen = DRAFT;
    this.changed();
  }

  /** @param {SubmitEvent} event */
  add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    const [left, top, right, bottom] = Object.keys(SIDES).map((side) => Number(data.get(side)) / 100);
    this.zones = [...this.zones, rectangle(left, top, right, bottom)];
    form.reset();
    this.draft = [];
    this.chosen = this.zones.length - 1;
    this.changed();
  }

  /** What else is said of the camera stays. */
  wanted() {
    const {ignore, ...others} = this.policy;
    return this.zones.length > 0 ? {...others, ignore: this.zones} : others;
  }

  async save() {
    await this.run(async () => {
      const policy = this.wanted();
      if (Object.keys(policy).length > 0) {
        const {value, etag} = await change('PUT', pathOf(this.key), this.etag, policy);
        this.take(value.policy, etag);
      } else {
        await change('DELETE', pathOf(this.key), this.etag);
        this.take({}, '');
      }
      this.done = 'Saved; it holds from the next frame on';
    });
  }

  async rehearse() {
    await this.run(async () => {
      const policy = this.wanted();
      const changes = {[this.key]: Object.keys(policy).length > 0 ? policy : null};
      this.told = await call('POST', `${POLICIES}/rehearse`, {changes, since: '1h'});
    });
  }
}
