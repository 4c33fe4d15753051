// @ts-check
/**
 * Server-sent events, as the HTML standard has them, of data that is JSON. By fetch, since an
 * EventSource sends neither pictures nor keys.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {{mark?: (id: string) => void, silence?: number}} [options] `mark` hears each id, also of what
 *   carries no data; after so many milliseconds without a byte the stream has ended
 * @returns {AsyncGenerator<{event: string, data: any, id: string}, void, void>} what is cut off is not told
 */
export async function* readEvents(body, {mark, silence} = {}) {
  let [event, data, id] = ['message', '', ''];
  for await (const line of lines(body, silence)) {
    if (line === '') {
      if (id) mark?.(id);
      if (data) yield {event, data: JSON.parse(data), id};
      [event, data] = ['message', ''];
      continue;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    if (field === 'id') id = value;
    if (field === 'data') data += (data && '\n') + value;
  }
}

/**
 * Reads no further than its reader wants, and lets go of the connection when he leaves.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body @param {number} [silence]
 */
async function* lines(body, silence) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const timer = silence && setTimeout(() => reader.cancel(), silence);
      const {value, done} = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      text += value;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        yield text.slice(0, end).replace(/\r$/, '');
        text = text.slice(end + 1);
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
