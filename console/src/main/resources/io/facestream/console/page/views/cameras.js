// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, loading, problem} from '../parts/states.js';
import {clock} from '../parts/format.js';
import {get} from '../api.js';
import {Zones} from './zones.js';

const REFRESH = 2000;

/** How the cameras do, and for who may lay down policies where in their pictures faces are ignored. */
export class Cameras extends View {
  /** @type {any[] | null} */ items = null;
  /** @type {Zones | null} */ zones = null;

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.mayDraw = session.rights.includes('admin') && !session.watchlists;
  }

  async start() {
    while (!this.ended.signal.aborted) {
      try {
        this.items = (await get('/api/v1/cameras')).items;
        this.failure = null;
      } catch (failure) {
        this.failure = failure;
      }
      this.show();
      await new Promise((go) => setTimeout(go, REFRESH));
    }
  }

  end() {
    super.end();
    this.zones?.end();
  }

  template() {
    return html`<h1>Cameras</h1>
      ${problem(this.failure)}
      <div id="zones" ?hidden=${!this.zones}></div>
      ${this.zones ? nothing : this.items === null ? loading : this.items.length === 0 ? empty('No camera has sent a picture since the console started. “facestream ingest --camera NAME=URL” reads one.') : html`
      <div class="card scroll" tabindex="0" role="region" aria-label="Cameras"><table><thead><tr><th>Camera</th><th>State</th><th>Frames/s</th><th>Faces/min</th><th>Picture</th><th>Last</th><th>Delay</th>${this.mayDraw ? html`<th>Zones</th>` : nothing}</tr></thead><tbody>
      ${this.items.map((camera) => html`<tr><td>${camera.camera}</td><td class=${camera.state === 'live' ? 'good' : 'bad'}>${camera.state}</td>
        <td class="number">${camera.framesPerSecond.toFixed(1)}</td><td class="number">${camera.facesPerMinute.toFixed(0)}</td>
        <td class="number">${camera.width}×${camera.height}</td><td class="number">${clock(camera.lastFrame)}</td>
        <td class="number">${camera.endToEndMs === undefined ? '' : `${camera.endToEndMs.toFixed(0)} ms`}</td>
        ${this.mayDraw ? html`<td><button @click=${() => this.draw(camera)} aria-label=${`Zones to ignore of ${camera.camera}`}>Draw …</button></td>` : nothing}</tr>`)}</tbody></table></div>`}`;
  }

  /** @param {any} camera */
  async draw(camera) {
    const place = document.createElement('div');
    /** @type {HTMLElement} */ (this.place.querySelector('#zones')).replaceChildren(place);
    this.zones = new Zones(place, camera, this.close.bind(this));
    this.show();
    await this.zones.start();
  }

  close() {
    this.zones?.end();
    this.zones = null;
    /** @type {HTMLElement} */ (this.place.querySelector('#zones')).replaceChildren();
    this.show();
  }
}
