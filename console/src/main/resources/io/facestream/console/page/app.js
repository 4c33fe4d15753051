// @ts-check
import {html, render, nothing} from './parts/html.js';
import {call, repeat} from './api.js';
import {Login} from './views/login.js';
import {Setup} from './views/setup.js';
import {Away} from './views/away.js';
import {Live} from './views/live.js';
import {Analyse} from './views/analyse.js';
import {Desk} from './views/desk.js';
import {People} from './views/people.js';
import {Visits} from './views/visits.js';
import {Cameras} from './views/cameras.js';
import {Settings} from './views/settings.js';

/** @type {Record<string, {title: string, right: string, view: any}>} */
const pages = {
  live: {title: 'Live', right: 'read', view: Live},
  analyse: {title: 'Analyse', right: 'recognise', view: Analyse},
  desk: {title: 'Desk', right: 'recognise', view: Desk},
  people: {title: 'People', right: 'read', view: People},
  visits: {title: 'Visits', right: 'read', view: Visits},
  cameras: {title: 'Cameras', right: 'read', view: Cameras},
  settings: {title: 'Settings', right: 'admin', view: Settings},
};

const app = /** @type {HTMLElement} */ (document.getElementById('app'));
/** @type {any} */
let session = null;
/** @type {any} */
let open = null;

document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';

function turnTheme() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const root = document.documentElement;
  const now = root.dataset.theme || (dark ? 'dark' : 'light');
  root.dataset.theme = now === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
}

/** @param {string} path */
export function go(path) {
  history.pushState(null, '', path);
  route(true);
}

/** @param {any} opened */
function loggedIn(opened) {
  session = opened;
  localStorage.setItem('session', 'open');
  repeat(opened.csrf);
  go('/' + Object.keys(pages).filter((name) => may(name))[0]);
}

/** @param {string} name */
const may = (name) => session.rights.includes(pages[name].right);

async function logOut() {
  await call('DELETE', '/api/v1/session').catch(() => {});
  leave();
}

function leave() {
  session = null;
  localStorage.removeItem('session');
  go('/login');
}

/** @param {boolean} moved whether somebody went there, rather than loaded the page */
function route(moved) {
  open?.end();
  const name = location.pathname.slice(1);
  if (name === 'setup') return alone('Set the password', Setup);
  if (!session) return alone('Log in', Login);
  const known = pages[name] && may(name) ? name : Object.keys(pages).filter((page) => may(page))[0];
  // A link to log in with, opened by somebody who has: it is not needed, and not for others to see.
  if (name === 'login') history.replaceState(null, '', '/' + known);
  document.title = `${pages[known].title} · Facestream`;
  render(shell(known), app);
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  const place = document.createElement('div');
  main.replaceChildren(place);
  open = new pages[known].view(place, session);
  open.show();
  open.start();
  app.querySelector('nav [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  if (moved) main.focus();
}

/** @param {string} title @param {any} view @param {(session: any) => void} [done] */
function alone(title, view, done = loggedIn) {
  document.title = `${title} · Facestream`;
  render(html`<main id="main" tabindex="-1"></main>`, app);
  const place = document.createElement('div');
  /** @type {HTMLElement} */ (document.getElementById('main')).replaceChildren(place);
  open = new view(place, done);
  open.show();
  open.start();
}

/** @param {string} current */
function shell(current) {
  return html`<div class="shell">
    <nav aria-label="Pages">
      <div class="brand"><img src="/page/icon.svg" alt=""><span>Facestream</span></div>
      ${Object.keys(pages).filter((name) => may(name)).map((name) => html`
        <a href=${'/' + name} aria-current=${name === current ? 'page' : nothing} @click=${follow}>${pages[name].title}</a>`)}
      <div class="who">
        <div class="name quiet">${session.name}</div>
        <button class="plain" @click=${turnTheme}>Light or dark</button>
        <button class="plain" @click=${logOut}>Log out</button>
      </div>
    </nav>
    <main id="main" tabindex="-1"></main>
  </div>`;
}

/** @param {MouseEvent} event */
function follow(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(/** @type {HTMLAnchorElement} */ (event.currentTarget).pathname);
}

window.addEventListener('popstate', () => route(true));
window.addEventListener('logged-out', () => {
  if (session) leave();
});

/** @param {any} opened null where nobody is logged in */
function known(opened) {
  session = opened;
  if (session) repeat(session.csrf);
  route(false);
}

// A template is put behind what is there already: the word that the page is loading.
app.replaceChildren();

// Asked only where there may be one: a browser tells of each refusal in its log.
if (location.pathname !== '/setup' && localStorage.getItem('session')) {
  alone('One moment', Away, known);
} else {
  route(false);
}
