/**
 * Server-sent events, as the HTML standard has them, of data that is JSON. By fetch, since an
 * EventSource sends neither pictures nor keys.
 *
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} body
 * @param {{mark?: (id: string) => void, silence?: number}} [options] `mark` hears each id, also of what
 *   carries no data; after so many milliseconds without a byte the stream has ended
 * @returns {AsyncGenerator<{event: string, data: any, id: string}, void, void>} what is cut off is not told
 */
export function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, { mark, silence }?: {
    mark?: (id: string) => void;
    silence?: number;
}): AsyncGenerator<{
    event: string;
    data: any;
    id: string;
}, void, void>;
