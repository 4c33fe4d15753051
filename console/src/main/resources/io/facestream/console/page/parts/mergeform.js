// @ts-check
import {html, nothing} from './html.js';
import {View} from './view.js';
import {problem, tags} from './states.js';
import {call, get} from '../api.js';

const MOST = 8;

/** Finds who somebody is besides, and makes one of the two. */
export class MergeForm extends View {
  /** @type {any[] | null} */ found = null;
  open = false;

  /** @param {View} owner that shows it @param {any} person @param {(merge: any) => void} merged */
  constructor(owner, person, merged) {
    super(owner.place);
    this.owner = owner;
    this.person = person;
    this.merged = merged;
  }

  show() {
    this.owner.show();
  }

  begin() {
    this.open = true;
    this.show();
  }

  template() {
    if (!this.open) return nothing;
    return html`<section class="card stack" aria-label="Merge">
      <p>All photos of ${this.person.name} go to the other, whose name, watchlists and details stay. It can be undone for seven days.</p>
      ${problem(this.failure)}
      <form class="field" @submit=${this.find.bind(this)}><label for="other">Is the same as (name or id)</label>
        <div class="row"><input id="other" type="search" required autocomplete="off"><button ?disabled=${this.busy}>Find others</button></div></form>
      ${this.found === null ? nothing : this.found.length === 0 ? html`<p class="quiet" role="status">Nobody else of that name.</p>` : html`
        <ul class="plain-list">${this.found.map((other) => html`<li class="row"><button @click=${() => this.merge(other)} ?disabled=${this.busy}>Merge into ${other.name}</button>
          <code>${other.personId}</code> ${tags(other.watchlists)}</li>`)}</ul>`}
    </section>`;
  }

  /** @param {SubmitEvent} event */
  async find(event) {
    event.preventDefault();
    const text = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem('other')).value;
    await this.run(async () => {
      const page = await get(`/api/v1/people?limit=${MOST + 1}&q=${encodeURIComponent(text)}`);
      this.found = page.items.filter((/** @type {any} */ other) => other.personId !== this.person.personId).slice(0, MOST);
    });
  }

  /** @param {any} other */
  async merge(other) {
    await this.run(async () => {
      const merge = await call('POST', `/api/v1/people/${encodeURIComponent(this.person.personId)}/merge`, {into: other.personId});
      this.merged({...merge, name: this.person.name, into: other});
    });
  }
}
