// @ts-check
import {render} from './html.js';

/** A page of the app: state, a template of it, and what ends with it. */
export class View {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.ended = new AbortController();
  }

  /** @returns {unknown} */
  template() {
    return '';
  }

  async start() {}

  show() {
    if (!this.ended.signal.aborted) render(this.template(), this.place);
  }

  /** Runs something that may fail, and shows how it went. @param {() => Promise<void>} work */
  async run(work) {
    /** @type {unknown} */
    this.failure = null;
    this.busy = true;
    this.show();
    try {
      await work();
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
    this.show();
  }

  end() {
    this.ended.abort();
  }
}
