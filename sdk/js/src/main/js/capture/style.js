// @ts-check
/** Light or dark as the page is (its `color-scheme`), in the page's font. */
const CSS = `
  :host {
    --ink: var(--facestream-ink, light-dark(#16191d, #e9ecef));
    --back: var(--facestream-back, light-dark(#ffffff, #1a1e22));
    --line: var(--facestream-line, light-dark(#6b747d, #8b949d));
    --accent: var(--facestream-accent, light-dark(#0b6e6e, #4fc3c3));
    --on-accent: var(--facestream-on-accent, light-dark(#ffffff, #06201f));
    --bad: var(--facestream-bad, light-dark(#b3261e, #ff8a80));
    --radius: var(--facestream-radius, 8px);
    display: block; container-type: inline-size; color: var(--ink); line-height: 1.5;
  }
  :host([hidden]), [hidden] { display: none; }
  * { box-sizing: border-box; }
  .all { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); align-items: start; }
  .side, .stack { display: grid; gap: 12px; align-content: start; min-width: 0; }
  @container (min-width: 600px) { .all { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
  .stage { background: #000; border-radius: var(--radius); overflow: hidden; aspect-ratio: 4 / 3; }
  video, canvas { display: block; width: 100%; height: 100%; object-fit: contain; }
  .row { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
  .spread { display: flex; justify-content: space-between; gap: 12px; }
  .card, [part~="card"] { background: var(--back); border: 1px solid var(--line); border-radius: var(--radius); padding: 12px 16px;
    overflow-wrap: anywhere; }
  [part~="problem"] { border-left: 5px solid var(--bad); }
  [part~="match"], [part~="enrolled"] { border-left: 5px solid var(--accent); }
  [part~="name"] { font-size: 1.15em; }
  [part~="similarity"] { font-variant-numeric: tabular-nums; white-space: nowrap; }
  p, dl, ul { margin: 8px 0 0; }
  ul { padding-left: 1.2em; }
  dl > div { display: flex; gap: 8px; }
  dt { font-weight: 600; }
  dd { margin: 0; }
  form { display: grid; gap: 6px; margin-top: 12px; justify-items: start; }
  label { font-weight: 600; }
  input { font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: var(--radius);
    padding: 8px 10px; width: 100%; margin-bottom: 6px; }
  button, .file { font: inherit; font-weight: 600; cursor: pointer; min-height: 44px; padding: 8px 18px; border-radius: var(--radius);
    border: 1px solid var(--accent); background: var(--back); color: var(--accent); display: inline-flex; align-items: center; }
  button.main { background: var(--accent); color: var(--on-accent); }
  button[aria-disabled="true"] { opacity: .6; cursor: default; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  /* The label is what one sees and presses; the field itself takes the keyboard. */
  .aside { position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; border: 0; opacity: 0; overflow: hidden; }
  .file:has(+ .aside:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** A sheet made by script: the page's policy need not allow styles in line. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(CSS);
