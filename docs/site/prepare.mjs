// Writes the input of docfx: pages whose links lead somewhere on the site, one page for each rule, a list of the operations,
// and the tables of contents.
// usage: node docs/site/prepare.mjs REPOSITORY WORK RULES.json OPERATIONS.json
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const [repository, work, rulesFile, operationsFile] = process.argv.slice(2);
const groups = JSON.parse(readFileSync(join(repository, "docs/site/pages.json"), "utf8"));
const rules = JSON.parse(readFileSync(rulesFile, "utf8"));
const operations = JSON.parse(readFileSync(operationsFile, "utf8"));
const atTheRoot = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md"];

const named = groups.flatMap((group) => group.pages.map((page) => `${page}.md`));
const present = readdirSync(join(repository, "docs")).filter((file) => file.endsWith(".md"));
const forgotten = present.filter((file) => !named.includes(file));
const missing = named.filter((file) => !present.includes(file));
if (forgotten.length + missing.length > 0) {
  console.error(`docs/site/pages.json: it lacks [${forgotten}], and names [${missing}], which do not exist.`);
  process.exit(1);
}

const pages = [...atTheRoot, ...present.map((file) => `docs/${file}`)];

// A link to a file that is no page, such as a sample, becomes its text: the site has no sources.
function withLinksOfTheSite(page, text) {
  const outside = (target) => /^[a-z]+:/.test(target) || target.startsWith("#");
  return text.replace(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g, (link, image, label, target) => {
    if (outside(target)) {
      return link;
    }

    const file = normalize(join(dirname(page), target.split("#")[0]));
    if (!existsSync(join(repository, file))) {
      throw new Error(`${page}: the link to ${target} leads nowhere.`);
    }

    return pages.includes(file) || file.startsWith("docs/images/") ? link : label;
  });
}

function write(file, text) {
  mkdirSync(dirname(join(work, file)), { recursive: true });
  writeFileSync(join(work, file), text);
}

for (const page of pages) {
  const text = withLinksOfTheSite(page, readFileSync(join(repository, page), "utf8"));
  write(page === "README.md" ? "index.md" : page, text.replace(/\]\((\.\.\/)?README\.md/g, "]($1index.md"));
}

cpSync(join(repository, "docs/images"), join(work, "docs/images"), { recursive: true });

// The text of a rule is our own, that of an operation is Pinterest's; neither becomes an element or a link.
const escape = (text) => String(text).replace(/[<>&*_`[\]|\\:\n]/g, (c) => `&#${c.charCodeAt(0)};`);
const verdict = (text) => (text === null ? "does not occur" : escape(text));
for (const rule of rules) {
  write(
    `rules/${rule.id}.md`,
    `# ${rule.id}\n\n` +
      `- **Example**: ${escape(rule.example)}\n- **In a request, or without a direction**: ${verdict(rule.request)}\n` +
      `- **In a response**: ${verdict(rule.response)}\n- **What is compared**: ${escape(rule.area)}\n\n` +
      `## Why\n\n${escape(rule.why)}\n\n## What to do\n\n${escape(rule.remedy)}\n\n` +
      `[Comparing](../docs/diff.md) says how severities are decided, and how you change one.\n`,
  );
}

write(
  "rules/index.md",
  `# Rules\n\nEach finding of a comparison names one of these ${rules.length} rules.\n\n| Rule | Example | Request | Response |\n|---|---|---|---|\n` +
    rules
      .map((rule) => `| [${rule.id}](${rule.id}.md) | ${escape(rule.example)} | ${verdict(rule.request)} | ${verdict(rule.response)} |`)
      .join("\n") +
    "\n",
);
write("rules/toc.yml", ["- name: All rules\n  href: index.md", ...rules.map((rule) => `- name: ${rule.id}\n  href: ${rule.id}.md`)].join("\n"));

const title = (page) => readFileSync(join(repository, `docs/${page}.md`), "utf8").match(/^# (.+)$/m)[1];
write(
  "docs/toc.yml",
  groups
    .map(
      (group) =>
        `- name: ${JSON.stringify(group.name)}\n  items:\n` +
        group.pages.map((page) => `  - name: ${JSON.stringify(title(page))}\n    href: ${page}.md`).join("\n"),
    )
    .join("\n"),
);
write(
  "toc.yml",
  [
    "- name: Guides\n  href: docs/",
    "- name: Endpoints\n  href: endpoints.md",
    "- name: Rules\n  href: rules/",
    "- name: API\n  href: api/",
    "- name: Benchmarks\n  href: docs/benchmarks.md",
    "- name: Changes\n  href: CHANGELOG.md",
  ].join("\n"),
);

// The reference is a page of its own, which the search of the site does not read. It finds this list.
const anchor = (id) => encodeURI(id).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
const line = ({ id, method, path }) => `- [${escape(id)}](all-operations.html#${anchor(id)}): ${escape(method)} ${escape(path)}\n`;
write(
  "endpoints.md",
  `# Endpoints\n\n**[Open the endpoint reference](all-operations.html)** to filter the ${operations.length} operations by method, ` +
    "access, scope, group and text. It shows the call in C#, scopes, limits, and the first release that is known to have each operation.\n" +
    [...new Set(operations.map(({ group }) => group))]
      .map((name) => `\n## ${escape(name)}\n\n${operations.filter(({ group }) => group === name).map(line).join("")}`)
      .join(""),
);

// The page is one of the tool's, which knows no site. Here it leads back to it.
const reference = join(work, "all-operations.html");
const begin = "<body><main>";
const page = readFileSync(reference, "utf8");
if (!page.includes(begin)) {
  console.error(`${reference}: it has no ${begin}, so that no link leads back to the site.`);
  process.exit(1);
}
writeFileSync(reference, page.replace(begin, `${begin}<p><a href="endpoints.html">Endpoints</a></p>\n`));
console.log(`${pages.length} pages, ${rules.length} rules, ${operations.length} operations`);
