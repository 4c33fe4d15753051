// @ts-check
import {svg} from './html.js';

/**
 * Zones of a picture: lists of corners, each a share of its width and its height.
 * @typedef {[number, number]} Corner
 * @typedef {Corner[]} Zone
 */

export const MOST_ZONES = 16;
export const LEAST_CORNERS = 3;
export const MOST_CORNERS = 32;

/** To a thousandth of the picture. @param {number} share */
const within = (share) => Math.round(1000 * Math.min(1, Math.max(0, share))) / 1000;

/** @param {number} x @param {number} y @returns {Corner} */
export const corner = (x, y) => [within(x), within(y)];

/** @param {Zone} zone @param {number} index @param {Corner} to @returns {Zone} */
export const withCorner = (zone, index, to) => zone.map((one, i) => (i === index ? to : one));

/** @param {Zone} zone @param {number} index @returns {Zone} */
export const withoutCorner = (zone, index) => zone.filter((_, i) => i !== index);

/** @param {number} left @param {number} top @param {number} right @param {number} bottom @returns {Zone} */
export const rectangle = (left, top, right, bottom) => [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)];

/** Within a picture's viewBox of a hundred by a hundred. @param {Zone} zone @param {string} [kind] */
export const shade = (zone, kind = '') => svg`<polygon class=${`zone ${kind}`} points=${zone.map(([x, y]) => `${100 * x},${100 * y}`).join(' ')}></polygon>`;

/** @param {number} share */
export const inWords = (share) => `${Number((100 * share).toFixed(1))} %`;
