// @ts-check
import {html, nothing} from './html.js';

export const WORDS = {waiting: 'waits for a review', confirmed: 'confirmed', wrong: 'not this person', unclear: 'unclear', disputed: 'reviewers disagree'};

/**
 * What reviewers found of a visit; of one that waits for a second, that there was a first.
 * @param {any} visit
 */
export function reviewState(visit) {
  const state = /** @type {keyof typeof WORDS | 'none'} */ (visit.reviewState);
  if (state === 'none') return nothing;
  const first = state === 'waiting' && visit.reviews.length > 0;
  return html`<span class="tag">${first ? `${visit.reviews.length} of ${visit.reviewers} reviews` : WORDS[state]}</span>`;
}

/**
 * A visit as it goes on: news of it come without its reviews, which stay as they were.
 * @param {any} news @param {any} before
 */
export const withReviews = (news, before) =>
  before && before.reviews.length > 0 ? {...news, reviews: before.reviews, reviewState: before.reviewState} : news;
