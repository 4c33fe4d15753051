// @ts-check
/** Requests and answers. */
import {readEvents} from './events.js';

const EVENTS = 'text/event-stream';
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** The console says something at least every 15 seconds. */
const SILENCE = 45_000;

/** What the console refused, or that it does not answer; with what to do about it. */
export class FacestreamProblem extends Error {
  name = 'FacestreamProblem';

  /**
   * @param {number} status of HTTP; 0 for what is no answer of the console
   * @param {Record<string, any>} problem as RFC 9457 has it
   * @param {{retryAfter?: number, cause?: unknown}} [more]
   */
  constructor(status, problem, {retryAfter, cause} = {}) {
    super(problem.title ?? `The console answered ${status}`, {cause});
    this.status = status;
    /** For programs: `no-face`, `already-enrolled`, `no-connection` … */
    this.code = /** @type {string} */ (problem.code ?? 'unexpected');
    /** For people. */
    this.cure = /** @type {string} */ (problem.cure ?? 'Try again in a moment');
    /** Seconds after which to try again, where the console says so. */
    this.retryAfter = retryAfter;
    /** All members of the problem; some codes have more, such as the faces to choose from. */
    this.problem = problem;
  }

  /** Whether the same may go well another time, without a change. */
  get passes() {
    return this.code === 'no-connection' || [429, 502, 503, 504].includes(this.status);
  }
}

/** @typedef {Record<string, string | number | boolean | undefined>} Query */

export class Http {
  /** @type {string} */ #console;
  /** @type {string} */ #key;
  /** @type {number} */ #patience;

  /** @param {string | URL} console @param {string} key @param {number} patience in milliseconds */
  constructor(console, key, patience) {
    this.#console = new URL(console).href.replace(/\/$/, '');
    this.#key = key;
    this.#patience = patience;
  }

  /** @param {string} path @param {Query} query @param {AbortSignal} [signal] */
  async get(path, query, signal) {
    return this.#send('GET', path, query, {signal}, JSON_BODY);
  }

  /** @param {string} path @param {Query} query @param {AbortSignal} [signal] */
  async text(path, query, signal) {
    return this.#send('GET', path, query, {signal}, (answer) => answer.text());
  }

  /**
   * An answer that was lost leaves open whether it was made: asked once more, it is made once.
   * @param {string} path @param {object} json @param {AbortSignal} [signal]
   */
  async create(path, json, signal) {
    const headers = {'Content-Type': 'application/json', 'Idempotency-Key': freshKey()};
    const send = () => this.#send('POST', path, {}, {headers, body: JSON.stringify(json), signal}, JSON_BODY);
    return send().catch((failure) => {
      if (failure instanceof FacestreamProblem && failure.status === 0) return send();
      throw failure;
    });
  }

  /** @param {string} path @param {Query} query @param {BodyInit} picture @param {AbortSignal} [signal] */
  async sendPicture(path, query, picture, signal) {
    return this.#send('POST', path, query, {headers: PICTURE, body: picture, signal}, JSON_BODY);
  }

  /**
   * @param {string} path @param {Query} query @param {BodyInit} picture @param {AbortSignal} [signal]
   * @returns {AsyncGenerator<{event: string, data: any}, void, void>} until `done`
   */
  async *streamPicture(path, query, picture, signal) {
    const headers = {...PICTURE, Accept: EVENTS};
    const body = await this.#send('POST', path, query, {headers, body: picture, signal}, STREAM);
    try {
      for await (const told of readEvents(body)) {
        if (told.event === 'problem') throw new FacestreamProblem(told.data.status, told.data);
        yield told;
        if (told.event === 'done') return;
      }
    } catch (failure) {
      throw known(failure, signal);
    }
    throw noConnection(new Error('The answer ended before all was told'));
  }

  /**
   * @param {string} path @param {Query} query @param {AbortSignal} [signal]
   * @returns {AsyncGenerator<any, void, void>} the items of all pages
   */
  async *pages(path, query, signal) {
    /** @type {string | undefined} */
    let cursor;
    do {
      const page = await this.get(path, {...query, cursor}, signal);
      yield* page.items;
      cursor = page.next;
    } while (cursor);
  }

  /**
   * Follows a stream that has no end.
   * @param {string} path @param {Query} query @param {string | undefined} position to go on behind
   * @param {AbortSignal} [signal]
   * @returns {AsyncGenerator<{event: string, data: any, id: string}, void, void>}
   */
  async *follow(path, query, position, signal) {
    let pause = FIRST_PAUSE;
    for (;;) {
      try {
        /** @type {Record<string, string>} */
        const headers = {Accept: EVENTS, ...(position ? {'Last-Event-ID': position} : {})};
        const body = await this.#send('GET', path, query, {headers, signal, patience: 0}, STREAM);
        pause = FIRST_PAUSE;
        // What has no data moves the position too: there was something that is not for this key.
        yield* readEvents(body, {mark: (id) => (position = id), silence: SILENCE});
      } catch (failure) {
        const problem = known(failure, signal);
        if (!(problem instanceof FacestreamProblem && problem.passes)) throw problem;
        pause = Math.max(pause, 1_000 * (problem.retryAfter ?? 0));
      }
      await sleep(pause, signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }

  /**
   * @template T
   * @param {string} method @param {string} path @param {Query} query
   * @param {{headers?: Record<string, string>, body?: BodyInit, signal?: AbortSignal, patience?: number}} what
   *   patience 0 for what has no end
   * @param {(answer: Response) => T | Promise<T>} read
   * @returns {Promise<T>}
   */
  async #send(method, path, query, {headers, body, signal, patience = this.#patience}, read) {
    const signals = [...(signal ? [signal] : []), ...(patience ? [AbortSignal.timeout(patience)] : [])];
    try {
      const answer = await fetch(this.#console + path + queryOf(query), {
        method,
        headers: {...headers, Authorization: `Bearer ${this.#key}`},
        body,
        // No cookie of the console's own page goes along: the key says who asks.
        credentials: 'omit',
        signal: AbortSignal.any(signals),
      });
      if (answer.ok) return await read(answer);
      const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
      throw new FacestreamProblem(answer.status, await answer.json().catch(() => ({})), {retryAfter});
    } catch (failure) {
      throw known(failure, signal);
    }
  }
}

/** The console looks what it is. */
const PICTURE = {'Content-Type': 'application/octet-stream'};

/** @param {Response} answer @returns {Promise<any>} */
const JSON_BODY = (answer) => answer.json();

/** @param {Response} answer */
const STREAM = (answer) => /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (answer.body);

/** `crypto.randomUUID` is for pages over https only. */
const freshKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Query} query */
function queryOf(query) {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') set.set(name, String(value));
  }
  return set.size ? `?${set}` : '';
}

/**
 * What ended a request: the caller's own signal, a problem, or the network.
 * @param {unknown} failure @param {AbortSignal} [signal]
 */
function known(failure, signal) {
  return signal?.aborted || failure instanceof FacestreamProblem ? failure : noConnection(failure);
}

/** @param {unknown} cause */
function noConnection(cause) {
  const problem = {
    title: 'The console cannot be reached',
    code: 'no-connection',
    cure: 'Check the connection, that the console runs, and that the key names the origin of this page',
  };
  return new FacestreamProblem(0, problem, {cause});
}

/** @param {number} milliseconds @param {AbortSignal} [signal] */
function sleep(milliseconds, signal) {
  return new Promise((go, fail) => {
    const end = () => {
      clearTimeout(timer);
      fail(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end);
      go(undefined);
    }, milliseconds);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, {once: true});
  });
}
