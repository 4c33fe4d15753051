// @ts-check
/** The document of the API, to be read by people: each route with what it takes and answers. */
import {html, render, nothing} from './parts/html.js';
import {problem} from './parts/states.js';
import {get} from './api.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const main = /** @type {HTMLElement} */ (document.getElementById('main'));

/** @type {any} */
let api = null;
let wanted = '';

document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';

/** @param {any} thing what may stand elsewhere in the document */
const found = (thing) => (thing?.$ref ? thing.$ref.slice(2).split('/').reduce((/** @type {any} */ at, /** @type {string} */ name) => at[name], api) : thing);

/** @param {string} ref */
const nameOf = (ref) => ref.slice(ref.lastIndexOf('/') + 1);

/** @param {string} path */
const groupOf = (path) => /^\/api\/v1\/([a-z]+)/.exec(path)?.[1] ?? 'service';

function groups() {
  /** @type {Map<string, any[]>} */
  const all = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((one) => methods[one])) {
      const operation = methods[method];
      const text = `${method} ${path} ${operation.summary} ${operation.description ?? ''}`.toLowerCase();
      if (!text.includes(wanted)) continue;
      const group = groupOf(path);
      all.set(group, [...(all.get(group) ?? []), {path, method, operation}]);
    }
  }
  return all;
}

/** A type in a few words, with links to what has a name. @param {any} schema @returns {unknown} */
function type(schema) {
  if (!schema) return nothing;
  if (schema.$ref) return html`<a href=${'#schema-' + nameOf(schema.$ref)}>${nameOf(schema.$ref)}</a>`;
  if (schema.allOf) return schema.allOf.map(type);
  if (schema.type === 'array') return html`list of ${type(schema.items)}`;
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.additionalProperties?.type || schema.additionalProperties?.$ref) return html`map to ${type(schema.additionalProperties)}`;
  const bounds = ['minimum', 'maximum', 'minLength', 'maxLength', 'default'].filter((bound) => schema[bound] !== undefined)
    .map((bound) => `${bound} ${schema[bound]}`);
  return [schema.type ?? 'anything', schema.format ? ` (${schema.format})` : '', bounds.length ? `, ${bounds.join(', ')}` : ''].join('');
}

/** The fields of a schema. @param {any} schema @returns {unknown} */
function fields(schema) {
  const bare = schema.type === 'array' ? schema.items : schema;
  if (bare.$ref || !bare.properties) return nothing;
  return html`<ul class="fields">${Object.entries(bare.properties).map(([name, field]) => html`<li>
    <code>${name}</code>${bare.required?.includes(name) ? '' : ' (optional)'}: ${type(field)}${field.description ? ` – ${field.description}` : ''}
    ${fields(field)}</li>`)}</ul>`;
}

/** @param {any} content by media type */
const bodies = (content) => Object.entries(content ?? {}).map(([media, {schema}]) => html`<div><code>${media}</code> ${type(schema)} ${fields(schema)}</div>`);

/** A value that a schema allows, to begin with. @param {any} given @returns {any} */
function example(given) {
  const schema = found(given);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [example(schema.items)];
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map((/** @type {string} */ name) => [name, example(schema.properties[name])]));
  return {integer: schema.minimum ?? 1, number: 0.5, boolean: true}[/** @type {string} */ (schema.type)] ?? '…';
}

/** @param {string} path @param {string} method @param {any} operation */
function curl(path, method, operation) {
  const content = found(operation.requestBody)?.content ?? {};
  const json = content['application/json'];
  return ['curl',
    method === 'get' ? '' : `-X ${method.toUpperCase()}`,
    operation.security?.length === 0 ? '' : '-H "Authorization: Bearer $FACESTREAM_KEY"',
    content['image/jpeg'] ? "-H 'Content-Type: image/jpeg' --data-binary @picture.jpg" : '',
    json && !content['image/jpeg'] ? `-H 'Content-Type: application/json' -d '${JSON.stringify(example(json.schema))}'` : '',
    `'${location.origin}${path}'`].filter((part) => part).join(' ');
}

/** @param {{path: string, method: string, operation: any}} one */
function route({path, method, operation}) {
  const parameters = (operation.parameters ?? []).map(found);
  const body = found(operation.requestBody);
  return html`<details class="card" id=${operation.operationId}>
    <summary><span class="tag">${method.toUpperCase()}</span> <code>${path}</code> <span class="quiet">${operation.summary}</span></summary>
    ${operation.description ? html`<p>${operation.description}</p>` : nothing}
    <p>${operation.security?.length === 0 ? 'For anybody.' : 'With an API key, or the session of a user.'}</p>
    ${parameters.length ? html`<h3>Parameters</h3><ul class="fields">${parameters.map((/** @type {any} */ one) => html`<li>
      <code>${one.name}</code> (${one.in}${one.required ? '' : ', optional'}): ${type(one.schema)}${one.description ? ` – ${one.description}` : ''}</li>`)}</ul>` : nothing}
    ${body ? html`<h3>Body</h3>${bodies(body.content)}` : nothing}
    <h3>Answers</h3>
    <ul class="fields">${Object.entries(operation.responses).map(([status, answer]) => html`<li>
      <strong>${status === 'default' ? 'else' : status}</strong> ${found(answer).description} ${bodies(found(answer).content)}</li>`)}</ul>
    <h3>Ask it</h3>
    <code>${curl(path, method, operation)}</code>
  </details>`;
}

function template() {
  const all = groups();
  const count = [...all.values()].flat().length;
  return html`<h1>${api.info.title}: API</h1>
    <p>${api.info.description}</p>
    <p>The document itself: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI ${api.openapi}).</p>
    <div class="field"><label for="wanted">Find</label>
      <input id="wanted" type="search" .value=${wanted} @input=${find}></div>
    <p class="quiet" role="status">${count} ${count === 1 ? 'route' : 'routes'}</p>
    <div class="stack">
      ${[...all].map(([group, routes]) => html`<section class="stack" aria-labelledby=${'group-' + group}><h2 id=${'group-' + group}>${group}</h2>${routes.map(route)}</section>`)}
      ${wanted ? nothing : html`<section class="stack" aria-labelledby="schemas"><h2 id="schemas">What it speaks of</h2>
        ${Object.entries(api.components.schemas).map(([name, schema]) => html`<details class="card" id=${'schema-' + name}>
          <summary><code>${name}</code> <span class="quiet">${schema.description ?? ''}</span></summary><p>${type(schema)}</p>${fields(schema)}</details>`)}</section>`}
    </div>`;
}

/** @param {InputEvent} event */
function find(event) {
  wanted = /** @type {HTMLInputElement} */ (event.target).value.trim().toLowerCase();
  render(template(), main);
}

/** Opens what an address or a link names. */
function open() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
}

window.addEventListener('hashchange', open);
try {
  api = await get('/api/v1/openapi.json');
  main.replaceChildren();
  render(template(), main);
  open();
} catch (failure) {
  main.replaceChildren();
  render(problem(failure), main);
}
