// @ts-check
import {html, nothing, repeat} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, problem, tags} from '../parts/states.js';
import {picture} from '../parts/picture.js';
import {EnrolSeen, enrolDialog} from '../parts/enrol.js';
import {reviewState, withReviews} from '../parts/review.js';
import {Story, storyDialog} from '../parts/story.js';
import {clock, percent} from '../parts/format.js';
import {call, follow, get} from '../api.js';

const MOST_VISITS = 40;
const REFRESH = 1000;

/** What the cameras see, and who comes. */
export class Live extends View {
  /** @type {any[]} */ cameras = [];
  /** @type {Map<string, any>} */ visits = new Map();
  /** @type {Map<string, {url: string, faces: any[], ignored: any[]}>} */ frames = new Map();
  /** @type {Map<string, string>} */ said = new Map();
  up = true;
  broker = true;
  sound = localStorage.getItem('sound') === 'on';

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.session = session;
  }

  async start() {
    this.enrol = new EnrolSeen(this.place, this.session, (person) => {
      this.said.set(this.enrol?.seen.id, `Enrolled: ${person.name}`);
      this.show();
    });
    this.story = new Story(this.place, this.session, (visit) => {
      this.visits.set(visit.id, visit);
      this.show();
    });
    await this.run(async () => {
      const [cameras, sightings] = await Promise.all([get('/api/v1/cameras'), get(`/api/v1/sightings?limit=${MOST_VISITS}`)]);
      this.cameras = cameras.items.filter((/** @type {any} */ camera) => camera.lastFrame);
      for (const sighting of sightings.items.reverse()) this.visits.set(sighting.id, sighting);
    });
    this.refresh();
    await follow('/api/v1/feed', this.ended.signal, this.take.bind(this), (up) => {
      this.up = up;
      this.broker = true; // Until the console says otherwise.
      this.show();
    });
  }

  /** @param {string} event @param {any} data */
  take(event, data) {
    if (event === 'broker') {
      this.broker = data.up;
    } else if (event === 'camera') {
      const others = this.cameras.filter((camera) => camera.id !== data.id);
      this.cameras = [...others, data].sort((a, b) => a.camera.localeCompare(b.camera));
    } else if (event === 'sighting') {
      if (!this.visits.has(data.id) && this.sound) beep();
      this.visits.set(data.id, withReviews(data, this.visits.get(data.id)));
      for (const id of [...this.visits.keys()].slice(0, Math.max(0, this.visits.size - MOST_VISITS))) this.visits.delete(id);
    }
    this.show();
  }

  async refresh() {
    while (!this.ended.signal.aborted) {
      await Promise.all(this.cameras.filter((camera) => camera.state !== 'gone').map((camera) => this.refreshOne(camera)));
      this.show();
      await new Promise((go) => setTimeout(go, REFRESH));
    }
    for (const frame of this.frames.values()) URL.revokeObjectURL(frame.url);
  }

  /** @param {any} camera */
  async refreshOne(camera) {
    try {
      const path = `/api/v1/cameras/${camera.id}`;
      const [answer, seen] = await Promise.all([fetch(`${path}/picture`, {signal: this.ended.signal}), get(`${path}/faces`)]);
      if (!answer.ok) return;
      const old = this.frames.get(camera.id);
      this.frames.set(camera.id, {url: URL.createObjectURL(await answer.blob()), faces: seen.faces, ignored: seen.ignored ?? []});
      if (old) setTimeout(() => URL.revokeObjectURL(old.url), REFRESH);
    } catch {
      // The next time; whether there is a connection is said above.
    }
  }

  template() {
    const visits = [...this.visits.values()].reverse();
    return html`<div class="row spread"><h1>Live</h1>
        <label class="inline"><input type="checkbox" .checked=${this.sound} @change=${this.turnSound.bind(this)}> Sound when somebody comes</label></div>
      ${problem(this.failure)}
      ${this.up ? nothing : html`<p class="note bad" role="status">The connection is lost; trying again …</p>`}
      ${this.up && !this.broker ? html`<p class="note bad" role="status">The broker does not answer, so nothing new comes. What the job tells meanwhile is shown when it is back.</p>` : nothing}
      <div class="two">
        <section aria-label="Cameras" class="stack">
          ${this.cameras.length === 0 ? empty('No camera has sent a picture yet.') : html`<div class="grid tiles">${repeat(this.cameras, (camera) => camera.id, (camera) => this.tile(camera))}</div>`}
        </section>
        <section aria-label="Visits" class="stack" aria-live="polite">
          <h2>Who came</h2>
          ${visits.length === 0 ? empty('Nobody so far. A card appears here as soon as somebody from the gallery is seen.') : repeat(visits, (visit) => visit.id, (visit) => this.card(visit))}
        </section>
      </div>
      ${enrolDialog}${storyDialog}`;
  }

  /** @param {any} camera */
  tile(camera) {
    const frame = this.frames.get(camera.id);
    const shape = camera.width ? `--shape:${camera.width}/${camera.height}` : '';
    return html`<article class="card tile" .style=${shape}>
      ${frame ? picture(frame.url, frame.faces, `Newest picture of ${camera.camera}`, frame.ignored) : html`<div class="picture"></div>`}
      <div class="row spread"><strong>${camera.camera}</strong>
        <span class="number ${camera.state === 'live' ? 'good' : 'bad'}">${camera.state === 'live' ? `${camera.framesPerSecond.toFixed(1)}/s` : camera.state}</span></div>
    </article>`;
  }

  /** @param {any} visit */
  card(visit) {
    const said = this.said.get(visit.id);
    return html`<article class="card visit fresh">
      <button class="faced" @click=${() => this.story?.open(visit)} aria-label=${`All about this visit of ${visit.person.name}`}><img class="face" src=${visit.picture} alt="" loading="lazy"></button>
      <div>
        <div class="row spread"><strong>${visit.person.name}</strong>
          <span class=${visit.state === 'open' ? 'good' : 'quiet'}>${visit.state === 'open' ? 'here' : 'gone'}</span></div>
        <div class="quiet number">${visit.camera}, ${clock(visit.firstSeen)} – ${clock(visit.lastSeen)}${visit.similarity === undefined ? '' : `, ${percent(visit.similarity)}`}</div>
        <div>${tags(visit.person.watchlists)} ${reviewState(visit)}</div>
        ${said ? html`<div role="status">${said}</div>` : this.session.rights.includes('enrol') ? this.actions(visit) : nothing}
      </div>
    </article>`;
  }

  /** @param {any} visit */
  actions(visit) {
    const name = visit.person.name;
    if (visit.person.unknown) {
      return html`<button class="plain" @click=${() => this.enrol?.open(visit)} aria-label=${`Enrol ${name}`}>Enrol …</button>`;
    }
    return html`
      ${visit.reviewState === 'waiting' ? html`<button class="plain" @click=${() => this.review(visit, 'confirmed', 'Noted: it is this person')} aria-label=${`${name}: it is this person`}>It is this person</button>` : nothing}
      <button class="plain" @click=${() => this.review(visit, 'wrong', 'Noted: not this person')} aria-label=${`${name}: not this person`}>Not this person</button>`;
  }

  /** @param {any} visit @param {string} outcome @param {string} said */
  async review(visit, outcome, said) {
    try {
      await call('POST', `/api/v1/sightings/${visit.id}/review`, {outcome});
      this.said.set(visit.id, said);
      this.visits.set(visit.id, await get(`/api/v1/sightings/${visit.id}`));
    } catch (failure) {
      this.failure = failure;
    }
    this.show();
  }

  turnSound() {
    this.sound = !this.sound;
    localStorage.setItem('sound', this.sound ? 'on' : 'off');
    if (this.sound) beep();
  }
}

function beep() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.08;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.15);
  tone.onended = () => audio.close();
}
