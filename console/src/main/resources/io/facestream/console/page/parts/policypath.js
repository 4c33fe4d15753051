// @ts-check
import {get, getTagged} from '../api.js';

export const POLICIES = '/api/v1/policies';

/** A path takes no slash within a part. @param {string} key */
export const pathOf = (key) => `${POLICIES}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`;

/**
 * A policy to be changed, as it is now; empty and without a tag where nothing is laid down.
 * @param {string} key @returns {Promise<{items: any[], policy: any, etag: string}>}
 */
export async function lookUp(key) {
  // The list first: a browser tells of each refusal in its log.
  const items = (await get(POLICIES)).items;
  if (!items.some((/** @type {any} */ item) => item.key === key)) return {items, policy: {}, etag: ''};
  const {value, etag} = await getTagged(pathOf(key));
  return {items, policy: value.policy, etag};
}
