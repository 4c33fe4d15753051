// @ts-check
/**
 * The web component `<facestream-capture>`: capture, and the person is recalled, or can be enrolled.
 *
 *     <script type="module" src="https://desk.example/sdk/capture.js"></script>
 *     <facestream-capture api-key="fs_…" watchlists="guests" enrol></facestream-capture>
 *
 * | Attribute | |
 * |---|---|
 * | `api-key` | a key that names the page's origin, with the right `recognise`, and `enrol` for the form |
 * | `console` | where the console serves; else from where this file came |
 * | `watchlists` | the only ones to search and to enrol on, with commas between |
 * | `enrol` | somebody unknown may be enrolled |
 * | `capture-key` | a key of the keyboard that captures, wherever one is on the page: `F2` |
 *
 * | Event (bubbling) | `detail` |
 * |---|---|
 * | `facestream-recognised`, `facestream-unknown` | the Recognition |
 * | `facestream-enrolled` | the Person |
 * | `facestream-problem` | a FacestreamProblem; `no-face` and `rejected` when nobody could be looked for |
 *
 * @module
 */
import {Facestream, FacestreamProblem} from './facestream.js';
import {draw, openCamera, pictureOf} from './capture/camera.js';
import {element, words} from './capture/dom.js';
import {enrolForm, enrolled, notKnown, recalled, trouble} from './capture/answer.js';
import {sheet} from './capture/style.js';

const TEXTS = {
  start: 'Start the camera',
  capture: 'Capture',
  next: 'Next person',
};

export class FacestreamCapture extends HTMLElement {
  /** @type {keyof typeof TEXTS} what the button does next */
  #step = 'start';
  /** @type {AbortController | null} */
  #work = null;
  /** @type {(() => void) | null} */
  #close = null;
  /** @type {Blob | null} kept until it has an answer, so that a lost connection loses nobody */
  #picture = null;

  #seen = element('span', {id: 'seen', class: 'aside'}, words('seen', 'What the camera sees'));
  #taken = element('span', {id: 'taken', class: 'aside'}, words('taken', 'The picture that was taken'));
  #video = element('video', {part: 'video', muted: true, playsinline: true, hidden: true, 'aria-labelledby': 'seen'});
  #canvas = element('canvas', {part: 'picture', hidden: true, role: 'img', 'aria-labelledby': 'taken'});
  #button = element('button', {part: 'button capture', class: 'main', type: 'button', click: () => this.capture()});
  #file = element('input', {type: 'file', id: 'file', class: 'aside', accept: 'image/*', change: () => this.#choose()});
  #problem = element('div', {role: 'alert'});
  #result = element('div', {role: 'status'});

  constructor() {
    super();
    this.#video.muted = true;
    const root = this.attachShadow({mode: 'open'});
    root.adoptedStyleSheets = [sheet];
    root.append(element('div', {class: 'all'},
      element('div', {class: 'stack'},
        element('div', {part: 'stage', class: 'stage'}, this.#video, this.#canvas),
        this.#seen, this.#taken,
        element('div', {part: 'controls', class: 'row'},
          this.#button,
          element('label', {part: 'button file', class: 'file', for: 'file'}, words('file', 'From a file')),
          this.#file)),
      element('div', {class: 'side'}, this.#problem, this.#result)));
    this.#show('start');
  }

  connectedCallback() {
    document.addEventListener('keydown', this.#press);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#press);
    this.forget();
  }

  /** What the button does: starts the camera, or takes the picture that it shows. */
  async capture() {
    if (this.#work) return;
    if (this.#step !== 'capture') return this.#start();
    const picture = await this.#run(() => pictureOf(this.#video));
    if (picture) await this.recognize(picture);
  }

  /**
   * Asks who it is, as after a capture.
   * @param {Blob} picture
   */
  async recognize(picture) {
    this.forget();
    this.#picture = picture;
    this.#show('next');
    await this.#run(async (signal) => {
      await draw(this.#canvas, picture, signal);
      await this.#ask(picture, signal);
    });
  }

  /** Closes the camera, and shows nobody any more. */
  forget() {
    this.#work?.abort();
    this.#work = null;
    this.#close?.();
    this.#close = null;
    this.#picture = null;
    this.#problem.replaceChildren();
    this.#result.replaceChildren();
    this.#show('start');
  }

  async #start() {
    this.forget();
    await this.#run(async (signal) => {
      const close = await openCamera(this.#video);
      // Somebody may have left while the browser asked for permission.
      if (signal.aborted) return close();
      this.#close = close;
      this.#show('capture');
    });
  }

  /** @param {Blob} picture @param {AbortSignal} signal */
  async #ask(picture, signal) {
    this.#result.replaceChildren(element('p', {}, words('looking', 'Looking …')));
    const who = await this.#desk().recognize(picture, {watchlists: this.#watchlists(), signal});
    this.#picture = null;
    if (who.outcome === 'no-face') throw nobody('no-face', 'There is no face in the picture');
    if (who.outcome === 'rejected') throw nobody('rejected', who.reason ?? 'The face is not good enough to compare');
    this.#result.replaceChildren(who.person ? recalled(who, this.#language()) : notKnown(this.#form(who)));
    this.#tell(who.person ? 'facestream-recognised' : 'facestream-unknown', who);
  }

  /** @param {import('./facestream.js').Recognition} who */
  #form({token}) {
    if (!token || !this.hasAttribute('enrol')) return null;
    return enrolForm(({name, note}) => this.#run(async (signal) => {
      /** @type {Record<string, string>} */
      const details = note ? {note} : {};
      const wanted = {name, watchlists: this.#watchlists(), details, face: token};
      const person = await this.#desk().enrol(wanted, {signal});
      this.#result.replaceChildren(enrolled(person.name));
      // The form had it, and is gone.
      if (document.activeElement === document.body) this.#button.focus();
      this.#tell('facestream-enrolled', person);
    }));
  }

  /**
   * Does one thing at a time, and shows how it went wrong.
   * @template T
   * @param {(signal: AbortSignal) => Promise<T>} work
   * @returns {Promise<T | undefined>}
   */
  async #run(work) {
    if (this.#work) return undefined;
    const running = new AbortController();
    this.#work = running;
    this.#problem.replaceChildren();
    this.#show(this.#step);
    try {
      return await work(running.signal);
    } catch (failure) {
      if (!running.signal.aborted) this.#fail(failure);
      return undefined;
    } finally {
      if (this.#work === running) {
        this.#work = null;
        this.#show(this.#step);
      }
    }
  }

  /** @param {unknown} failure */
  #fail(failure) {
    const problem = failure instanceof FacestreamProblem ? failure
      : new FacestreamProblem(0, {title: 'Something went wrong here', code: 'unexpected', cure: String(failure)});
    const kept = problem.passes ? this.#picture : null;
    const again = () => this.#run((signal) => this.#ask(/** @type {Blob} */ (kept), signal));
    if (!this.#result.querySelector('form')) this.#result.replaceChildren();
    this.#problem.replaceChildren(trouble(problem, kept && again));
    this.#tell('facestream-problem', problem);
  }

  /** @param {keyof typeof TEXTS} step */
  #show(step) {
    this.#step = step;
    this.#video.hidden = step !== 'capture';
    this.#canvas.hidden = step !== 'next';
    // Not `disabled`: that would take the focus away, and the keyboard with it.
    this.#button.setAttribute('aria-disabled', String(this.#work !== null));
    this.#button.replaceChildren(words(step, TEXTS[step]));
  }

  /** @param {KeyboardEvent} event */
  #press = (event) => {
    if (event.key === this.getAttribute('capture-key') && !event.repeat) {
      event.preventDefault();
      this.capture();
    }
  };

  #choose() {
    const picture = this.#file.files?.[0];
    this.#file.value = '';
    if (picture) this.recognize(picture);
  }

  #desk() {
    const key = this.getAttribute('api-key');
    if (!key) throw new FacestreamProblem(401, {title: 'There is no key', code: 'no-key', cure: 'Set the attribute api-key'});
    return new Facestream(this.getAttribute('console') ?? new URL(import.meta.url).origin, key);
  }

  #watchlists() {
    return (this.getAttribute('watchlists') ?? '').split(',').map((list) => list.trim()).filter(Boolean);
  }

  #language() {
    return this.closest('[lang]')?.getAttribute('lang') || navigator.language;
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
  }
}

/** @param {string} code @param {string} title */
const nobody = (code, title) =>
  new FacestreamProblem(422, {title, code, cure: 'Look into the camera and capture again'});

if (!customElements.get('facestream-capture')) customElements.define('facestream-capture', FacestreamCapture);
