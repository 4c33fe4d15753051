// @ts-check
import {html} from '../parts/html.js';
import {View} from '../parts/view.js';
import {problem} from '../parts/states.js';
import {call} from '../api.js';

export class Login extends View {
  /** @param {HTMLElement} place @param {(session: any) => void} done */
  constructor(place, done) {
    super(place);
    this.done = done;
    /** The token of a link that logs in once, such as a demo prints. */
    this.link = location.pathname === '/login' ? location.hash.slice(1) : '';
    // Out of the address line: whoever looks over a shoulder, or into the history, does not get it.
    if (this.link) history.replaceState(null, '', '/login');
  }

  async start() {
    if (this.link) await this.run(async () => this.done(await call('POST', '/api/v1/session/link', {token: this.link})));
  }

  template() {
    return html`<div class="narrow card">
      <h1>Facestream</h1>
      ${problem(this.failure)}
      <form @submit=${this.submit.bind(this)}>
        <div class="field"><label for="name">Name</label><input id="name" required autocomplete="username" value="admin"></div>
        <div class="field"><label for="password">Password</label><input id="password" type="password" required autocomplete="current-password"></div>
        <button class="main" ?disabled=${this.busy}>Log in</button>
      </form>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const value = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value;
    await this.run(async () => this.done(await call('POST', '/api/v1/session', {name: value('name'), password: value('password')})));
  }
}
