// @ts-check
import {html} from '../parts/html.js';
import {View} from '../parts/view.js';
import {problem} from '../parts/states.js';
import {call} from '../api.js';

/** The first password, by the link that the console printed. */
export class Setup extends View {
  /** @param {HTMLElement} place @param {(session: any) => void} done */
  constructor(place, done) {
    super(place);
    this.done = done;
    this.token = location.hash.slice(1);
    // Out of the address line: whoever looks over a shoulder, or into the history, does not get it.
    history.replaceState(null, '', '/setup');
  }

  template() {
    return html`<div class="narrow card">
      <h1>Set the password</h1>
      <p class="quiet">For the user <strong>admin</strong>, once. It has at least twelve characters; several words are best.</p>
      ${problem(this.failure)}
      <form @submit=${this.submit.bind(this)}>
        <input type="text" name="username" value="admin" autocomplete="username" hidden>
        <div class="field"><label for="password">Password</label>
          <input id="password" type="password" minlength="12" maxlength="500" required autocomplete="new-password"></div>
        <button class="main" ?disabled=${this.busy}>Set it and log in</button>
      </form>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async submit(event) {
    event.preventDefault();
    const password = /** @type {HTMLInputElement} */ (document.getElementById('password')).value;
    await this.run(async () => this.done(await call('POST', '/api/v1/setup', {token: this.token, password})));
  }
}
