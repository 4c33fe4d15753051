// @ts-check
import {html, nothing, repeat} from '../../parts/html.js';
import {View} from '../../parts/view.js';
import {empty, loading, problem} from '../../parts/states.js';
import {moment} from '../../parts/format.js';
import {fields, read} from '../../parts/policyform.js';
import {POLICIES, lookUp, pathOf} from '../../parts/policypath.js';
import {forWhom, says} from '../../parts/policywords.js';
import {rehearsal} from '../../parts/rehearsal.js';
import {Problem, call, change, get} from '../../api.js';

const KINDS = {watchlist: 'A watchlist', camera: 'A camera', person: 'A person', default: 'Everybody, everywhere'};
const TIMES = {'1h': 'the last hour', '24h': 'the last day', '7d': 'the last week'};

/** What is no field of the form, and stays. @param {any} policy */
const drawn = (policy) => (policy.ignore ? {ignore: policy.ignore} : {});

/** What is laid down for whom; changed only after a look at what that would have meant. */
export class Policies extends View {
  /** @type {any[] | null} */ items = null;
  /** @type {Map<string, any>} */ meaning = new Map();
  /** @type {{key: string, policy: any, etag: string, removing: boolean} | null} */ open = null;
  /** @type {any} */ told = null;
  /** What was rehearsed last, as text. */ rehearsed = '';
  done = '';

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    /** Somebody who may not see all has the policies of his watchlists. @type {string[] | undefined} */
    this.watchlists = session.watchlists;
  }

  async start() {
    await this.run(async () => {
      // Shown at once, lest rows move while somebody reaches for one.
      const [laidDown, told] = await Promise.allSettled([get(POLICIES), get('/api/v1/evaluate')]);
      if (laidDown.status === 'rejected') throw laidDown.reason;
      this.items = laidDown.value.items;
      if (told.status === 'rejected') throw told.reason;
      this.meaning = new Map(told.value.items.map((/** @type {any} */ item) => [item.key, item]));
    });
  }

  template() {
    return html`${problem(this.failure)}
      ${this.done ? html`<p class="note good field" role="status">${this.done}</p>` : nothing}
      ${this.open ? this.editor(this.open) : html`
      <section class="card" aria-labelledby="policies-title"><h2 id="policies-title">Policies</h2>
        <p class="quiet">What has to be reached, and what then happens. The person's policy decides, else the strictest of the watchlists', else the camera's, else the default, else the job's options; each field by itself.</p>
        ${this.add()}
        ${this.items === null ? (this.failure ? nothing : loading) : this.items.length === 0 && this.meaning.size === 0 ? empty('No policy is laid down; the job\'s options hold for everybody.') : this.table(this.items)}
      </section>`}`;
  }

  add() {
    const kinds = Object.entries(KINDS).filter(([kind]) => !this.watchlists || kind === 'watchlist');
    return html`<form class="field" @submit=${this.begin.bind(this)}><div class="row">
      <label for="policy-kind">For</label><select id="policy-kind" name="kind" class="day">${kinds.map(([kind, title]) => html`<option value=${kind}>${title}</option>`)}</select>
      <label for="policy-name">Name or id</label><input id="policy-name" name="name" autocomplete="off" list="policy-names">
      <datalist id="policy-names">${(this.watchlists ?? []).map((list) => html`<option value=${list}></option>`)}</datalist>
      <button>Lay down …</button></div></form>`;
  }

  /** @param {any[]} items */
  table(items) {
    const keys = [...new Set([...this.meaning.keys(), ...items.map((item) => item.key)])];
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Policies"><table>
      <thead><tr><th>For</th><th>Says</th><th>Similarity</th><th>Templates</th><th>False alerts a day</th><th>Since</th><th></th></tr></thead><tbody>
      ${repeat(keys, (key) => key, (key) => this.row(key, items.find((item) => item.key === key), this.meaning.get(key)))}</tbody></table></div>
      ${[...this.meaning.values()].some((item) => item.beyondCurve) ? html`<p class="quiet">* Beyond what was measured: a guess.</p>` : nothing}`;
  }

  /** @param {string} key @param {any} item @param {any} meaning */
  row(key, item, meaning) {
    return html`<tr><td>${forWhom(key)}</td>
      <td>${item ? says(item.policy).map((word) => html`<div>${word}</div>`) : html`<span class="quiet">as the job's options say</span>`}</td>
      <td class="number">${meaning ? html`${meaning.threshold.toFixed(3)}${meaning.origin === key ? '' : html`<div class="quiet">of ${meaning.origin}</div>`}` : ''}</td>
      <td class="number">${meaning ? meaning.templates : ''}</td>
      <td class="number">${meaning?.falseAlertsADay === undefined ? html`<span class="quiet">not known</span>` : `${meaning.falseAlertsADay.toFixed(1)}${meaning.beyondCurve ? ' *' : ''}`}</td>
      <td class="number">${item ? moment(item.since) : ''}</td>
      <td><div class="row"><button @click=${() => this.edit(key, false)} aria-label=${`Change ${forWhom(key)}`}>Change</button>
        ${item ? html`<button class="danger" @click=${() => this.edit(key, true)} aria-label=${`Remove ${forWhom(key)}`}>Remove …</button>` : nothing}</div></td></tr>`;
  }

  /** @param {{key: string, policy: any, etag: string, removing: boolean}} open */
  editor(open) {
    const kind = open.key.split('/')[0];
    const stale = this.failure instanceof Problem && this.failure.code === 'changed-meanwhile';
    return html`<div class="stack"><form class="card" aria-labelledby="editor-title" @submit=${this.submit.bind(this)}>
      <div class="row spread"><h2 id="editor-title" tabindex="-1">${open.removing ? 'Remove: ' : ''}${forWhom(open.key)}</h2>
        <button type="button" class="plain" @click=${() => this.close('')}>Back</button></div>
      ${stale ? html`<p><button type="button" @click=${() => this.edit(open.key, open.removing)}>Look at it again</button></p>` : nothing}
      ${open.removing ? html`<p>What is less specific holds again. It says: ${says(open.policy).join('; ')}.</p>` : fields(kind, open.policy)}
      <div class="row"><label for="since">Rehearse on</label>
        <select id="since" class="day">${Object.entries(TIMES).map(([time, title]) => html`<option value=${time} ?selected=${time === '24h'}>${title}</option>`)}</select>
        <button class=${this.told ? '' : 'main'} value="rehearse" ?disabled=${this.busy}>Rehearse</button>
        <button class=${open.removing ? 'danger' : this.told ? 'main' : ''} value="save" ?disabled=${this.busy}>${open.removing ? 'Remove' : 'Save'}${this.told ? '' : ' without rehearsal'}</button></div>
    </form>
    ${this.told ? rehearsal(this.told) : nothing}</div>`;
  }

  /** @param {SubmitEvent} event */
  async begin(event) {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const kind = String(data.get('kind'));
    await this.edit(kind === 'default' ? kind : `${kind}/${String(data.get('name')).trim()}`, false);
  }

  /** @param {string} key @param {boolean} removing */
  async edit(key, removing) {
    this.open = null;
    this.told = null;
    this.done = '';
    await this.run(async () => {
      const {items, policy, etag} = await lookUp(key);
      this.items = items;
      if (etag || !removing) this.open = {key, policy, etag, removing};
    });
    if (this.open) /** @type {HTMLElement | null} */ (this.place.querySelector('#editor-title'))?.focus();
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const open = this.open;
    if (!open) return;
    const policy = open.removing ? null : {...read(/** @type {HTMLFormElement} */ (event.target)), ...drawn(open.policy)};
    const text = JSON.stringify(policy);
    const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (button?.value === 'save' && (!this.told || this.rehearsed === text)) {
      await this.save(open, policy);
    } else {
      // Also before a save of other values than were rehearsed.
      await this.rehearse(open.key, policy, text);
    }
  }

  /** @param {string} key @param {any} policy @param {string} text */
  async rehearse(key, policy, text) {
    this.told = null;
    await this.run(async () => {
      const since = /** @type {HTMLSelectElement} */ (document.getElementById('since')).value;
      this.told = await call('POST', `${POLICIES}/rehearse`, {changes: {[key]: policy}, since});
      this.rehearsed = text;
    });
  }

  /** @param {{key: string, etag: string, removing: boolean}} open @param {any} policy */
  async save(open, policy) {
    await this.run(async () => {
      if (open.removing) await change('DELETE', pathOf(open.key), open.etag);
      else await change('PUT', pathOf(open.key), open.etag, policy);
    });
    if (!this.failure) await this.close(`${forWhom(open.key)}: ${open.removing ? 'removed' : 'saved'}`);
  }

  /** @param {string} done */
  async close(done) {
    this.open = null;
    this.told = null;
    this.failure = null;
    this.done = done;
    await this.start();
  }
}
