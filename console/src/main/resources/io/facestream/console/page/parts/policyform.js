// @ts-check
import {html, nothing} from './html.js';
import {inPercent} from './policywords.js';

const NONE = 'none';

/**
 * The fields of a policy; what is left empty is said elsewhere.
 * @param {string} kind default, watchlist, camera or person @param {any} policy
 */
export function fields(kind, policy) {
  const form = policy.threshold !== undefined ? 'threshold' : policy.falseAlerts !== undefined ? 'falseAlerts' : '';
  return html`
    <fieldset class="field"><legend>When a face is a match</legend>
      <label class="line"><input type="radio" name="form" value="" ?checked=${form === ''}> As said elsewhere</label>
      <label class="line"><input type="radio" name="form" value="falseAlerts" ?checked=${form === 'falseAlerts'}> By the share of strangers' visits that may be named</label>
      <label class="line"><input type="radio" name="form" value="threshold" ?checked=${form === 'threshold'}> By a fixed similarity</label>
    </fieldset>
    <div class="pair">
      ${numeric('falseAlerts', 'Share of strangers’ visits, %', 'With 0.3 one stranger in 333 is taken for somebody; the similarity follows as the gallery grows', policy.falseAlerts === undefined ? '' : inPercent(policy.falseAlerts), 0, 100)}
      ${numeric('threshold', 'Fixed similarity', 'From −1 to 1; whatever the size of the gallery', policy.threshold, -1, 1)}
      ${numeric('margin', 'Ahead of the next person', 'From 0 to 2; more where people are alike', policy.margin, 0, 2)}
      <fieldset class="field"><legend>Views that must agree</legend><div class="row">
        <label class="inline"><input class="short" name="views" type="number" aria-label="Views that agree" min="1" max="20" .value=${policy.confirm?.views ?? ''}> of</label>
        <label class="inline"><input class="short" name="of" type="number" aria-label="Of so many last ones" min="1" max="20" .value=${policy.confirm?.of ?? ''}> last ones</label></div></fieldset>
      ${choice('reviewRequired', 'A human must look before anybody acts', policy.reviewRequired === undefined ? '' : String(policy.reviewRequired), {true: 'Yes', false: 'No'})}
      ${choice('reviewers', 'People that a review takes', policy.reviewers === undefined ? '' : String(policy.reviewers), {1: 'One', 2: 'Two who agree'})}
      ${choice('record', 'What is kept of a match', policy.record ?? '', {all: 'Everything', none: 'Nothing, and no alert'})}
      ${kind === 'watchlist' ? lines('cameras', 'Cameras that look for its people', 'One id a line; x* for all that begin so. Empty: all cameras', policy.cameras) : nothing}
      ${kind === 'default' || kind === 'camera' ? html`
        ${lines('analysers', 'Analysers that look at faces', `One name a line, or “${NONE}” for no analyser. Empty: as said elsewhere`, policy.analysers)}
        ${lines('refusedAnalysers', 'Analysers that never may', 'One name a line, whoever asks for them', policy.refusedAnalysers)}` : nothing}
    </div>
    ${policy.ignore ? html`<p class="quiet">Its zones to ignore stay; the page Cameras has them to be drawn.</p>` : nothing}`;
}

/** @param {string} name @param {string} label @param {string} help @param {any} value @param {number} min @param {number} max */
const numeric = (name, label, help, value, min, max) => html`<div class="field"><label for=${`p-${name}`}>${label}</label>
  <input id=${`p-${name}`} name=${name} type="number" step="any" min=${min} max=${max} .value=${value ?? ''} aria-describedby=${`h-${name}`}>
  <div id=${`h-${name}`} class="quiet help">${help}</div></div>`;

/** @param {string} name @param {string} label @param {string} value @param {Record<string, string>} choices */
const choice = (name, label, value, choices) => html`<div class="field"><label for=${`p-${name}`}>${label}</label>
  <select id=${`p-${name}`} name=${name}><option value="" ?selected=${value === ''}>As said elsewhere</option>
    ${Object.entries(choices).map(([one, title]) => html`<option value=${one} ?selected=${value === one}>${title}</option>`)}</select></div>`;

/** @param {string} name @param {string} label @param {string} help @param {string[] | undefined} values */
const lines = (name, label, help, values) => html`<div class="field"><label for=${`p-${name}`}>${label}</label>
  <textarea id=${`p-${name}`} name=${name} rows="2" .value=${values ? values.join('\n') || NONE : ''} aria-describedby=${`h-${name}`}></textarea>
  <div id=${`h-${name}`} class="quiet help">${help}</div></div>`;

/**
 * What a form says; a field that is not there is said elsewhere.
 * @param {HTMLFormElement} form
 */
export function read(form) {
  const data = new FormData(form);
  /** @param {string} name */
  const text = (name) => String(data.get(name) ?? '').trim();
  /** What is empty is no zero: the console refuses it by name. @param {string} name */
  const number = (name) => (text(name) === '' ? null : Number(text(name)));
  /** @type {Record<string, any>} */
  const policy = {};
  const chosen = text('form');
  if (chosen === 'threshold') policy.threshold = number('threshold');
  if (chosen === 'falseAlerts') policy.falseAlerts = `${text('falseAlerts')}%`;
  if (text('margin')) policy.margin = number('margin');
  if (text('views') || text('of')) policy.confirm = {views: number('views'), of: number('of')};
  if (text('reviewRequired')) policy.reviewRequired = text('reviewRequired') === 'true';
  if (text('reviewers')) policy.reviewers = number('reviewers');
  if (text('record')) policy.record = text('record');
  for (const name of ['cameras', 'analysers', 'refusedAnalysers']) {
    const values = text(name).split('\n').map((line) => line.trim()).filter(Boolean);
    if (values.length) policy[name] = name !== 'cameras' && values.length === 1 && values[0] === NONE ? [] : values;
  }
  return policy;
}
