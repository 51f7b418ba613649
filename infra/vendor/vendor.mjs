// Copies the front-end files the portal uses into wwwroot/vendor and writes their checksums.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const from = join(here, 'node_modules');
const to = join(here, '../../src/ZOE.Matching.Web/wwwroot/vendor');
const version = name => JSON.parse(readFileSync(join(from, name, 'package.json'), 'utf8')).version;

const fonts = [400, 600, 700].flatMap(weight => ['latin', 'latin-ext'].map(script => `fira-sans-${script}-${weight}-normal.woff2`));
const files = [
  ['@kern-ux/native/dist/kern.min.css', 'kern/kern.min.css'],
  ['@kern-ux/native/LICENSE.md', 'kern/LICENSE.md'],
  ['@fontsource/fira-sans/LICENSE', 'fira-sans/LICENSE'],
  ...fonts.map(font => [`@fontsource/fira-sans/files/${font}`, `fira-sans/${font}`]),
];

rmSync(to, { recursive: true, force: true });
for (const [source, target] of files) {
  mkdirSync(dirname(join(to, target)), { recursive: true });
  cpSync(join(from, source), join(to, target));
}

const rule = file => {
  const css = readFileSync(join(from, '@fontsource/fira-sans', file), 'utf8');
  return css.replace(/url\(\.\/files\/([^)]+\.woff2)\)[^;]*;/g, "url($1) format('woff2');").trim();
};
const faces = [400, 600, 700].flatMap(weight => ['latin', 'latin-ext'].map(script => rule(`${script}-${weight}.css`)));
writeFileSync(join(to, 'fira-sans/fira-sans.css'), `${faces.join('\n\n')}\n`);

const list = readdirSync(to, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const sums = list.map(file => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${relative(to, file).split(sep).join('/')}`);
writeFileSync(join(to, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(`${list.length} files: @kern-ux/native ${version('@kern-ux/native')}, @fontsource/fira-sans ${version('@fontsource/fira-sans')}`);
