'use strict';
const inputs = ['text', 'severity', 'group', 'operation'].map(id => document.getElementById(id));
const findings = [...document.querySelectorAll('#findings details')].map(element => ({
  element,
  text: element.dataset.text.toLowerCase(),
  severity: element.dataset.severity,
  groups: element.dataset.groups.split('\n'),
  operations: element.dataset.operations.split('\n'),
}));

function filter() {
  const [text, severity, group, operation] = inputs.map(input => input.value);
  let shown = 0;
  for (const finding of findings) {
    const matches = finding.text.includes(text.toLowerCase()) && (!severity || finding.severity === severity)
      && (!group || finding.groups.includes(group)) && (!operation || finding.operations.includes(operation));
    finding.element.hidden = !matches;
    if (matches) shown++;
  }
  document.getElementById('count').textContent = `${shown} of ${findings.length}`;
  document.getElementById('none').hidden = shown > 0;
}

for (const input of inputs) input.addEventListener('input', filter);
document.getElementById('filters').addEventListener('submit', event => event.preventDefault());
filter();
