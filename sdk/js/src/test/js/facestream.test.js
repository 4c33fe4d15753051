// @ts-check
/** Against a server of the test's own, which breaks where a real one would not. */
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {afterEach, beforeEach, test} from 'node:test';
import {Facestream, FacestreamProblem} from '../../main/js/facestream.js';

/** @type {import('node:http').Server} */
let server;
/** @type {Facestream} */
let desk;
/** @type {{method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders, body: string}[]} */
let asked;
/** @type {((answer: import('node:http').ServerResponse) => void)[]} */
let answers;

beforeEach(async () => {
  asked = [];
  answers = [];
  server = createServer(async (request, answer) => {
    let body = '';
    for await (const piece of request) body += piece;
    asked.push({method: request.method, url: request.url, headers: request.headers, body});
    (answers.shift() ?? ((last) => last.writeHead(500).end()))(answer);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  desk = new Facestream(`http://127.0.0.1:${port}/`, 'fs_test');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** @param {unknown} value @param {number} [status] @param {Record<string, string>} [headers] */
const json = (value, status = 200, headers = {}) => (/** @type {import('node:http').ServerResponse} */ answer) => {
  answer.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(JSON.stringify(value));
};

/** Sends pieces one after the other, then ends or breaks. @param {string[]} pieces @param {boolean} [breaks] */
const pieces = (pieces, breaks = false) => async (/** @type {import('node:http').ServerResponse} */ answer) => {
  answer.writeHead(200, {'Content-Type': 'text/event-stream'});
  for (const piece of pieces) await new Promise((sent) => answer.write(piece, () => sent(undefined)));
  if (breaks) answer.destroy();
  else answer.end();
};

/** @param {string} event @param {unknown} data @param {string} [id] */
const told = (event, data, id) => `${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** @param {() => Promise<unknown>} work @param {string} code */
const refuses = (work, code) => assert.rejects(work, (failure) => failure instanceof FacestreamProblem && failure.code === code);

test('asks with the key, and for the watchlists that are wanted', async () => {
  answers.push(json({outcome: 'no-face'}));
  const who = await desk.recognize(new Blob(['picture']), {watchlists: ['a b', 'c']});
  assert.equal(who.outcome, 'no-face');
  assert.equal(asked[0].url, '/api/v1/recognize?watchlists=a+b%2Cc');
  assert.equal(asked[0].headers.authorization, 'Bearer fs_test');
  assert.equal(asked[0].headers['content-type'], 'application/octet-stream');
  assert.equal(asked[0].body, 'picture');
});

test('tells what was refused, with its cure and when to try again', async () => {
  answers.push(json({title: 'Too often', code: 'too-many-requests', cure: 'Wait'}, 429, {'Retry-After': '7'}));
  await assert.rejects(desk.person('a/b'), (/** @type {FacestreamProblem} */ problem) => {
    assert.deepEqual([problem.status, problem.code, problem.message, problem.cure, problem.retryAfter, problem.passes],
      [429, 'too-many-requests', 'Too often', 'Wait', 7, true]);
    return true;
  });
  assert.equal(asked[0].url, '/api/v1/people/a%2Fb');
});

test('tells that nobody answers', async () => {
  await refuses(() => new Facestream('http://127.0.0.1:1', 'fs_test').person('a'), 'no-connection');
  answers.push((answer) => answer.writeHead(200, {'Content-Length': '100'}).write('{', () => answer.destroy()));
  await refuses(() => desk.person('a'), 'no-connection');
  answers.push(() => {});
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  await refuses(() => new Facestream(`http://127.0.0.1:${port}`, 'k', {patience: 50}).person('a'), 'no-connection');
});

test('ends by the signal, with its own reason', async () => {
  const ended = new AbortController();
  answers.push(() => ended.abort(new Error('enough')));
  await assert.rejects(desk.recognize(new Blob(['x']), {signal: ended.signal}), {message: 'enough'});
});

test('asks once more, by the same key, for what was lost while it was made', async () => {
  answers.push((answer) => answer.destroy(), json({personId: 'ada'}, 201));
  assert.equal((await desk.enrol({name: 'Ada', face: 'face_x'})).personId, 'ada');
  assert.equal(asked.length, 2);
  assert.equal(asked[0].headers['idempotency-key'], asked[1].headers['idempotency-key']);
  answers.push(json({code: 'invalid'}, 400));
  await refuses(() => desk.enrol({name: '', face: 'face_x'}), 'invalid');
  assert.equal(asked.length, 3);
});

test('passes over all pages, as they are needed', async () => {
  answers.push(json({items: [{personId: 'a'}, {personId: 'b'}], next: 'cursor&'}), json({items: [{personId: 'c'}]}));
  const ids = [];
  for await (const {personId} of desk.people({text: 'x'})) ids.push(personId);
  assert.deepEqual(ids, ['a', 'b', 'c']);
  assert.deepEqual(asked.map(({url}) => url), ['/api/v1/people?q=x', '/api/v1/people?q=x&cursor=cursor%26']);
});

test('adds a photo by a picture or by a token', async () => {
  answers.push(json({photo: '1'}, 201), json({photo: '2'}, 201));
  await desk.addPhoto('a', new Uint8Array([1]), {face: 0, anyway: true});
  await desk.addPhoto('a', {face: 'face_x'});
  assert.equal(asked[0].url, '/api/v1/people/a/photos?face=0&anyway=true');
  assert.equal(asked[1].body, '{"face":"face_x"}');
});

test('hears events that come in any pieces', async () => {
  const stream = ':\n\n' + told('accepted', {request: 'r'}) + 'event: faces\r\ndata: {"faces":\r\ndata: [],"milliseconds":1}\r\n\r\n'
    + 'event: empty\n\nretry: 3\n\n' + told('analysis', {analyser: 'ä→', milliseconds: 2}) + told('done', {milliseconds: 3});
  answers.push(pieces(stream.split('')));
  const events = [];
  for await (const event of desk.analysis(new Blob(['x']), {analysers: ['a'], candidates: 2})) events.push(event);
  assert.deepEqual(events, [
    {event: 'accepted', data: {request: 'r'}},
    {event: 'faces', data: {faces: [], milliseconds: 1}},
    {event: 'analysis', data: {analyser: 'ä→', milliseconds: 2}},
    {event: 'done', data: {milliseconds: 3}},
  ]);
  assert.equal(asked[0].url, '/api/v1/analyze?analysers=a&candidates=2');
});

test('tells a problem in place of what is missing, and an end that is none', async () => {
  const all = async () => {
    for await (const event of desk.analysis(new Blob(['x']))) assert.equal(event.event, 'accepted');
  };
  answers.push(pieces([told('accepted', {}), told('problem', {status: 504, code: 'no-answer'})]));
  await refuses(all, 'no-answer');
  answers.push(pieces([told('accepted', {})]));
  await refuses(all, 'no-connection');
  answers.push(pieces([told('accepted', {}), 'event: faces\ndata: {'], true));
  await refuses(all, 'no-connection');
});

test('goes on exactly behind the last alert', async () => {
  answers.push(
    pieces(['id: 0-4\n\n', told('alert', {id: 'a'}, '0-5'), 'id: 0-9\n\n', 'event: alert\ndata: {"id":'], true),
    json({code: 'broker-away'}, 503),
    pieces([told('alert', {id: 'b'}, '0-10')]),
  );
  const heard = [];
  for await (const {alert, position} of desk.alerts({watchlist: 'a'})) {
    heard.push([alert.id, position]);
    if (heard.length === 2) break;
  }
  assert.deepEqual(heard, [['a', '0-5'], ['b', '0-10']]);
  assert.deepEqual(asked.map(({headers}) => headers['last-event-id']), [undefined, '0-9', '0-9']);
  assert.equal(asked[2].url, '/api/v1/alerts?watchlist=a');

  answers.push(pieces([told('alert', {id: 'c'}, '0-11')]));
  for await (const {alert} of desk.alerts({after: '0-10'})) {
    assert.equal(alert.id, 'c');
    break;
  }
  assert.equal(asked[3].headers['last-event-id'], '0-10');
});

test('does not come back to where it may not', async () => {
  answers.push(json({code: 'bad-key'}, 401));
  await refuses(() => desk.alerts().next(), 'bad-key');
});
