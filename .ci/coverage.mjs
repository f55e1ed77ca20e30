// Adds up what the tests of all projects covered of the hand-written code, prints it, and fails below the figure in coverage.txt.
// usage: node .ci/coverage.mjs FOLDER   (of coverage.cobertura.xml files)
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const reports = readdirSync(process.argv[2], { recursive: true }).filter(name => name.endsWith('coverage.cobertura.xml')).map(name => join(process.argv[2], name));
if (reports.length === 0) {
  console.error(`${process.argv[2]}: there is no coverage.cobertura.xml. Run the tests with --collect "XPlat Code Coverage".`);
  process.exit(1);
}

// A branch counts as covered when any test project took it. Cobertura says how many of a line's branches were, not which,
// so the best of all reports counts.
const lines = new Map();
for (const report of reports) {
  const text = readFileSync(report, 'utf8');
  const sources = [...text.matchAll(/<source>(.*?)<\/source>/g)].map(match => match[1]);
  for (const [, name, body] of text.matchAll(/<class [^>]*filename="([^"]+)"[^>]*>([\s\S]*?)<\/class>/g)) {
    const file = sources.map(source => relative(root, resolve(source, name)).replaceAll('\\', '/')).find(path => /^(src|build)\//.test(path));
    if (!file || file.includes('/obj/') || file.startsWith('src/Generated/')) continue;
    for (const [, number, hits, rest] of body.matchAll(/<line number="(\d+)" hits="(\d+)"([^>]*)>/g)) {
      const branch = /condition-coverage="[^(]*\((\d+)\/(\d+)\)"/.exec(rest);
      const key = `${file}:${number}`;
      const known = lines.get(key) ?? { file, hit: false, taken: 0, branches: 0 };
      known.hit ||= hits !== '0';
      if (branch) {
        known.taken = Math.max(known.taken, Number(branch[1]));
        known.branches = Math.max(known.branches, Number(branch[2]));
      }
      lines.set(key, known);
    }
  }
}

const parts = new Map();
for (const line of lines.values()) {
  const part = line.file.split('/').slice(0, line.file.startsWith('src/') ? 3 : 2).join('/');
  for (const key of [part, 'all']) {
    const sum = parts.get(key) ?? { lines: 0, hit: 0, branches: 0, taken: 0 };
    sum.lines++;
    if (line.hit) sum.hit++;
    sum.branches += line.branches;
    sum.taken += line.taken;
    parts.set(key, sum);
  }
}

const percent = (part, whole) => whole === 0 ? '     -' : `${(100 * part / whole).toFixed(1).padStart(5)}%`;
console.log('hand-written code'.padEnd(40), 'lines'.padStart(7), 'branches'.padStart(9));
for (const [name, sum] of [...parts].sort(([a], [b]) => (a === 'all') - (b === 'all') || a.localeCompare(b)))
  console.log(name.replace(/\.cs$/, '').padEnd(40), percent(sum.hit, sum.lines).padStart(7), percent(sum.taken, sum.branches).padStart(9));

const all = parts.get('all');
const found = 100 * all.taken / all.branches;
const least = Number(readFileSync(join(import.meta.dirname, 'coverage.txt'), 'utf8'));
if (found + 0.05 < least) {
  console.error(`${found.toFixed(1)} % of the branches of hand-written code are covered; .ci/coverage.txt asks for ${least} %. Test what you wrote.`);
  process.exit(1);
}
if (found >= least + 0.5) console.log(`.ci/coverage.txt may go up from ${least} to ${Math.floor(found * 10) / 10}.`);
