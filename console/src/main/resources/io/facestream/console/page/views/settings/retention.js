// @ts-check
import {html, nothing} from '../../parts/html.js';
import {View} from '../../parts/view.js';
import {loading, problem} from '../../parts/states.js';
import {moment} from '../../parts/format.js';
import {change, getTagged} from '../../api.js';

/** @type {[string, string, string][]} */
const RULES = [
  ['matchedEvents', 'Visits and alerts of people of the gallery', 'with what was found of them, and what webhooks were told'],
  ['unmatchedEvents', 'Visits of people who are not in the gallery', ''],
  ['matchedPictures', 'Pictures of the former', 'how long they are shown'],
  ['unmatchedPictures', 'Pictures of the latter', 'how long they are shown'],
  ['audit', 'Audit log', 'and receipts of erasures'],
];

/** For how long what is kept. */
export class Retention extends View {
  /** @type {any} */ retention = null;
  etag = '';
  saved = false;

  async start() {
    await this.run(async () => {
      const {value, etag} = await getTagged('/api/v1/retention');
      this.retention = value;
      this.etag = etag;
    });
  }

  template() {
    return html`${problem(this.failure)}
      <div class="stack">
        <section class="card" aria-labelledby="retention-title"><h2 id="retention-title">What is kept for how long</h2>
          ${this.retention === null ? (this.failure ? nothing : loading) : html`
          <p class="quiet" id="retention-help">Such as 12h, 90d, 8w or 3y; empty for without end. What is older is deleted for good, each hour. ${this.retention.lastRun ? `Last time: ${moment(this.retention.lastRun)}.` : ''}</p>
          <form @submit=${this.save.bind(this)}>
            ${RULES.map(([name, words, more]) => html`<div class="field"><label for=${name}>${words}</label>
              <input id=${name} name=${name} .value=${this.retention[name] ?? ''} placeholder="without end" maxlength="40" autocomplete="off" aria-describedby="retention-help" class="short">
              ${more ? html`<span class="quiet">${more}</span>` : nothing}</div>`)}
            <div class="row"><button class="main" ?disabled=${this.busy}>Save</button>
              <span class="good" role="status">${this.saved ? 'Saved' : ''}</span></div>
          </form>`}
        </section>
        ${this.retention?.topics.length ? this.topics(this.retention.topics) : nothing}
      </div>`;
  }

  /** @param {any[]} topics */
  topics(topics) {
    return html`<section class="card" aria-labelledby="topics-title"><h2 id="topics-title">What lies on Kafka</h2>
      <p class="quiet">There each topic has a retention of its own, which is set on the broker.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Topics"><table><thead><tr><th>Topic</th><th>Keeps</th><th></th></tr></thead><tbody>
        ${topics.map((topic) => html`<tr><td><code>${topic.topic}</code></td><td>${topic.keeps ? age(topic.keeps) : topic.known ? 'without end' : 'not known'}</td>
          <td class=${topic.note ? 'warn' : ''}>${topic.note ?? ''}</td></tr>`)}</tbody></table></div></section>`;
  }

  /** @param {SubmitEvent} event */
  async save(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const rules = Object.fromEntries(RULES.map(([name]) => [name, String(fields.get(name)).trim() || null]));
    this.saved = false;
    await this.run(async () => {
      const {value, etag} = await change('PUT', '/api/v1/retention', this.etag, rules);
      this.retention = value;
      this.etag = etag;
      this.saved = true;
    });
    const failure = /** @type {any} */ (this.failure);
    if (failure?.code === 'changed-meanwhile') {
      // What is there now, with the word that it is another's.
      await this.start();
      this.failure = failure;
      this.show();
    }
  }
}

/** @param {string} text hours, minutes and seconds, as the API has them */
function age(text) {
  const hours = Number(/^PT(\d+)H/.exec(text)?.[1] ?? 0);
  return hours >= 48 && hours % 24 === 0 ? `${hours / 24} days` : hours ? `${hours} h` : text;
}
