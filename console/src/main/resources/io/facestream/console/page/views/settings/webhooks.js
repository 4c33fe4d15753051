// @ts-check
import {html, nothing, repeat} from '../../parts/html.js';
import {View} from '../../parts/view.js';
import {loading, problem} from '../../parts/states.js';
import {moment} from '../../parts/format.js';
import {call, get} from '../../api.js';

/** @type {[string, string][]} */
const EVENTS = [['alert', 'alerts'], ['sighting', 'visits, as they begin and end'], ['erasure', 'people who were erased']];

/** @type {Record<string, string>} */
const LOOK = {waiting: 'warn', delivered: 'good', dead: 'bad'};

/** Webhooks: who is told of what, and how that went. */
export class Webhooks extends View {
  /** @type {any[] | null} */ webhooks = null;
  /** @type {any} */ open = null;
  /** @type {any[]} */ deliveries = [];
  secret = '';

  async start() {
    await this.run(() => this.load());
  }

  async load() {
    this.webhooks = (await get('/api/v1/webhooks')).items;
    this.open = this.webhooks?.find((webhook) => webhook.id === this.open?.id) ?? null;
    this.deliveries = this.open ? (await get(`/api/v1/webhooks/${this.open.id}/deliveries?limit=50`)).items : [];
  }

  template() {
    return html`${problem(this.failure)}
      <div class="stack">
        <section class="card" aria-labelledby="webhooks-title"><h2 id="webhooks-title">Webhooks</h2>
          ${this.secret ? html`<div class="note good field" role="status"><p>The secret by which the receiver checks signatures. It is shown only now.</p><code>${this.secret}</code></div>` : nothing}
          <form @submit=${this.make.bind(this)}>
            <div class="field"><label for="webhook-url">Address to send to</label><input id="webhook-url" type="url" required maxlength="2000" placeholder="https://" autocomplete="off"></div>
            <fieldset class="field"><legend>What it is told of</legend><div class="row">${EVENTS.map(([event, words]) => html`
              <label class="inline"><input type="checkbox" name="event" value=${event} ?checked=${event === 'alert'}> ${words}</label>`)}</div></fieldset>
            <div class="field"><label for="webhook-lists">Of people on these watchlists</label><input id="webhook-lists" placeholder="all that you may see" autocomplete="off"></div>
            <button class="main" ?disabled=${this.busy}>Make a webhook</button>
          </form>
          ${this.webhooks === null ? (this.failure ? nothing : loading) : this.webhooks.length === 0 ? html`<p class="quiet">No webhooks yet.</p>` : this.list(this.webhooks)}
        </section>
        ${this.open ? this.told(this.open) : nothing}
      </div>`;
  }

  /** @param {any[]} webhooks */
  list(webhooks) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Webhooks"><table><thead><tr><th>Address</th><th>Told of</th><th>Watchlists</th><th>Waiting</th><th>Dead</th><th></th></tr></thead><tbody>
      ${repeat(webhooks, (webhook) => webhook.id, (webhook) => html`<tr><td><code>${webhook.url}</code><br><span class="quiet">${webhook.ended ? `ended ${moment(webhook.ended)}` : `since ${moment(webhook.created)}`}</span></td>
        <td>${webhook.events.join(', ')}</td><td>${webhook.watchlists?.join(', ') ?? 'all'}</td>
        <td class="number">${webhook.waiting}</td><td class="number">${webhook.dead}</td>
        <td><div class="row"><button @click=${() => this.showDeliveries(webhook)} aria-label=${`Deliveries to ${webhook.url}`} aria-expanded=${webhook.id === this.open?.id}>Deliveries</button>
          <button class="danger" @click=${() => this.remove(webhook)} aria-label=${`Remove ${webhook.url}`}>Remove</button></div></td></tr>`)}</tbody></table></div>`;
  }

  /** @param {any} webhook */
  told(webhook) {
    return html`<section class="card" aria-labelledby="deliveries-title"><div class="row spread"><h2 id="deliveries-title">Deliveries</h2>
        <div class="row"><button ?disabled=${this.busy || webhook.ended} @click=${() => this.test(webhook)}>Send a test</button>
          <button ?disabled=${this.busy} @click=${() => this.start()}>Look again</button></div></div>
      <p class="quiet"><code>${webhook.url}</code></p>
      ${this.deliveries.length === 0 ? html`<p class="quiet">Nothing was told yet.</p>` : html`
      <div class="scroll" tabindex="0" role="region" aria-label="Deliveries"><table><thead><tr><th>What</th><th>When</th><th>State</th><th>Attempts</th><th></th></tr></thead><tbody>
        ${repeat(this.deliveries, (delivery) => delivery.id, (delivery) => html`<tr><td>${delivery.event}<br><code class="quiet">${delivery.id}</code></td><td class="number">${moment(delivery.at)}</td>
          <td><span class=${LOOK[delivery.state]}>${delivery.state}</span><br><span class="quiet">${delivery.failure ?? delivery.status ?? ''}${delivery.nextAt && delivery.attempts ? `; next ${moment(delivery.nextAt)}` : ''}</span></td>
          <td class="number">${delivery.attempts}</td>
          <td>${webhook.ended ? nothing : html`<button @click=${() => this.again(webhook, delivery)} aria-label=${`Send ${delivery.id} again`}>Send again</button>`}</td></tr>`)}</tbody></table></div>`}
    </section>`;
  }

  /** @param {SubmitEvent} event */
  async make(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const lists = /** @type {HTMLInputElement} */ (document.getElementById('webhook-lists')).value.split(',').map((list) => list.trim()).filter(Boolean);
    const wanted = {
      url: /** @type {HTMLInputElement} */ (document.getElementById('webhook-url')).value,
      events: new FormData(form).getAll('event'),
      ...(lists.length ? {watchlists: lists} : {}),
    };
    await this.run(async () => {
      this.secret = (await call('POST', '/api/v1/webhooks', wanted)).secret;
      form.reset();
      await this.load();
    });
  }

  /** @param {any} webhook */
  async showDeliveries(webhook) {
    this.open = this.open?.id === webhook.id ? null : webhook;
    await this.start();
  }

  /** @param {any} webhook */
  async remove(webhook) {
    await this.run(async () => {
      await call('DELETE', `/api/v1/webhooks/${webhook.id}`);
      await this.load();
    });
  }

  /** @param {any} webhook */
  async test(webhook) {
    await this.run(async () => {
      await call('POST', `/api/v1/webhooks/${webhook.id}/test`);
      await this.load();
    });
  }

  /** @param {any} webhook @param {any} delivery */
  async again(webhook, delivery) {
    await this.run(async () => {
      await call('POST', `/api/v1/webhooks/${webhook.id}/deliveries/${encodeURIComponent(delivery.id)}/retry`);
      await this.load();
    });
  }
}
