// @ts-check
import {html, nothing, repeat} from './html.js';
import {View} from './view.js';
import {problem} from './states.js';
import {moment} from './format.js';
import {call, get} from '../api.js';

/** Who was merged into somebody, and can be split off again. */
export class MergedIn extends View {
  /** @type {any[]} */ items = [];

  /** @param {View} owner that shows it @param {string} path of the person @param {() => Promise<void>} undone */
  constructor(owner, path, undone) {
    super(owner.place);
    this.owner = owner;
    this.path = path;
    this.undone = undone;
  }

  show() {
    this.owner.show();
  }

  async start() {
    await this.run(async () => {
      this.items = (await get(`${this.path}/merges`)).items;
    });
  }

  template() {
    if (this.items.length === 0 && !this.failure) return nothing;
    return html`<section class="stack" aria-labelledby="merged-in"><h3 id="merged-in">Merged into this person</h3>
      ${problem(this.failure)}
      <ul class="plain-list">${repeat(this.items, (merge) => merge.mergeId, (merge) => html`<li class="row spread">
        <span>${merge.name} <code>${merge.from}</code><br><span class="quiet">${moment(merge.at)}, ${merge.photos} ${merge.photos === 1 ? 'photo' : 'photos'}; can be undone until ${moment(merge.undoUntil)}</span></span>
        <button @click=${() => this.undo(merge)} ?disabled=${this.busy} aria-label=${`Undo the merge of ${merge.name}`}>Undo</button></li>`)}</ul></section>`;
  }

  /** @param {any} merge */
  async undo(merge) {
    await this.run(async () => {
      await call('POST', `/api/v1/merges/${merge.mergeId}/undo`);
      this.items = (await get(`${this.path}/merges`)).items;
      await this.undone();
    });
  }
}
