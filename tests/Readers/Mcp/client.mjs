// The official client for Node.js: lists the tools of a server and calls some, over stdio or HTTP.
// Usage: node client.mjs CALLS stdio COMMAND ARGUMENT... | node client.mjs CALLS http ADDRESS KEY
// CALLS is JSON: [{"name": "...", "arguments": {...}}]. Says yes to every question. Prints one JSON object.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const [calls, kind, target, ...rest] = process.argv.slice(2);
const transport =
  kind === 'stdio'
    ? new StdioClientTransport({ command: target, args: rest, env: process.env, stderr: 'ignore' })
    : new StreamableHTTPClientTransport(new URL(target), {
        requestInit: { headers: { Authorization: `Bearer ${rest[0]}` } },
      });
const client = new Client({ name: 'reader', version: '1.0.0' }, { capabilities: { elicitation: {} } });
const asked = [];
client.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
  asked.push(params.message);
  return { action: 'accept', content: { approve: true } };
});
await client.connect(transport);
const { tools } = await client.listTools();
const results = [];
for (const call of JSON.parse(calls)) {
  const result = await client.callTool(call);
  results.push({ isError: result.isError === true, data: result.structuredContent ?? null });
}

const server = client.getServerVersion().name;
console.log(JSON.stringify({ server, instructions: client.getInstructions() ?? '', tools: tools.map((tool) => tool.name), asked, results }));
await client.close();
