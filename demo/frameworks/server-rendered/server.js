/** Renders the page anew for every visitor: `PORT=8080 npm start`. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { render } from './dist/server/render.js';

const browserFiles = new URL('dist/browser/', import.meta.url);
const types = { '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const template = await readFile(new URL('index.html', browserFiles), 'utf8');

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  if (pathname === '/') {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(template.replace('<!-- page -->', () => render()));
    return;
  }
  try {
    const file = await readFile(new URL(`.${pathname}`, browserFiles));
    response.writeHead(200, { 'Content-Type': types[extname(pathname)] ?? 'application/octet-stream' });
    response.end(file);
  } catch {
    response.writeHead(404);
    response.end();
  }
});

server.listen(process.env.PORT ?? 0, '127.0.0.1', () => {
  console.log(`http://localhost:${server.address().port}/`);
});
