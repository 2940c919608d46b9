// Answers, one JSON document a line, what ODK's engine makes of a form and of steps in it.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

// The engine runs in browsers; this gives it the parts of one that it asks for.
const { window } = new JSDOM('');
const parts = [
  'DOMParser', 'XMLSerializer', 'Node', 'Element', 'Document', 'XMLDocument', 'Attr', 'Text',
  'Comment', 'NodeFilter', 'XPathResult', 'XPathEvaluator', 'CDATASection',
  'ProcessingInstruction', 'NodeList', 'HTMLCollection', 'NamedNodeMap', 'DocumentFragment',
  'Blob', 'File', 'FormData',
];
for (const name of parts) if (window[name]) globalThis[name] = window[name];
globalThis.window ??= window;
globalThis.document ??= window.document;
globalThis.__dirname = '/';
globalThis.require = createRequire(import.meta.url);
console.warn = console.error = () => {};
const { loadForm } = await import('@getodk/xforms-engine');

let folder = '.';
let form = null;
let root = null;

const attachment = async (url) => {
  const file = path.join(folder, path.basename(url.pathname ?? String(url)));
  if (!fs.existsSync(file)) return new Response(null, { status: 404 });
  const types = { '.csv': 'text/csv', '.geojson': 'application/geo+json', '.xml': 'text/xml' };
  const type = types[path.extname(file)] ?? 'text/plain';
  return new Response(fs.readFileSync(file), { headers: { 'content-type': type } });
};

const plain = new Set(['string', 'barcode']);
const options = { fetchFormAttachment: attachment, missingResourceBehavior: 'BLANK' };

async function load(request) {
  folder = path.dirname(request.load);
  const result = await loadForm(fs.readFileSync(request.load, 'utf8'), options);
  if (result.status === 'failure') throw result.error;
  form = result;
  root = result.createInstance({}).root;
}

function* nodes(node) {
  for (const child of node.currentState.children ?? []) {
    yield child;
    yield* nodes(child);
  }
}

function states() {
  const found = {};
  for (const node of nodes(root)) {
    const state = node.currentState;
    const violation = node.validationState?.violation ?? null;
    const leaf = state.children == null;
    found[state.reference] = {
      kind: node.nodeType,
      type: node.valueType ?? '',
      relevant: state.relevant,
      required: state.required,
      readonly: state.readonly,
      value: leaf ? state.instanceValue : '',
      violation: leaf ? violation?.condition ?? null : null,
    };
  }
  return found;
}

function find(reference) {
  for (const node of nodes(root)) if (node.currentState.reference === reference) return node;
  throw new Error(`no node ${reference}`);
}

function set(reference, value) {
  const node = find(reference);
  const list = value === '' ? [] : value.split(' ');
  if (node.nodeType === 'select') node.selectValues(list);
  else if (node.nodeType === 'rank') node.setValues(list);
  else if (node.nodeType === 'trigger') node.setValue(value === 'OK');
  else node.setValue(value === '' && !plain.has(node.valueType) ? null : value);
}

function take(step) {
  if ('set' in step) set(step.set, step.value);
  else if ('add' in step) find(step.add).addInstances();
  else if ('remove' in step) {
    const [, range, number] = /^(.*)\[(\d+)\]$/.exec(step.remove);
    find(range).removeInstances(Number(number) - 1);
  } else if ('language' in step) {
    const language = root.languages.find((each) => each.language.includes(step.language));
    if (language) root.setLanguage(language);
  }
}

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

async function bench(request) {
  const loads = [];
  let found = null;
  for (let run = 0; run < request.runs; run += 1) {
    const start = performance.now();
    await load({ load: request.bench });
    loads.push(performance.now() - start);
  }
  found = new Map([...nodes(root)].map((node) => [node.currentState.reference, node]));
  const times = [];
  for (const [reference, value] of request.answers) {
    const node = found.get(reference);
    const start = performance.now();
    node.setValue(value);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return {
    loads,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    memory: process.memoryUsage().rss,
  };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  let answer;
  try {
    const request = JSON.parse(line);
    if (request.bench) answer = await bench(request);
    else {
      if (request.load) await load(request);
      else take(request.step);
      answer = { states: states() };
    }
  } catch (error) {
    answer = { error: String(error?.message ?? error).slice(0, 300) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
