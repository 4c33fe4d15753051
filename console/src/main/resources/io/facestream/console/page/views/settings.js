// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {Policies} from './settings/policies.js';
import {Keys} from './settings/keys.js';
import {Webhooks} from './settings/webhooks.js';
import {Retention} from './settings/retention.js';
import {Audit} from './settings/audit.js';

/**
 * By the fragment of the address. A section is a view of its own, in a file of its own.
 * @type {Record<string, {title: string, view: any}>}
 */
const sections = {
  policies: {title: 'Policies', view: Policies},
  keys: {title: 'API keys', view: Keys},
  webhooks: {title: 'Webhooks', view: Webhooks},
  retention: {title: 'Retention', view: Retention},
  audit: {title: 'Audit log', view: Audit},
};

/** The link to the content, say, takes away the fragment. */
let last = Object.keys(sections)[0];

/** The frame of the settings: which section is open, and links to the others. */
export class Settings extends View {
  /** @type {View | null} */ section = null;

  /** @param {HTMLElement} place @param {any} session */
  constructor(place, session) {
    super(place);
    this.session = session;
    const wanted = location.hash.slice(1);
    last = sections[wanted] ? wanted : last;
    this.open = last;
  }

  // A link to a fragment moves within the history, so that the app opens the page anew.
  template() {
    return html`<h1>Settings</h1>
      <nav class="tabs" aria-label="Settings">${Object.entries(sections).map(([name, {title}]) => html`
        <a href=${`#${name}`} aria-current=${name === this.open ? 'page' : nothing}>${title}</a>`)}</nav>
      <div id="section"></div>`;
  }

  async start() {
    const place = /** @type {HTMLElement} */ (this.place.querySelector('#section'));
    this.section = new sections[this.open].view(place, this.session);
    this.section?.show();
    await this.section?.start();
  }

  end() {
    super.end();
    this.section?.end();
  }
}
