// @ts-check
import {html, nothing, repeat} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, loading, problem} from '../parts/states.js';
import {askFor, fields, kept, read} from '../parts/cameraform.js';
import {clock} from '../parts/format.js';
import {Problem, change, get, getTagged} from '../api.js';
import {Zones} from './zones.js';

const CAMERAS = '/api/v1/cameras';
const REFRESH = 2000;

/** @type {Record<string, string>} */
const LOOK = {live: 'good', waiting: 'warn', stopped: 'quiet'};

/** @param {string} name */
const pathOf = (name) => `${CAMERAS}/${encodeURIComponent(name)}/source`;

/** How the cameras do; for administrators also where they are read, and where in their pictures faces are ignored. */
export class Cameras extends View {
  /** @type {any[] | null} */ items = null;
  /** What is being added, changed or taken away. @type {{name: string, source: any, etag: string, removing: boolean} | null} */ open = null;
  /** @type {Zones | null} */ zones = null;
  done = '';

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.mayChange = session.rights.includes('admin') && !session.watchlists;
  }

  async start() {
    while (!this.ended.signal.aborted) {
      // What failed about a form stays to be read.
      if (this.open || this.busy) await this.load().catch(() => {});
      else await this.load().then(() => { this.failure = null; }, (failure) => { this.failure = failure; });
      this.show();
      await new Promise((go) => setTimeout(go, REFRESH));
    }
  }

  end() {
    super.end();
    this.zones?.end();
  }

  async load() {
    this.items = (await get(CAMERAS)).items;
  }

  template() {
    return html`<div class="row spread"><h1>Cameras</h1>
        ${this.mayChange && !this.open && !this.zones ? html`<button @click=${this.add.bind(this)}>Add a camera …</button>` : nothing}</div>
      ${problem(this.failure)}
      ${this.done ? html`<p class="note good field" role="status">${this.done}</p>` : nothing}
      <div id="zones" ?hidden=${!this.zones}></div>
      <div class="stack" ?hidden=${this.zones}>
        ${this.open ? this.editor(this.open) : nothing}
        ${this.items === null ? (this.failure ? nothing : loading) : this.items.length === 0 ? empty(`No camera has sent a picture since the console started. ${this.mayChange ? 'Add one, or name it to' : 'Name one to'} “facestream ingest”.`) : this.table(this.items)}
      </div>`;
  }

  /** @param {any[]} items */
  table(items) {
    return html`<div class="card scroll" tabindex="0" role="region" aria-label="Cameras"><table>
      <thead><tr><th>Camera</th><th>State</th><th>Frames/s</th><th>Faces/min</th><th>Picture</th><th>Last</th><th>Delay</th>${this.mayChange ? html`<th></th>` : nothing}</tr></thead><tbody>
      ${repeat(items, (camera) => camera.camera, (camera) => html`<tr><td>${camera.camera}${camera.source ? html`<div class="quiet help">${camera.source.address}</div>` : nothing}</td>
        <td class=${LOOK[camera.state] ?? 'bad'}>${camera.state}</td>
        <td class="number">${camera.lastFrame ? camera.framesPerSecond.toFixed(1) : ''}${camera.source?.rate ? html`<div class="quiet help">at most ${camera.source.rate}</div>` : nothing}</td>
        <td class="number">${camera.lastFrame ? camera.facesPerMinute.toFixed(0) : ''}</td>
        <td class="number">${camera.lastFrame ? `${camera.width}×${camera.height}` : ''}</td><td class="number">${camera.lastFrame ? clock(camera.lastFrame) : ''}</td>
        <td class="number">${camera.endToEndMs === undefined ? '' : `${camera.endToEndMs.toFixed(0)} ms`}</td>
        ${this.mayChange ? html`<td>${this.actions(camera)}</td>` : nothing}</tr>`)}</tbody></table></div>
      ${items.some((camera) => camera.state === 'waiting') ? html`<p class="quiet">A camera waits for its first picture: “facestream ingest --follow-cameras” reads it, and its log says what is wrong where none comes.</p>` : nothing}`;
  }

  /** @param {any} item */
  actions(item) {
    const {camera, source} = item;
    return html`<div class="row">${item.lastFrame ? html`<button @click=${() => this.draw(item)} aria-label=${`Zones to ignore of ${camera}`}>Zones …</button>` : nothing}
      ${source ? this.ofSource(camera, source) : nothing}</div>`;
  }

  /** @param {string} camera @param {any} source */
  ofSource(camera, source) {
    return html`<button @click=${() => this.edit(camera, false)} aria-label=${`Change ${camera}`}>Change</button>
      <button ?disabled=${this.busy} @click=${() => this.turn(camera, !source.enabled)} aria-label=${`${source.enabled ? 'Stop' : 'Start'} ${camera}`}>${source.enabled ? 'Stop' : 'Start'}</button>
      <button class="danger" @click=${() => this.edit(camera, true)} aria-label=${`Remove ${camera}`}>Remove …</button>`;
  }

  /** @param {any} camera */
  async draw(camera) {
    const place = document.createElement('div');
    /** @type {HTMLElement} */ (this.place.querySelector('#zones')).replaceChildren(place);
    this.zones = new Zones(place, camera, this.leave.bind(this));
    this.show();
    await this.zones.start();
  }

  leave() {
    this.zones?.end();
    this.zones = null;
    /** @type {HTMLElement} */ (this.place.querySelector('#zones')).replaceChildren();
    this.show();
  }

  /** @param {{name: string, source: any, etag: string, removing: boolean}} open */
  editor(open) {
    const title = open.removing ? `Remove ${open.name}` : open.source ? `Change ${open.name}` : 'Add a camera';
    const stale = this.failure instanceof Problem && this.failure.code === 'changed-meanwhile';
    return html`<form class="card" aria-labelledby="camera-title" @submit=${this.submit.bind(this)} @input=${this.check.bind(this)}>
      <h2 id="camera-title" tabindex="-1">${title}</h2>
      ${stale && open.source ? html`<p><button type="button" @click=${() => this.edit(open.name, open.removing)}>Look at it again</button></p>` : nothing}
      ${open.removing ? html`<p>It is not read any more, and its address and password are taken off the topic. Visits and alerts stay.</p>` : fields(open.source)}
      <div class="row"><button class=${open.removing ? 'danger' : 'main'} ?disabled=${this.busy}>${open.removing ? 'Remove' : open.source ? 'Save' : 'Add'}</button>
        <button type="button" @click=${() => this.close('')}>Cancel</button></div></form>`;
  }

  add() {
    this.begin({name: '', source: null, etag: '', removing: false});
  }

  /** @param {string} name @param {boolean} removing */
  async edit(name, removing) {
    this.open = null;
    await this.run(async () => {
      const {value, etag} = await getTagged(pathOf(name));
      this.open = {name, source: value, etag, removing};
    });
    if (this.open) this.begin(this.open);
  }

  /** @param {{name: string, source: any, etag: string, removing: boolean}} open */
  begin(open) {
    this.open = open;
    this.failure = null;
    this.done = '';
    this.show();
    const form = this.place.querySelector('form');
    if (form && !open.removing) askFor(form, open.source);
    /** @type {HTMLElement | null} */ (this.place.querySelector('#camera-title'))?.focus();
  }

  /** @param {Event} event */
  check(event) {
    if (!this.open?.removing) askFor(/** @type {HTMLFormElement} */ (event.currentTarget), this.open?.source);
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const open = this.open;
    if (!open) return;
    const form = /** @type {HTMLFormElement} */ (event.target);
    const name = open.source ? open.name : String(new FormData(form).get('name')).trim();
    await this.run(async () => {
      if (open.removing) await change('DELETE', pathOf(name), open.etag);
      else await change('PUT', pathOf(name), open.etag, read(form, open.source));
    });
    if (!this.failure) await this.close(`${name}: ${open.removing ? 'removed' : open.source ? 'saved' : 'added; it is live with its first picture'}`);
  }

  /** @param {string} name @param {boolean} on */
  async turn(name, on) {
    this.done = '';
    await this.run(async () => {
      const {value, etag} = await getTagged(pathOf(name));
      await change('PUT', pathOf(name), etag, {...kept(value), enabled: on});
    });
    if (!this.failure) await this.close(`${name}: ${on ? 'started' : 'stopped'}`);
  }

  /** @param {string} done */
  async close(done) {
    this.open = null;
    this.done = done;
    await this.run(() => this.load());
    /** @type {HTMLElement | null} */ (this.place.querySelector('h1 + button'))?.focus();
  }
}
