// @ts-check
import {html, nothing, repeat} from '../../parts/html.js';
import {View} from '../../parts/view.js';
import {loading, problem} from '../../parts/states.js';
import {moment} from '../../parts/format.js';
import {call, get} from '../../api.js';

const RIGHTS = ['recognise', 'enrol', 'read', 'admin'];

/** API keys: who has which, a new one, the end of one. */
export class Keys extends View {
  /** @type {any[] | null} */ keys = null;
  secret = '';

  async start() {
    await this.run(async () => {
      this.keys = (await get('/api/v1/keys')).items;
    });
  }

  template() {
    return html`${problem(this.failure)}
      <section class="card" aria-labelledby="keys-title"><h2 id="keys-title">API keys</h2>
        <p class="quiet">For programs: <a href="/api/v1/docs">what they can ask</a>.</p>
        ${this.secret ? html`<div class="note good field" role="status"><p>The secret of the new key. It is shown only now.</p><code>${this.secret}</code></div>` : nothing}
        <form @submit=${this.make.bind(this)}>
          <div class="field"><label for="key-name">What it is for</label><input id="key-name" required maxlength="100" autocomplete="off"></div>
          <fieldset class="field"><legend>What it may do</legend><div class="row">${RIGHTS.map((right) => html`
            <label class="inline"><input type="checkbox" name="right" value=${right} ?checked=${right === 'recognise'}> ${right}</label>`)}</div></fieldset>
          <div class="field"><label for="key-lists">Watchlists it may search and see</label><input id="key-lists" placeholder="all" autocomplete="off"></div>
          <div class="field"><label for="key-origins">Web pages that may use it</label><input id="key-origins" placeholder="none" autocomplete="off" aria-describedby="key-origins-help">
            <span id="key-origins-help" class="quiet">Their origins, such as https://shop.example, with commas between. Give such a key a scope: whoever sees the page can read it</span></div>
          <button class="main" ?disabled=${this.busy}>Make a key</button>
        </form>
        ${this.keys === null ? loading : this.keys.length === 0 ? html`<p class="quiet">No keys yet.</p>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label="API keys"><table><thead><tr><th>Key</th><th>Rights</th><th>Watchlists</th><th>Made</th><th>Used</th><th></th></tr></thead><tbody>
          ${repeat(this.keys, (key) => key.id, (key) => html`<tr><td>${key.name}<br><code>${key.id}</code></td><td>${key.rights.join(', ')}</td><td>${key.watchlists?.join(', ') ?? 'all'}${key.origins.map((/** @type {string} */ origin) => html`<br><span class="quiet">${origin}</span>`)}</td>
            <td class="number">${moment(key.created)}</td><td class="number">${key.used ? moment(key.used) : 'never'}</td>
            <td>${key.revoked ? html`<span class="quiet">revoked</span>` : html`<button class="danger" @click=${() => this.revoke(key)} aria-label=${`Revoke ${key.name}`}>Revoke</button>`}</td></tr>`)}</tbody></table></div>`}
      </section>`;
  }

  /** @param {SubmitEvent} event */
  async make(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const value = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value;
    const listed = (/** @type {string} */ id) => value(id).split(',').map((one) => one.trim()).filter(Boolean);
    const lists = listed('key-lists');
    const wanted = {
      name: value('key-name'),
      rights: new FormData(form).getAll('right'),
      origins: listed('key-origins'),
      ...(lists.length ? {watchlists: lists} : {}),
    };
    await this.run(async () => {
      this.secret = (await call('POST', '/api/v1/keys', wanted)).secret;
      form.reset();
    });
    if (!this.failure) await this.start();
  }

  /** @param {any} key */
  async revoke(key) {
    await this.run(() => call('DELETE', `/api/v1/keys/${key.id}`));
    await this.start();
  }
}
