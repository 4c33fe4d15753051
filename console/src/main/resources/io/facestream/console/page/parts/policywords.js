// @ts-check
/** Policies in words. */

/** @param {number} share such as 0.003 @returns {string} in percent, without what binary fractions leave */
export const inPercent = (share) => String(Number((share * 100).toPrecision(10)));

/** @param {string} key */
export function forWhom(key) {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  const kind = slash < 0 ? key : key.slice(0, slash);
  return kind === 'default' ? 'Everybody, everywhere'
    : kind === 'watchlist' ? `Watchlist ${name}`
    : kind === 'camera' ? `Camera ${name}`
    : `Person ${name}`;
}

/** @param {any} policy @returns {string[]} */
export function says(policy) {
  /** @type {string[]} */
  const words = [];
  if (policy.threshold !== undefined) words.push(`threshold ${policy.threshold}`);
  if (policy.falseAlerts !== undefined) words.push(`${inPercent(policy.falseAlerts)} % of strangers named`);
  if (policy.margin !== undefined) words.push(`${policy.margin} ahead of the next`);
  if (policy.confirm) words.push(`${policy.confirm.views} of ${policy.confirm.of} views agree`);
  if (policy.reviewRequired !== undefined) words.push(policy.reviewRequired ? 'a human looks first' : 'no review needed');
  if (policy.reviewers !== undefined) words.push(policy.reviewers === 1 ? 'one reviewer' : 'two reviewers');
  if (policy.record) words.push(policy.record === 'all' ? 'everything is kept' : 'nothing is kept');
  if (policy.cameras) words.push(`at ${policy.cameras.join(', ')}`);
  if (policy.analysers) words.push(policy.analysers.length ? `analysed: ${policy.analysers.join(', ')}` : 'not analysed');
  if (policy.refusedAnalysers) words.push(`never analysed: ${policy.refusedAnalysers.join(', ') || 'nothing'}`);
  if (policy.ignore) words.push(policy.ignore.length === 1 ? 'one zone ignored' : `${policy.ignore.length} zones ignored`);
  return words;
}
