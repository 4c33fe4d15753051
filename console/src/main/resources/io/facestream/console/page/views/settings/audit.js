// @ts-check
import {html} from '../../parts/html.js';
import {View} from '../../parts/view.js';
import {loading, problem} from '../../parts/states.js';
import {moment} from '../../parts/format.js';
import {get} from '../../api.js';

/** What was done, newest first; for those who may see all watchlists. */
export class Audit extends View {
  /** @type {any[] | null} */ entries = null;

  async start() {
    await this.run(async () => {
      this.entries = (await get('/api/v1/audit?limit=50')).items;
    });
  }

  template() {
    return html`${problem(this.failure)}
      <section class="card" aria-labelledby="audit-title"><h2 id="audit-title">What was done</h2>
        ${this.entries === null ? (this.failure ? '' : loading) : html`<div class="scroll" tabindex="0" role="region" aria-label="Audit log"><table><thead><tr><th>When</th><th>Who</th><th>What</th><th>To what</th></tr></thead><tbody>
          ${this.entries.map((entry) => html`<tr><td class="number">${moment(entry.at)}</td><td>${entry.actor}</td><td>${entry.action}</td><td><code>${entry.subject}</code></td></tr>`)}</tbody></table></div>`}
      </section>`;
  }
}
