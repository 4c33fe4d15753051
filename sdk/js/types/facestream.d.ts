export { FacestreamProblem } from "./http.js";
/** A console, asked with a key. */
export class Facestream {
    /**
     * @param {string | URL} console where it serves
     * @param {string} key fs_…; in a page one that names the page's origin and may little
     * @param {{patience?: number}} [options] milliseconds to wait for an answer: 30,000
     */
    constructor(console: string | URL, key: string, { patience }?: {
        patience?: number;
    });
    /**
     * Who stands there, by the largest face.
     * @param {Picture} picture
     * @param {{watchlists?: string[]} & Ending} [options] the only watchlists to search
     * @returns {Promise<Recognition>}
     */
    recognize(picture: Picture, { watchlists, signal }?: {
        watchlists?: string[];
    } & Ending): Promise<Recognition>;
    /**
     * All faces of a picture, once everything is known of them.
     * @param {Picture} picture
     * @param {{watchlists?: string[], analysers?: string[], candidates?: number} & Ending} [options]
     * @returns {Promise<PictureAnalysis>}
     */
    analyze(picture: Picture, { watchlists, analysers, candidates, signal }?: {
        watchlists?: string[];
        analysers?: string[];
        candidates?: number;
    } & Ending): Promise<PictureAnalysis>;
    /**
     * The same, piece by piece as each is known; `done` is the last. A loop that is left ends the request.
     * @param {Picture} picture
     * @param {{watchlists?: string[], analysers?: string[], candidates?: number} & Ending} [options]
     * @returns {AsyncGenerator<AnalysisEvent, void, void>}
     */
    analysis(picture: Picture, { watchlists, analysers, candidates, signal }?: {
        watchlists?: string[];
        analysers?: string[];
        candidates?: number;
    } & Ending): AsyncGenerator<AnalysisEvent, void, void>;
    /**
     * Who is in the gallery, page by page as they are needed.
     * @param {{text?: string, watchlist?: string} & Ending} [options] a part of the name or id
     * @returns {AsyncGenerator<Person, void, void>}
     */
    people({ text, watchlist, signal }?: {
        text?: string;
        watchlist?: string;
    } & Ending): AsyncGenerator<Person, void, void>;
    /**
     * Somebody by his id.
     * @param {string} personId @param {Ending} [options]
     * @returns {Promise<Person>}
     */
    person(personId: string, { signal }?: Ending): Promise<Person>;
    /**
     * Enrols a stranger by the token of his face. The same token sent again enrols once.
     * @param {NewPerson} wanted @param {Ending} [options]
     * @returns {Promise<Person>}
     */
    enrol(wanted: NewPerson, { signal }?: Ending): Promise<Person>;
    /**
     * Adds a photo of somebody.
     * @param {string} personId
     * @param {Picture | {face: string}} photo a picture, or the token of an unknown face
     * @param {{face?: number, anyway?: boolean} & Ending} [options] which of several faces; in spite of
     *   poor quality or of a resemblance
     * @returns {Promise<Photo>}
     */
    addPhoto(personId: string, photo: Picture | {
        face: string;
    }, { face, anyway, signal }?: {
        face?: number;
        anyway?: boolean;
    } & Ending): Promise<Photo>;
    /**
     * Who was there, a line for each person and day, newest first.
     * @param {When & Ending} [options]
     * @returns {AsyncGenerator<Visit, void, void>}
     */
    visits({ signal, ...when }?: When & Ending): AsyncGenerator<Visit, void, void>;
    /**
     * The same as a table (CSV) for a spreadsheet; of a day, or from a time on.
     * @param {When & Ending} options
     * @returns {Promise<string>}
     */
    attendance({ signal, ...when }: When & Ending): Promise<string>;
    /**
     * Alerts of the past, newest first.
     * @param {When & Ending} [options]
     * @returns {AsyncGenerator<Alert, void, void>}
     */
    pastAlerts({ signal, ...when }?: When & Ending): AsyncGenerator<Alert, void, void>;
    /**
     * Alerts as they happen. A connection that breaks is made again by itself, and goes on exactly behind
     * the last alert. It has no end: leave the loop, or use the signal.
     * @param {{after?: string, person?: string, camera?: string, watchlist?: string} & Ending} [options]
     *   a position of before to go on behind; else from now on
     * @returns {AsyncGenerator<{alert: Alert, position: string}, void, void>}
     */
    alerts({ after, signal, ...of }?: {
        after?: string;
        person?: string;
        camera?: string;
        watchlist?: string;
    } & Ending): AsyncGenerator<{
        alert: Alert;
        position: string;
    }, void, void>;
    #private;
}
/**
 * relative to the picture
 */
export type Box = {
    x: number;
    y: number;
    width: number;
    height: number;
};
export type Candidate = {
    personId: string;
    name: string;
    similarity: number;
};
export type Match = {
    personId: string;
    name: string;
    /**
     * those that the key may see
     */
    watchlists: string[];
    /**
     * a cosine
     */
    similarity: number;
    /**
     * what it had to reach
     */
    threshold: number;
    /**
     * to the next person
     */
    margin: number;
    /**
     * a human must look before anybody acts on it
     */
    reviewRequired?: boolean | undefined;
    photo?: string | undefined;
};
/**
 * what an analyser says of a face, or why it says nothing
 */
export type FaceAnalysis = {
    /**
     * its index
     */
    face?: number | undefined;
    analyser: string;
    label?: string | undefined;
    values?: Record<string, number> | undefined;
    attributes?: Record<string, string> | undefined;
    milliseconds: number;
    failure?: string | undefined;
};
export type Face = {
    /**
     * the largest face has 0
     */
    index: number;
    box: Box;
    /**
     * image-left eye first
     */
    landmarks: [number, number][];
    score: number;
    quality: number;
    outcome: "match" | "unknown" | "rejected";
    reasonCode?: string | undefined;
    reason?: string | undefined;
    match?: Match | undefined;
    candidates?: Candidate[] | undefined;
    analyses?: FaceAnalysis[] | undefined;
    /**
     * to enrol just this face with, within ten minutes
     */
    token?: string | undefined;
};
export type Day = {
    day: string;
    firstSeen: string;
    lastSeen: string;
    cameras: string[];
};
export type RecalledPerson = {
    personId: string;
    name: string;
    watchlists: string[];
    details?: Record<string, string> | undefined;
    /**
     * days on which the person was seen
     */
    visits?: {
        count: number;
        last: Day[];
    } | undefined;
};
export type Recognition = {
    request: string;
    outcome: "match" | "unknown" | "no-face" | "rejected";
    face?: Face | undefined;
    /**
     * further faces of the picture
     */
    others: number;
    person?: RecalledPerson | undefined;
    similarity?: number | undefined;
    threshold?: number | undefined;
    margin?: number | undefined;
    reviewRequired?: boolean | undefined;
    reasonCode?: string | undefined;
    reason?: string | undefined;
    /**
     * to enrol the face with, within ten minutes
     */
    token?: string | undefined;
    milliseconds: number;
};
export type PictureAnalysis = {
    request: string;
    width: number;
    height: number;
    faces: Face[];
    milliseconds: number;
};
export type AnalysisEvent = {
    event: "accepted";
    data: {
        request: string;
    };
} | {
    event: "faces" | "matches";
    data: {
        faces: Face[];
        milliseconds: number;
    };
} | {
    event: "analysis";
    data: FaceAnalysis;
} | {
    event: "done";
    data: {
        milliseconds: number;
    };
};
export type Photo = {
    photo: string;
    templateId: string;
    quality: number;
    enrolledAt?: string;
    picture?: string;
};
export type Person = {
    personId: string;
    name: string;
    watchlists: string[];
    details: Record<string, string>;
    validFrom?: string | undefined;
    validUntil?: string | undefined;
    photos: Photo[];
    enrolledAt?: string | undefined;
};
export type NewPerson = {
    /**
     * absent for one that is made
     */
    personId?: string | undefined;
    name: string;
    /**
     * at least one where the key has a scope
     */
    watchlists?: string[] | undefined;
    details?: Record<string, string> | undefined;
    validFrom?: string | undefined;
    validUntil?: string | undefined;
    /**
     * the token of an unknown face
     */
    face: string;
};
export type SeenPerson = {
    personId: string;
    name: string;
    watchlists: string[];
    unknown?: boolean;
};
export type Visit = {
    person: SeenPerson;
    day: string;
    firstSeen: string;
    lastSeen: string;
    sightings: number;
    cameras: string[];
};
export type Alert = {
    /**
     * names it in paths
     */
    id: string;
    alertId: string;
    position: string;
    camera: string;
    at: string;
    person: SeenPerson;
    similarity: number;
    threshold: number;
    margin: number;
    box?: Box | undefined;
    reviewRequired?: boolean | undefined;
    expiresAt?: string | undefined;
    picture: string;
};
export type When = {
    /**
     * of this person
     */
    person?: string | undefined;
    /**
     * at this camera
     */
    camera?: string | undefined;
    /**
     * of people on this watchlist
     */
    watchlist?: string | undefined;
    /**
     * of visits: only somebody unknown, or only people of the gallery
     */
    unknown?: boolean | undefined;
    /**
     * of visits: only those that go on, or only those that ended
     */
    open?: boolean | undefined;
    /**
     * 2026-01-31; not with from and to
     */
    day?: string | undefined;
    /**
     * where days begin: Europe/Berlin
     */
    zone?: string | undefined;
    /**
     * 2026-01-31T12:00:00Z, -24h, -7d, now
     */
    from?: string | undefined;
    to?: string | undefined;
};
export type Ending = {
    signal?: AbortSignal;
};
/**
 * a JPEG, PNG or WebP of at most 8 MiB
 */
export type Picture = Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;
