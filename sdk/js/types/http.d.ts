/** What the console refused, or that it does not answer; with what to do about it. */
export class FacestreamProblem extends Error {
    /**
     * @param {number} status of HTTP; 0 for what is no answer of the console
     * @param {Record<string, any>} problem as RFC 9457 has it
     * @param {{retryAfter?: number, cause?: unknown}} [more]
     */
    constructor(status: number, problem: Record<string, any>, { retryAfter, cause }?: {
        retryAfter?: number;
        cause?: unknown;
    });
    status: number;
    /** For programs: `no-face`, `already-enrolled`, `no-connection` … */
    code: string;
    /** For people. */
    cure: string;
    /** Seconds after which to try again, where the console says so. */
    retryAfter: number | undefined;
    /** All members of the problem; some codes have more, such as the faces to choose from. */
    problem: Record<string, any>;
    /** Whether the same may go well another time, without a change. */
    get passes(): boolean;
}
/** @typedef {Record<string, string | number | boolean | undefined>} Query */
export class Http {
    /** @param {string | URL} console @param {string} key @param {number} patience in milliseconds */
    constructor(console: string | URL, key: string, patience: number);
    /** @param {string} path @param {Query} query @param {AbortSignal} [signal] */
    get(path: string, query: Query, signal?: AbortSignal): Promise<any>;
    /** @param {string} path @param {Query} query @param {AbortSignal} [signal] */
    text(path: string, query: Query, signal?: AbortSignal): Promise<string>;
    /**
     * An answer that was lost leaves open whether it was made: asked once more, it is made once.
     * @param {string} path @param {object} json @param {AbortSignal} [signal]
     */
    create(path: string, json: object, signal?: AbortSignal): Promise<any>;
    /** @param {string} path @param {Query} query @param {BodyInit} picture @param {AbortSignal} [signal] */
    sendPicture(path: string, query: Query, picture: BodyInit, signal?: AbortSignal): Promise<any>;
    /**
     * @param {string} path @param {Query} query @param {BodyInit} picture @param {AbortSignal} [signal]
     * @returns {AsyncGenerator<{event: string, data: any}, void, void>} until `done`
     */
    streamPicture(path: string, query: Query, picture: BodyInit, signal?: AbortSignal): AsyncGenerator<{
        event: string;
        data: any;
    }, void, void>;
    /**
     * @param {string} path @param {Query} query @param {AbortSignal} [signal]
     * @returns {AsyncGenerator<any, void, void>} the items of all pages
     */
    pages(path: string, query: Query, signal?: AbortSignal): AsyncGenerator<any, void, void>;
    /**
     * Follows a stream that has no end.
     * @param {string} path @param {Query} query @param {string | undefined} position to go on behind
     * @param {AbortSignal} [signal]
     * @returns {AsyncGenerator<{event: string, data: any, id: string}, void, void>}
     */
    follow(path: string, query: Query, position: string | undefined, signal?: AbortSignal): AsyncGenerator<{
        event: string;
        data: any;
        id: string;
    }, void, void>;
    #private;
}
export type Query = Record<string, string | number | boolean | undefined>;
