// @ts-check
import {html, nothing} from '../parts/html.js';
import {View} from '../parts/view.js';
import {problem} from '../parts/states.js';
import {picture} from '../parts/picture.js';
import {percent} from '../parts/format.js';
import {Problem, streamPicture} from '../api.js';

/** A picture in; boxes, eyes and look-alikes as they come. */
export class Analyse extends View {
  /** @type {any[]} */ faces = [];
  /** @type {[string, number][]} */ stages = [];
  /** @type {any[]} */ analyses = [];
  url = '';
  over = false;

  template() {
    return html`<h1>Analyse</h1>
      ${problem(this.failure)}
      <div class="two">
        <section class="stack" aria-label="Picture">
          <div class="drop ${this.over ? 'over' : ''}" @dragover=${this.hover.bind(this, true)} @dragleave=${this.hover.bind(this, false)} @drop=${this.drop.bind(this)}>
            <p>Drop a picture here, paste one, or</p>
            <label class="button main" for="file">choose a file</label>
            <input id="file" type="file" accept="image/jpeg,image/png,image/webp" @change=${this.choose.bind(this)} class="file">
          </div>
          <fieldset><legend>Also ask, where the job runs them</legend><div class="row">${['age-gender', 'emotion', 'liveness'].map((name) => html`
            <label class="inline"><input type="checkbox" name="analyser" value=${name}> ${name}</label>`)}</div></fieldset>
          ${this.url ? picture(this.url, this.faces, 'The picture that was analysed') : nothing}
        </section>
        <section class="stack" aria-label="Result" aria-live="polite">
          ${this.busy ? html`<p role="status">Looking …</p>` : nothing}
          ${this.url && !this.busy && !this.failure && this.faces.length === 0 ? html`<p>No face was found.</p>` : nothing}
          ${this.faces.map((face) => this.face(face))}
          ${this.stages.length === 0 ? nothing : html`<div class="card"><h2>Time</h2><table><tbody>
            ${this.stages.map(([stage, millis]) => html`<tr><td>${stage}</td><td class="number">${millis.toFixed(0)} ms</td></tr>`)}</tbody></table></div>`}
        </section>
      </div>`;
  }

  /** @param {any} analysis */
  hear(analysis) {
    this.analyses = [...this.analyses, analysis];
    this.faces = this.faces.map((face) => ({...face, analyses: this.said(face.index)}));
    this.stages = [...this.stages, /** @type {[string, number]} */ ([analysis.analyser, analysis.milliseconds])];
  }

  /** @param {number} face */
  said(face) {
    return this.analyses.filter((analysis) => analysis.face === undefined || analysis.face === face);
  }

  /** @param {any} analysis */
  analysis({analyser, label, attributes, failure}) {
    const words = Object.entries(attributes ?? {}).map(([name, value]) => `${name} ${value}`).join(', ');
    return html`<tr><th>${analyser}</th><td class=${failure ? 'quiet' : ''}>${failure ?? (words || label)}</td></tr>`;
  }

  /** @param {any} face */
  face(face) {
    return html`<article class="card">
      <div class="row spread"><h2>Face ${face.index + 1}</h2><span class="quiet number">quality ${percent(face.quality)}</span></div>
      ${face.match ? html`<p class="good"><strong>${face.match.name}</strong>, ${percent(face.match.similarity)}</p>` : nothing}
      ${face.reason ? html`<p class="quiet">${face.reason}</p>` : nothing}
      ${face.analyses?.length ? html`<table><tbody>${face.analyses.map(this.analysis)}</tbody></table>` : nothing}
      ${face.candidates?.length ? html`<table><thead><tr><th>Looks like</th><th>Similarity</th></tr></thead><tbody>
        ${face.candidates.map((/** @type {any} */ candidate) => html`<tr><td>${candidate.name}</td><td class="number">${percent(candidate.similarity)}</td></tr>`)}
      </tbody></table>` : nothing}
    </article>`;
  }

  async start() {
    document.addEventListener('paste', (event) => {
      const file = [...(event.clipboardData?.files ?? [])].find((one) => one.type.startsWith('image/'));
      if (file) this.analyse(file);
    }, {signal: this.ended.signal});
  }

  /** @param {boolean} over @param {DragEvent} event */
  hover(over, event) {
    event.preventDefault();
    this.over = over;
    this.show();
  }

  /** @param {DragEvent} event */
  drop(event) {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) this.analyse(file);
  }

  /** @param {Event} event */
  choose(event) {
    const file = /** @type {HTMLInputElement} */ (event.target).files?.[0];
    if (file) this.analyse(file);
  }

  /** @param {Blob} file */
  async analyse(file) {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(file);
    this.faces = [];
    this.stages = [];
    this.analyses = [];
    const wanted = [...this.place.querySelectorAll('input[name=analyser]:checked')].map((box) => /** @type {HTMLInputElement} */ (box).value);
    const asked = wanted.length ? `?analysers=${wanted.join(',')}` : '';
    let done = false;
    await this.run(() => streamPicture(`/api/v1/analyze${asked}`, file, (event, data) => {
      if (event === 'faces') this.faces = data.faces;
      if (event === 'matches') this.faces = data.faces.map((/** @type {any} */ face) => ({...face, analyses: this.said(face.index)}));
      if (event === 'analysis') this.hear(data);
      if (event === 'problem') throw new Problem(data.status, data);
      if (event === 'done') done = true;
      const name = {faces: 'Faces found', matches: 'People looked for', done: 'All'}[event];
      if (name) this.stages = [...this.stages, /** @type {[string, number]} */ ([name, data.milliseconds])];
      this.show();
    }).then(() => {
      if (!done) throw new Problem(0, {title: 'The connection broke before all was told', cure: 'Send the picture again'});
    }));
  }

  end() {
    super.end();
    if (this.url) URL.revokeObjectURL(this.url);
  }
}
