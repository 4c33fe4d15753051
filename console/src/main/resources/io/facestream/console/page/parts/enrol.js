// @ts-check
import {html, nothing} from './html.js';
import {View} from './view.js';
import {problem} from './states.js';
import {moment} from './format.js';
import {newPerson, personFields} from './personform.js';
import {call} from '../api.js';

/** Enrols somebody whom a camera saw, in a dialog of the page that shows him. */
export class EnrolSeen extends View {
  /** @type {any} */ seen = null;
  anyway = '';

  /**
   * @param {HTMLElement} page that has {@link enrolDialog} @param {any} session
   * @param {(person: any) => void} enrolled
   */
  constructor(page, session, enrolled) {
    super(page);
    this.dialog = /** @type {HTMLDialogElement} */ (page.querySelector('.enrol'));
    this.session = session;
    this.enrolled = enrolled;
  }

  /** @param {any} sighting */
  open(sighting) {
    this.seen = sighting;
    this.failure = null;
    this.anyway = '';
    // A form of its own for each, with nothing in it of the one before.
    this.place = document.createElement('div');
    this.dialog.replaceChildren(this.place);
    this.show();
    this.dialog.showModal();
  }

  template() {
    return html`<div class="stack">
      <div class="row spread"><h2 id="enrol-title">Enrol ${this.seen.person.name}</h2>
        <button class="plain" type="button" @click=${() => this.dialog.close()}>Close</button></div>
      <div class="visit"><img class="face" src=${this.seen.picture} alt="The face to enrol">
        <div class="quiet">Seen at ${this.seen.camera}, ${moment(this.seen.firstSeen)}</div></div>
      ${problem(this.failure)}
      <form @submit=${this.enrol.bind(this)}>
        ${personFields(this.session)}
        <div class="row"><button class="main" ?disabled=${this.busy}>Enrol</button>
          ${this.anyway ? html`<button type="submit" value="anyway" ?disabled=${this.busy}>${this.anyway}</button>` : nothing}</div>
      </form></div>`;
  }

  /** @param {SubmitEvent} event */
  async enrol(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const anyway = /** @type {HTMLButtonElement | null} */ (event.submitter)?.value === 'anyway';
    const wanted = {...newPerson(form), from: `sighting:${this.seen.id}`, anyway};
    await this.run(async () => {
      const person = await call('POST', '/api/v1/people', wanted);
      this.dialog.close();
      this.enrolled(person);
    });
    const failure = /** @type {any} */ (this.failure);
    // Where it is the id that is taken, no person comes with it.
    this.anyway = failure?.code === 'poor-quality' ? 'Enrol this face all the same'
      : failure?.code === 'already-enrolled' && failure.body.person ? 'It is somebody else: enrol anyway' : '';
    this.show();
  }
}

/** Where the dialog goes in a page. */
export const enrolDialog = html`<dialog class="enrol" aria-labelledby="enrol-title"></dialog>`;
