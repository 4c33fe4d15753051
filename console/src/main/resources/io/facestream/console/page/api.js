// @ts-check
/** The console's API, as a page of its own asks it: by cookie, with the session's token. */

let csrf = '';

/** What the console refused, with what to do about it. */
export class Problem extends Error {
  /** @param {number} status @param {any} body */
  constructor(status, body) {
    super(body.title ?? 'The console does not answer');
    this.status = status;
    this.code = body.code ?? 'no-connection';
    this.cure = body.cure ?? 'Try again in a moment';
    this.body = body;
  }
}

/** @param {string} token */
export function repeat(token) {
  csrf = token;
}

/**
 * @param {string} method @param {string} path
 * @param {{json?: any, picture?: Blob, headers?: Record<string, string>, signal?: AbortSignal}} [what]
 */
async function send(method, path, what = {}) {
  /** @type {Record<string, string>} */
  const headers = {...what.headers};
  if (method !== 'GET') headers['X-CSRF-Token'] = csrf;
  /** @type {BodyInit | undefined} */
  let body;
  if (what.json !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(what.json);
  } else if (what.picture) {
    headers['Content-Type'] = 'application/octet-stream';
    body = what.picture;
  }
  let answer;
  try {
    answer = await fetch(path, {method, headers, body, signal: what.signal});
  } catch (failure) {
    if (what.signal?.aborted) throw failure;
    throw new Problem(0, {});
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({title: `The console answered ${answer.status}`}));
    if (answer.status === 401 && problem.code === 'not-logged-in') window.dispatchEvent(new Event('logged-out'));
    throw new Problem(answer.status, problem);
  }
  return answer;
}

/** @param {string} method @param {string} path @param {any} [json] */
export async function call(method, path, json) {
  const answer = await send(method, path, {json});
  return answer.status === 204 ? null : answer.json();
}

/** @param {string} path */
export const get = (path) => call('GET', path);

/** @param {string} path @param {Blob} picture */
export async function sendPicture(path, picture) {
  return (await send('POST', path, {picture})).json();
}

/**
 * Server-sent events, by fetch: an EventSource sends neither pictures nor tokens.
 * @param {Response} answer @param {(event: string, data: any, id: string) => void} take
 */
async function readEvents(answer, take) {
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (answer.body).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    text += value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(text.slice(0, end).split('\n').map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
      }));
      text = text.slice(end + 2);
      const data = fields.get('data');
      if (data) take(fields.get('event') ?? 'message', JSON.parse(data), fields.get('id') ?? '');
    }
  }
}

/** @param {string} path @param {Blob} picture @param {(event: string, data: any) => void} take */
export async function streamPicture(path, picture, take) {
  await readEvents(await send('POST', path, {picture, headers: {Accept: 'text/event-stream'}}), take);
}

/**
 * Follows a stream until the signal; finds its way back by itself.
 * @param {string} path @param {AbortSignal} signal
 * @param {(event: string, data: any) => void} take @param {(up: boolean) => void} state
 */
export async function follow(path, signal, take, state) {
  let pause = 500;
  while (!signal.aborted) {
    try {
      const answer = await send('GET', path, {headers: {Accept: 'text/event-stream'}, signal});
      state(true);
      pause = 500;
      await readEvents(answer, take);
    } catch (failure) {
      if (signal.aborted || (failure instanceof Problem && [401, 403].includes(failure.status))) return;
    }
    state(false);
    await new Promise((go) => setTimeout(go, pause));
    pause = Math.min(pause * 2, 10_000);
  }
}

/**
 * Something with its entity tag, to be changed later as it was seen.
 * @param {string} path @returns {Promise<{value: any, etag: string}>}
 */
export async function getTagged(path) {
  return tagged(await send('GET', path));
}

/**
 * Changes what was seen, unless somebody else has changed it meanwhile.
 * @param {'PUT' | 'PATCH' | 'DELETE'} method @param {string} path @param {string} etag empty where there was nothing @param {any} [json]
 * @returns {Promise<{value: any, etag: string}>} what is there now
 */
export async function change(method, path, etag, json) {
  return tagged(await send(method, path, {json, headers: etag ? {'If-Match': etag} : {'If-None-Match': '*'}}));
}

/** @param {Response} answer */
async function tagged(answer) {
  return {value: answer.status === 204 ? null : await answer.json(), etag: answer.headers.get('ETag') ?? ''};
}
