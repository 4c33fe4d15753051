/** @typedef {import('../facestream.js').Recognition} Recognition */
/** @typedef {import('../facestream.js').FacestreamProblem} FacestreamProblem */
/** @typedef {{name: string, note: string}} Entered */
/** @param {Recognition} who @param {string} language for times */
export function recalled({ person, similarity, reviewRequired }: Recognition, language: string): HTMLDivElement;
/** @param {(entered: Entered) => void} enrol */
export function enrolForm(enrol: (entered: Entered) => void): HTMLFormElement;
/**
 * In the page's own words where it has some for the code.
 * @param {FacestreamProblem} problem @param {(() => void) | null} again null where that would not help
 */
export function trouble({ code, message, cure }: FacestreamProblem, again: (() => void) | null): HTMLDivElement;
export function notKnown(form: HTMLFormElement | null): HTMLDivElement;
export function enrolled(name: string): HTMLDivElement;
export type Recognition = import("../facestream.js").Recognition;
export type FacestreamProblem = import("../facestream.js").FacestreamProblem;
export type Entered = {
    name: string;
    note: string;
};
