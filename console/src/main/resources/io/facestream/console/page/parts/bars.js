// @ts-check
import {html} from './html.js';

/**
 * A chart that is a table to those who do not see it.
 * @param {string} what is counted @param {string} by of the first column
 * @param {{label: string, count: number}[]} rows
 */
export function bars(what, by, rows) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  return html`<table class="chart"><caption>${what}</caption>
    <thead class="unseen"><tr><th scope="col">${by}</th><th scope="col">Number</th></tr></thead>
    <tbody>${rows.map(({label, count}) => html`<tr><th scope="row" class="number">${label}</th>
      <td><div class="row-of-bar"><span class="bar" aria-hidden="true" .style=${`width:${(100 * count) / most}%`}></span> <span class="number">${count}</span></div></td></tr>`)}</tbody></table>`;
}
