// @ts-check
const time = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', second: '2-digit'});
const both = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});

/** @param {string} text */
export const clock = (text) => time.format(new Date(text));
/** @param {string} text */
export const moment = (text) => both.format(new Date(text));
/** @param {number} similarity */
export const percent = (similarity) => `${Math.round(similarity * 100)} %`;
/** The zone of who looks, for days. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** @param {Date} date */
export const day = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
