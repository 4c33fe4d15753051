// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {empty, loading, problem, tags} from '../parts/states.js';
import {clock, day, zone} from '../parts/format.js';
import {get} from '../api.js';

/** Who was there on a day, from when to when. */
export class Visits extends View {
  /** @type {any[] | null} */ items = null;
  /** @type {string | undefined} */ next;
  day = day(new Date());

  async start() {
    await this.load(false);
  }

  query() {
    return `day=${this.day}&zone=${encodeURIComponent(zone())}`;
  }

  /** @param {boolean} more */
  async load(more) {
    const cursor = more && this.next ? `&cursor=${encodeURIComponent(this.next)}` : '';
    await this.run(async () => {
      const page = await get(`/api/v1/visits?limit=200&${this.query()}${cursor}`);
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
      ${this.items === null ? loading : this.items.length === 0 ? empty('Nobody from the gallery was seen on this day.') : html`
        <section class="card field" aria-label="Arrivals by hour"><h2>Arrivals by hour</h2>${this.chart(this.items)}</section>
        <div class="card scroll" tabindex="0" role="region" aria-label="Visits of the day"><table><thead><tr><th>Person</th><th>First seen</th><th>Last seen</th><th>Cameras</th><th>Times</th></tr></thead><tbody>
        ${this.items.map((visit) => html`<tr><td>${visit.person.name} ${tags(visit.person.watchlists)}</td>
          <td class="number">${clock(visit.firstSeen)}</td><td class="number">${clock(visit.lastSeen)}</td>
          <td>${visit.cameras.join(', ')}</td><td class="number">${visit.sightings}</td></tr>`)}</tbody></table></div>`}
      ${this.next ? html`<p><button @click=${() => this.load(true)} ?disabled=${this.busy}>More</button></p>` : nothing}`;
  }

  /** @param {any[]} visits */
  chart(visits) {
    const hours = new Map();
    for (const visit of visits) {
      const hour = new Date(visit.firstSeen).getHours();
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    const most = Math.max(...hours.values());
    return html`<div class="bars" role="list">${[...hours.keys()].sort((a, b) => a - b).map((hour) => html`
      <div role="listitem"><span class="number">${String(hour).padStart(2, '0')}:00</span>
        <span class="bar" aria-hidden="true" .style=${`width:${(100 * hours.get(hour)) / most}%`}></span>
        <span class="number">${hours.get(hour)}</span></div>`)}</div>`;
  }

  /** @param {Event} event */
  choose(event) {
    const chosen = /** @type {HTMLInputElement} */ (event.target).value;
    if (chosen) {
      this.day = chosen;
      this.load(false);
    }
  }
}
