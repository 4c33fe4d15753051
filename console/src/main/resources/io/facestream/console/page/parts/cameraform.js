// @ts-check
import {html, nothing} from './html.js';

const TURNS = {0: 'Not', 90: 'By 90° clockwise', 180: 'By 180°', 270: 'By 270° clockwise'};

/**
 * The fields of a camera: where it is read, and how.
 * @param {any} source what is there; null for a new camera
 */
export const fields = (source) => html`<div class="pair">
  ${source ? nothing : field('name', 'Name', 'Letters, digits, dot, dash and underscore; visits and alerts name it', html`
    <input id="camera-name" name="name" required maxlength="100" pattern="[A-Za-z0-9._\\-]+" autocomplete="off" aria-describedby="camera-name-help">`)}
  ${field('url', 'Address', source ? `${source.address} …; leave it empty to keep it as it is` : 'rtsp, rtsps, http or https, as the camera\'s manual says', html`
    <input id="camera-url" name="url" type="url" maxlength="1500" pattern="(?:[rR][tT][sS][pP]|[hH][tT][tT][pP])[sS]?://.+" title="An address that begins with rtsp://, rtsps://, http:// or https://" placeholder="rtsp://10.0.0.5/stream1" autocomplete="off" aria-describedby="camera-url-help">`)}
  ${field('user', 'User', 'If the camera asks for one', html`
    <input id="camera-user" name="user" maxlength="100" autocomplete="off" aria-describedby="camera-user-help">`)}
  ${field('password', 'Password', source ? 'Of the new address; it is never shown again' : 'It is never shown again', html`
    <input id="camera-password" name="password" type="password" maxlength="200" autocomplete="new-password" aria-describedby="camera-password-help">`)}
  ${field('rate', 'Frames a second', 'At most; empty: as many as the camera sends', html`
    <input id="camera-rate" name="rate" type="number" step="any" min="0.01" max="1000" .value=${String(source?.rate ?? '')} aria-describedby="camera-rate-help">`)}
  ${field('rotate', 'Turn the picture', 'For a camera that hangs on its head or side', html`
    <select id="camera-rotate" name="rotate" aria-describedby="camera-rotate-help">${Object.entries(TURNS).map(([turn, title]) => html`<option value=${turn} ?selected=${Number(turn) === (source?.rotate ?? 0)}>${title}</option>`)}</select>`)}
</div>`;

/** @param {string} name @param {string} label @param {string} help @param {unknown} input */
const field = (name, label, help, input) => html`<div class="field"><label for=${`camera-${name}`}>${label}</label>
  ${input}<div id=${`camera-${name}-help`} class="quiet help">${help}</div></div>`;

/**
 * What is asked for of a new address, and of one that a user or password is for.
 * @param {HTMLFormElement} form @param {any} source
 */
export function askFor(form, source) {
  const data = new FormData(form);
  const address = /** @type {HTMLInputElement} */ (form.elements.namedItem('url'));
  address.required = !source || Boolean(data.get('user') || data.get('password'));
}

/**
 * What a form says. What it has no field for stays, and so does the address where none was written.
 * @param {HTMLFormElement} form @param {any} source
 */
export function read(form, source) {
  const data = new FormData(form);
  /** @param {string} name */
  const text = (name) => String(data.get(name) ?? '').trim();
  const wanted = kept(source);
  delete wanted.rate;
  delete wanted.rotate;
  if (text('url')) wanted.url = withUser(text('url'), text('user'), String(data.get('password') ?? ''));
  if (text('rate')) wanted.rate = Number(text('rate'));
  if (text('rotate') !== '0') wanted.rotate = Number(text('rotate'));
  return wanted;
}

/** What a source says, as it is sent: without its address, which stays. @param {any} source */
export function kept(source) {
  /** @type {Record<string, any>} */
  const wanted = {};
  if (source?.enabled === false) wanted.enabled = false;
  for (const name of ['rate', 'maxWidth', 'jpegQuality', 'rotate']) {
    if (source?.[name] !== undefined) wanted[name] = source[name];
  }
  return wanted;
}

/** @param {string} url @param {string} user @param {string} password */
function withUser(url, user, password) {
  if (!user && !password) return url;
  const secret = password ? `:${encodeURIComponent(password)}` : '';
  // As a function: a password may have what a replacement takes for a reference.
  return url.replace(/^[a-z]+:\/\//i, (scheme) => `${scheme}${encodeURIComponent(user)}${secret}@`);
}
