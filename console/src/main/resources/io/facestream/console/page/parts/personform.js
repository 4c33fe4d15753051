// @ts-check
import {html} from './html.js';
import {day} from './format.js';

/** @param {string | undefined} from */
const firstDay = (from) => (from ? day(new Date(from)) : '');
/** Until then, so the day before is the last one. @param {string | undefined} until */
const lastDay = (until) => (until ? day(new Date(new Date(until).getTime() - 1)) : '');
/** The beginning of a day of who looks. @param {string} text @param {number} [later] days */
function begin(text, later = 0) {
  const at = new Date(`${text}T00:00`);
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** @param {any} person */
const listed = (person) => person.watchlists.join(', ').trim();

/**
 * What is laid down about somebody.
 * @param {any} session of who fills it in @param {any} [person] as he is; absent for somebody new
 */
export function personFields(session, person) {
  const lists = person ? listed(person) : session.watchlists?.[0] ?? 'guests';
  return html`
    <div class="field"><label for="name">Name</label><input id="name" name="name" required maxlength="200" autocomplete="off" .value=${person?.name ?? ''}></div>
    <div class="field"><label for="lists">Watchlists</label>
      <input id="lists" name="lists" autocomplete="off" .value=${lists} aria-describedby="lists-help">
      <span id="lists-help" class="quiet">Several with commas between</span></div>
    <div class="field"><label for="basis">Legal basis</label>
      <input id="basis" name="basis" maxlength="300" autocomplete="off" .value=${person?.legalBasis ?? ''} aria-describedby="basis-help">
      <span id="basis-help" class="quiet">Why the person may be enrolled: consent of today, contract …</span></div>
    <div class="row field">
      <div><label for="from">First day</label><input id="from" name="from" type="date" .value=${firstDay(person?.validFrom)}></div>
      <div><label for="until">Last day</label><input id="until" name="until" type="date" .value=${lastDay(person?.validUntil)}></div>
    </div>
    <div class="field"><label for="note">Note</label><input id="note" name="note" maxlength="500" autocomplete="off" .value=${person?.details.note ?? ''}></div>`;
}

/** @param {HTMLFormElement} form @param {string} name */
const text = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value.trim();

/** @param {HTMLFormElement} form */
const lists = (form) => text(form, 'lists').split(',').map((list) => list.trim()).filter(Boolean);

/** Somebody new, as the form says. @param {HTMLFormElement} form */
export function newPerson(form) {
  const [note, basis, from, until] = ['note', 'basis', 'from', 'until'].map((name) => text(form, name));
  return {
    name: text(form, 'name'),
    watchlists: lists(form),
    details: note ? {note} : {},
    ...(basis ? {legalBasis: basis} : {}),
    ...(from ? {validFrom: begin(from)} : {}),
    ...(until ? {validUntil: begin(until, 1)} : {}),
  };
}

/** What the form changes, as a merge patch. @param {HTMLFormElement} form @param {any} person as he was */
export function changes(form, person) {
  /** @type {Record<string, any>} */
  const patch = {};
  if (text(form, 'name') !== person.name) patch.name = text(form, 'name');
  // As text: a name may have a comma of its own, and then is no list of two.
  if (text(form, 'lists') !== listed(person)) patch.watchlists = lists(form);
  if (text(form, 'note') !== (person.details.note ?? '')) patch.details = {note: text(form, 'note') || null};
  if (text(form, 'basis') !== (person.legalBasis ?? '')) patch.legalBasis = text(form, 'basis') || null;
  const from = text(form, 'from');
  const until = text(form, 'until');
  if (from !== firstDay(person.validFrom)) patch.validFrom = from ? begin(from) : null;
  if (until !== lastDay(person.validUntil)) patch.validUntil = until ? begin(until, 1) : null;
  return patch;
}
