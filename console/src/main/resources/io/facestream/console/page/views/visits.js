// @ts-check
import {html, nothing, repeat} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, loading, problem, tags} from '../parts/states.js';
import {bars} from '../parts/bars.js';
import {EnrolSeen, enrolDialog} from '../parts/enrol.js';
import {clock, day, zone} from '../parts/format.js';
import {get} from '../api.js';

const DAYS = 14;
const MOST_UNKNOWN = 24;

/** Who was there on a day, from when to when, and how many on the days before. */
export class Visits extends View {
  /** @type {any[] | null} */ items = null;
  /** @type {string | undefined} */ next;
  /** @type {any[]} */ unknown = [];
  /** @type {any[]} */ days = [];
  day = day(new Date());
  done = '';

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    // Who may not see all watchlists sees nobody who is on none.
    this.seesUnknown = !session.watchlists;
    this.mayEnrol = session.rights.includes('enrol');
    this.session = session;
  }

  async start() {
    this.enrol = new EnrolSeen(this.place, this.session, (person) => {
      this.done = `${person.name} is enrolled, and is recognised from now on.`;
      this.show();
    });
    await this.load(false);
  }

  query() {
    return `day=${this.day}&zone=${encodeURIComponent(zone())}&unknown=false`;
  }

  /** @param {boolean} more */
  async load(more) {
    const cursor = more && this.next ? `&cursor=${encodeURIComponent(this.next)}` : '';
    await this.run(async () => {
      const [page, unknown, days] = await Promise.all([
        get(`/api/v1/visits?limit=200&${this.query()}${cursor}`),
        this.seesUnknown ? get(`/api/v1/sightings?limit=${MOST_UNKNOWN}&${this.query().replace('unknown=false', 'unknown=true')}`) : {items: []},
        get(`/api/v1/visits/by-day?until=${this.day}&days=${DAYS}&unknown=false&zone=${encodeURIComponent(zone())}`),
      ]);
      this.unknown = unknown.items;
      this.days = days.items;
      this.items = more ? [...(this.items ?? []), ...page.items] : page.items;
      this.next = page.next;
    });
  }

  template() {
    return html`<h1>Visits</h1>
      ${problem(this.failure)}
      <div class="row field">
        <label for="day">Day</label><input id="day" class="day" type="date" .value=${this.day} @change=${this.choose.bind(this)}>
        <a class="button" href=${`/api/v1/attendance.csv?${this.query()}`} download>Attendance as CSV</a>
      </div>
      ${this.done ? html`<p class="note good" role="status">${this.done}</p>` : nothing}
      ${this.days.length ? html`<section class="card field">${bars('People by day', 'Day', this.days.map((one) => ({label: one.day, count: one.people})))}</section>` : nothing}
      ${this.items === null ? loading : this.items.length === 0 ? empty('Nobody from the gallery was seen on this day.') : html`
        <section class="card field">${this.arrivals(this.items)}</section>
        <div class="card scroll" tabindex="0" role="region" aria-label="Visits of the day"><table><thead><tr><th>Person</th><th>First seen</th><th>Last seen</th><th>Cameras</th><th>Times</th></tr></thead><tbody>
        ${this.items.map((visit) => html`<tr><td>${visit.person.name} ${tags(visit.person.watchlists)}</td>
          <td class="number">${clock(visit.firstSeen)}</td><td class="number">${clock(visit.lastSeen)}</td>
          <td>${visit.cameras.join(', ')}</td><td class="number">${visit.sightings}</td></tr>`)}</tbody></table></div>`}
      ${this.next ? html`<p><button @click=${() => this.load(true)} ?disabled=${this.busy}>More</button></p>` : nothing}
      ${this.unknown.length ? html`<section class="stack field"><h2>Unknown visitors</h2>
        <div class="grid">${repeat(this.unknown, (sighting) => sighting.id, (sighting) => this.stranger(sighting))}</div></section>` : nothing}
      ${enrolDialog}`;
  }

  /** @param {any} sighting */
  stranger(sighting) {
    return html`<article class="card visit"><img class="face" src=${sighting.picture} alt="" loading="lazy">
      <div><strong>${sighting.person.name}</strong><div class="quiet">${sighting.camera}, <span class="number">${clock(sighting.firstSeen)}</span></div>
        ${this.mayEnrol ? html`<button class="plain" @click=${() => this.enrol?.open(sighting)} aria-label=${`Enrol ${sighting.person.name}`}>Enrol …</button>` : nothing}</div></article>`;
  }

  /** @param {any[]} visits */
  arrivals(visits) {
    /** @type {Map<number, number>} */
    const hours = new Map();
    for (const visit of visits) {
      const hour = new Date(visit.firstSeen).getHours();
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    const rows = [...hours.keys()].sort((a, b) => a - b).map((hour) => ({label: `${String(hour).padStart(2, '0')}:00`, count: hours.get(hour) ?? 0}));
    return bars('Arrivals by hour', 'Hour', rows);
  }

  /** @param {Event} event */
  choose(event) {
    const chosen = /** @type {HTMLInputElement} */ (event.target).value;
    if (chosen) {
      this.day = chosen;
      this.done = '';
      this.load(false);
    }
  }
}
