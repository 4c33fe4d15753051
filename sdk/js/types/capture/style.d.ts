/** A sheet made by script: the page's policy need not allow styles in line. */
export const sheet: CSSStyleSheet;
