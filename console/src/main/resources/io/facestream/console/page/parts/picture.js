// @ts-check
import {html, svg, nothing} from './html.js';
import {shade} from './zones.js';

/**
 * A picture with its faces, and the zones in which they are ignored.
 * @param {string} url @param {any[]} faces @param {string} alt @param {any[]} [zones]
 */
export function picture(url, faces, alt, zones = []) {
  return html`<div class="picture"><img src=${url} alt=${alt}>
    ${faces.length + zones.length === 0 ? nothing : html`<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${zones.map((zone) => shade(zone))}${faces.map(frame)}</svg>
      ${faces.map(label)}`}
  </div>`;
}

/** @param {any} face */
const frame = ({box, outcome, landmarks}) => svg`
  <rect class="box ${outcome ?? ''}" x=${100 * box.x} y=${100 * box.y} width=${100 * box.width} height=${100 * box.height}></rect>
  ${(landmarks ?? []).slice(0, 2).map((/** @type {number[]} */ [x, y]) => svg`
    <ellipse class="eye" cx=${100 * x} cy=${100 * y} rx=${3 * box.width} ry=${3 * box.height * 0.8}></ellipse>`)}`;

/** @param {any} face */
function label(face) {
  const name = face.match?.name ?? face.name;
  const top = `${Math.min(94, 100 * (face.box.y + face.box.height))}%`;
  // From the side on which there is more room for it.
  const side = face.box.x + face.box.width / 2 < 0.5 ? `left:${Math.max(0, 100 * face.box.x)}%` : `right:${Math.max(0, 100 * (1 - face.box.x - face.box.width))}%`;
  return name ? html`<span class="label" .style=${`top:${top};${side}`}>${name}</span>` : nothing;
}
