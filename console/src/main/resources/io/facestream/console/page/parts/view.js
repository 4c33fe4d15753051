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

  /**
   * Runs something that may fail, and shows how it went; of what runs side by side, how the last
   * that began went.
   * @param {() => Promise<void>} work
   */
  async run(work) {
    const mine = {};
    this.running = mine;
    /** @type {unknown} */
    this.failure = null;
    this.busy = true;
    this.show();
    try {
      await work();
    } catch (failure) {
      if (this.running === mine) this.failure = failure;
    }
    if (this.running === mine) this.busy = false;
    this.show();
  }

  end() {
    this.ended.abort();
  }
}
