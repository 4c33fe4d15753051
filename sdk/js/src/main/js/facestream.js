// @ts-check
/**
 * A client of the console's API, for browsers and for Node. Needs nothing else.
 *
 *     const desk = new Facestream('https://desk.example', key);
 *     const who = await desk.recognize(picture);
 *     if (who.outcome === 'unknown' && who.token) {
 *       await desk.enrol({name: 'Ada Lovelace', watchlists: ['guests'], face: who.token});
 *     }
 *
 * Every method may throw a FacestreamProblem, and takes an AbortSignal as `signal`.
 *
 * @module
 */
import {Http} from './http.js';

export {FacestreamProblem} from './http.js';

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Box relative to the picture
 *
 * @typedef {{personId: string, name: string, similarity: number}} Candidate
 *
 * @typedef {object} Match
 * @property {string} personId
 * @property {string} name
 * @property {string[]} watchlists those that the key may see
 * @property {number} similarity a cosine
 * @property {number} threshold what it had to reach
 * @property {number} margin to the next person
 * @property {boolean} [reviewRequired] a human must look before anybody acts on it
 * @property {string} [photo]
 *
 * @typedef {object} FaceAnalysis what an analyser says of a face, or why it says nothing
 * @property {number} [face] its index
 * @property {string} analyser
 * @property {string} [label]
 * @property {Record<string, number>} [values]
 * @property {Record<string, string>} [attributes]
 * @property {number} milliseconds
 * @property {string} [failure]
 *
 * @typedef {object} Face
 * @property {number} index the largest face has 0
 * @property {Box} box
 * @property {[number, number][]} landmarks image-left eye first
 * @property {number} score
 * @property {number} quality
 * @property {'match' | 'unknown' | 'rejected'} outcome
 * @property {string} [reasonCode]
 * @property {string} [reason]
 * @property {Match} [match]
 * @property {Candidate[]} [candidates]
 * @property {FaceAnalysis[]} [analyses]
 * @property {string} [token] to enrol just this face with, within ten minutes
 *
 * @typedef {{day: string, firstSeen: string, lastSeen: string, cameras: string[]}} Day
 *
 * @typedef {object} RecalledPerson
 * @property {string} personId
 * @property {string} name
 * @property {string[]} watchlists
 * @property {Record<string, string>} [details]
 * @property {{count: number, last: Day[]}} [visits] days on which the person was seen
 *
 * @typedef {object} Recognition
 * @property {string} request
 * @property {'match' | 'unknown' | 'no-face' | 'rejected'} outcome
 * @property {Face} [face]
 * @property {number} others further faces of the picture
 * @property {RecalledPerson} [person]
 * @property {number} [similarity]
 * @property {number} [threshold]
 * @property {number} [margin]
 * @property {boolean} [reviewRequired]
 * @property {string} [reasonCode]
 * @property {string} [reason]
 * @property {string} [token] to enrol the face with, within ten minutes
 * @property {number} milliseconds
 *
 * @typedef {{request: string, width: number, height: number, faces: Face[], milliseconds: number}} PictureAnalysis
 *
 * @typedef {{event: 'accepted', data: {request: string}}
 *   | {event: 'faces' | 'matches', data: {faces: Face[], milliseconds: number}}
 *   | {event: 'analysis', data: FaceAnalysis}
 *   | {event: 'done', data: {milliseconds: number}}} AnalysisEvent
 *
 * @typedef {{photo: string, templateId: string, quality: number, enrolledAt?: string, picture?: string}} Photo
 *
 * @typedef {object} Person
 * @property {string} personId
 * @property {string} name
 * @property {string[]} watchlists
 * @property {Record<string, string>} details
 * @property {string} [validFrom]
 * @property {string} [validUntil]
 * @property {Photo[]} photos
 * @property {string} [enrolledAt]
 *
 * @typedef {object} NewPerson
 * @property {string} [personId] absent for one that is made
 * @property {string} name
 * @property {string[]} [watchlists] at least one where the key has a scope
 * @property {Record<string, string>} [details]
 * @property {string} [validFrom]
 * @property {string} [validUntil]
 * @property {string} face the token of an unknown face
 *
 * @typedef {{personId: string, name: string, watchlists: string[], unknown?: boolean}} SeenPerson
 *
 * @typedef {{person: SeenPerson, day: string, firstSeen: string, lastSeen: string, sightings: number, cameras: string[]}} Visit
 *
 * @typedef {object} Alert
 * @property {string} id names it in paths
 * @property {string} alertId
 * @property {string} position
 * @property {string} camera
 * @property {string} at
 * @property {SeenPerson} person
 * @property {number} similarity
 * @property {number} threshold
 * @property {number} margin
 * @property {Box} [box]
 * @property {boolean} [reviewRequired]
 * @property {string} [expiresAt]
 * @property {string} picture
 *
 * @typedef {object} When
 * @property {string} [person] of this person
 * @property {string} [camera] at this camera
 * @property {string} [watchlist] of people on this watchlist
 * @property {boolean} [unknown] of visits: only somebody unknown, or only people of the gallery
 * @property {boolean} [open] of visits: only those that go on, or only those that ended
 * @property {string} [day] 2026-01-31; not with from and to
 * @property {string} [zone] where days begin: Europe/Berlin
 * @property {string} [from] 2026-01-31T12:00:00Z, -24h, -7d, now
 * @property {string} [to]
 *
 * @typedef {{signal?: AbortSignal}} Ending
 *
 * @typedef {Blob | ArrayBuffer | Uint8Array<ArrayBuffer>} Picture a JPEG, PNG or WebP of at most 8 MiB
 */

const API = '/api/v1';

/** A console, asked with a key. */
export class Facestream {
  /** @type {Http} */
  #http;

  /**
   * @param {string | URL} console where it serves
   * @param {string} key fs_…; in a page one that names the page's origin and may little
   * @param {{patience?: number}} [options] milliseconds to wait for an answer: 30,000
   */
  constructor(console, key, {patience = 30_000} = {}) {
    this.#http = new Http(console, key, patience);
  }

  /**
   * Who stands there, by the largest face.
   * @param {Picture} picture
   * @param {{watchlists?: string[]} & Ending} [options] the only watchlists to search
   * @returns {Promise<Recognition>}
   */
  recognize(picture, {watchlists, signal} = {}) {
    return this.#http.sendPicture(`${API}/recognize`, {watchlists: list(watchlists)}, picture, signal);
  }

  /**
   * All faces of a picture, once everything is known of them.
   * @param {Picture} picture
   * @param {{watchlists?: string[], analysers?: string[], candidates?: number} & Ending} [options]
   * @returns {Promise<PictureAnalysis>}
   */
  analyze(picture, {watchlists, analysers, candidates, signal} = {}) {
    const query = {watchlists: list(watchlists), analysers: list(analysers), candidates};
    return this.#http.sendPicture(`${API}/analyze`, query, picture, signal);
  }

  /**
   * The same, piece by piece as each is known; `done` is the last. A loop that is left ends the request.
   * @param {Picture} picture
   * @param {{watchlists?: string[], analysers?: string[], candidates?: number} & Ending} [options]
   * @returns {AsyncGenerator<AnalysisEvent, void, void>}
   */
  async *analysis(picture, {watchlists, analysers, candidates, signal} = {}) {
    const query = {watchlists: list(watchlists), analysers: list(analysers), candidates};
    for await (const {event, data} of this.#http.streamPicture(`${API}/analyze`, query, picture, signal)) {
      yield /** @type {AnalysisEvent} */ ({event, data});
    }
  }

  /**
   * Who is in the gallery, page by page as they are needed.
   * @param {{text?: string, watchlist?: string} & Ending} [options] a part of the name or id
   * @returns {AsyncGenerator<Person, void, void>}
   */
  people({text, watchlist, signal} = {}) {
    return this.#http.pages(`${API}/people`, {q: text, watchlist}, signal);
  }

  /**
   * Somebody by his id.
   * @param {string} personId @param {Ending} [options]
   * @returns {Promise<Person>}
   */
  person(personId, {signal} = {}) {
    return this.#http.get(person(personId), {}, signal);
  }

  /**
   * Enrols a stranger by the token of his face. The same token sent again enrols once.
   * @param {NewPerson} wanted @param {Ending} [options]
   * @returns {Promise<Person>}
   */
  enrol(wanted, {signal} = {}) {
    return this.#http.create(`${API}/people`, wanted, signal);
  }

  /**
   * Adds a photo of somebody.
   * @param {string} personId
   * @param {Picture | {face: string}} photo a picture, or the token of an unknown face
   * @param {{face?: number, anyway?: boolean} & Ending} [options] which of several faces; in spite of
   *   poor quality or of a resemblance
   * @returns {Promise<Photo>}
   */
  addPhoto(personId, photo, {face, anyway, signal} = {}) {
    const path = `${person(personId)}/photos`;
    return 'face' in photo
      ? this.#http.create(path, photo, signal)
      : this.#http.sendPicture(path, {face, anyway}, photo, signal);
  }

  /**
   * Who was there, a line for each person and day, newest first.
   * @param {When & Ending} [options]
   * @returns {AsyncGenerator<Visit, void, void>}
   */
  visits({signal, ...when} = {}) {
    return this.#http.pages(`${API}/visits`, when, signal);
  }

  /**
   * The same as a table (CSV) for a spreadsheet; of a day, or from a time on.
   * @param {When & Ending} options
   * @returns {Promise<string>}
   */
  attendance({signal, ...when}) {
    return this.#http.text(`${API}/attendance.csv`, when, signal);
  }

  /**
   * Alerts of the past, newest first.
   * @param {When & Ending} [options]
   * @returns {AsyncGenerator<Alert, void, void>}
   */
  pastAlerts({signal, ...when} = {}) {
    return this.#http.pages(`${API}/alerts`, when, signal);
  }

  /**
   * Alerts as they happen. A connection that breaks is made again by itself, and goes on exactly behind
   * the last alert. It has no end: leave the loop, or use the signal.
   * @param {{after?: string, person?: string, camera?: string, watchlist?: string} & Ending} [options]
   *   a position of before to go on behind; else from now on
   * @returns {AsyncGenerator<{alert: Alert, position: string}, void, void>}
   */
  async *alerts({after, signal, ...of} = {}) {
    for await (const {event, data, id} of this.#http.follow(`${API}/alerts`, of, after, signal)) {
      if (event === 'alert') yield {alert: data, position: id};
    }
  }
}

/** @param {string[] | undefined} names */
const list = (names) => (names?.length ? names.join(',') : undefined);

/** @param {string} id */
const person = (id) => `${API}/people/${encodeURIComponent(id)}`;
