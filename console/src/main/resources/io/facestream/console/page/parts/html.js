// @ts-check
/** Templates: what comes from a record is text, and never markup. */
export {html, svg, render, nothing} from '/page/lib/lit-html.js';
export {repeat} from '/page/lib/directives/repeat.js';
