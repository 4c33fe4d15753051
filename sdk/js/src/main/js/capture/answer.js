// @ts-check
/** What is shown of an answer. */
import {element, words} from './dom.js';

/** @typedef {import('../facestream.js').Recognition} Recognition */
/** @typedef {import('../facestream.js').FacestreamProblem} FacestreamProblem */
/** @typedef {{name: string, note: string}} Entered */

/** @param {Recognition} who @param {string} language for times */
export function recalled({person, similarity, reviewRequired}, language) {
  const {name = '', watchlists = [], details = {}, visits} = person ?? {};
  return element('div', {part: 'card match'},
    element('div', {class: 'spread'},
      element('strong', {part: 'name'}, name),
      element('span', {part: 'similarity'}, `${Math.round(100 * (similarity ?? 0))} %`)),
    ...(reviewRequired ? [element('p', {part: 'review'}, words('review', 'Somebody must look before anything is done.'))] : []),
    ...(watchlists.length ? [element('p', {part: 'watchlists'}, watchlists.join(', '))] : []),
    ...(Object.keys(details).length ? [element('dl', {part: 'details'}, ...Object.entries(details).map(([term, value]) =>
      element('div', {}, element('dt', {}, term), element('dd', {}, value))))] : []),
    ...(visits ? [visitsOf(visits, language)] : []));
}

/** @param {{count: number, last: import('../facestream.js').Day[]}} visits @param {string} language */
function visitsOf({count, last}, language) {
  const moment = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
  return element('div', {part: 'visits'},
    element('p', {}, words('visits', 'Days here before:'), ` ${count}`),
    element('ul', {}, ...last.map((day) =>
      element('li', {}, `${moment.format(new Date(day.firstSeen))} · ${day.cameras.join(', ')}`))));
}

/** @param {HTMLFormElement | null} form to enrol by */
export const notKnown = (form) =>
  element('div', {part: 'card unknown'},
    element('strong', {part: 'name'}, words('unknown', 'Not known')),
    ...(form ? [form] : []));

/** @param {(entered: Entered) => void} enrol */
export function enrolForm(enrol) {
  const name = element('input', {part: 'input', id: 'name', required: true, maxlength: '200', autocomplete: 'off'});
  const note = element('input', {part: 'input', id: 'note', maxlength: '500', autocomplete: 'off'});
  return element('form', {
    part: 'form',
    submit: (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      enrol({name: name.value.trim(), note: note.value.trim()});
    },
  },
  element('label', {for: 'name'}, words('name', 'Name')), name,
  element('label', {for: 'note'}, words('note', 'Note')), note,
  words('terms', ''),
  element('button', {part: 'button', class: 'main'}, words('enrol', 'Enrol')));
}

/** @param {string} name */
export const enrolled = (name) =>
  element('div', {part: 'card enrolled'},
    element('strong', {part: 'name'}, name),
    element('p', {}, words('enrolled', 'Enrolled, and recalled at the next capture.')));

/**
 * In the page's own words where it has some for the code.
 * @param {FacestreamProblem} problem @param {(() => void) | null} again null where that would not help
 */
export function trouble({code, message, cure}, again) {
  return element('div', {part: 'card problem'},
    words(`problem-${code}`, `${message}. ${cure}.`),
    ...(again ? [element('p', {}, element('button', {part: 'button', type: 'button', click: again},
      words('again', 'Try again with the same picture')))] : []));
}
