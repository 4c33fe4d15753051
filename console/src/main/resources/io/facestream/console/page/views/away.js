// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {problem} from '../parts/states.js';
import {Problem, get} from '../api.js';

const PAUSE = 2000;

/** While the console cannot say who is logged in: nobody has to log in again for that. */
export class Away extends View {
  /** @param {HTMLElement} place @param {(session: any) => void} done told null where nobody is logged in */
  constructor(place, done) {
    super(place);
    this.done = done;
  }

  async start() {
    while (!this.ended.signal.aborted) {
      try {
        return this.done(await get('/api/v1/session'));
      } catch (failure) {
        if (failure instanceof Problem && failure.status === 401) return this.done(null);
        this.failure = failure;
      }
      this.show();
      await new Promise((go) => setTimeout(go, PAUSE));
    }
  }

  template() {
    return html`<div class="narrow card">
      <h1>Facestream</h1>
      ${problem(this.failure)}
      ${this.failure ? html`<p class="quiet" role="status">Trying again …</p>` : nothing}
    </div>`;
  }
}
