// @ts-check
import {html, nothing} from './html.js';
import {Problem} from '../api.js';

export const loading = html`<p class="quiet" role="status">Loading …</p>`;

/** @param {unknown} failure */
export function problem(failure) {
  if (!failure) return nothing;
  const told = failure instanceof Problem ? failure : null;
  return html`<div class="note bad" role="alert">
    <strong>${told ? told.message : 'Something went wrong on this page'}</strong>
    <div>${told ? told.cure : String(failure)}</div>
  </div>`;
}

/** @param {string} what @param {unknown} [more] */
export const empty = (what, more = nothing) => html`<div class="card quiet"><p>${what}</p>${more}</div>`;

/** @param {string[]} lists */
export const tags = (lists) => lists.map((list) => html`<span class="tag">${list}</span> `);
