import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractStyle } from '@ant-design/static-style-extract';
import * as antd from 'antd';
import { createElement } from 'react';
import type { Plugin } from 'vite';
import { styleName, theme } from './src/shell/theme.ts';

/** Imported by main.tsx. */
const name = 'virtual:antd.css';
const sources = fileURLToPath(new URL('./src', import.meta.url));
const library = join(dirname(fileURLToPath(import.meta.resolve('antd/package.json'))), 'es');

/**
 * 组件样式: antd makes its styles while it draws, which took 6 to 16 % of the time a slow computer needed for the sign-in page.
 * Here they are made when the pages are built, for the components our pages name and for what stands inside of those.
 */
export const antdCss = (): Plugin => ({
  name: 'antd-css',
  resolveId: (id) => (id === name ? name : undefined),
  load: (id) => (id === name ? cssOf(componentsNamed()) : undefined),
});

/** Made under a name only the maker knows, so that what is meant for antd's own parts stays there: here that is ours. */
function cssOf(includes: readonly string[]): string {
  const making = { ...theme, zeroRuntime: false, hashed: true };
  const css = extractStyle({
    includes: [...includes],
    customTheme: (node) => createElement(antd.ConfigProvider, { theme: making }, node),
  });
  return css.replaceAll(/:where\(\.css-[\w-]+\)/g, `:where(.${styleName})`);
}

function componentsNamed(): string[] {
  const found = new Set<string>();
  for (const file of globSync('**/*.{ts,tsx}', { cwd: sources })) {
    const text = readFileSync(join(sources, file), 'utf8');
    for (const [, names = ''] of text.matchAll(/import (?:type )?\{([^}]*)\} from 'antd'/g))
      for (const one of names.split(',')) found.add(folderOf(one.trim().split(' ').at(-1) ?? ''));
  }
  // A set that grows while it is walked: what is inside of what is inside comes too.
  for (const folder of found)
    for (const inner of foldersInside(folder)) if (!notDrawn.has(inner)) found.add(inner);
  return Object.keys(antd).filter((one) => found.has(folderOf(one)));
}

/** A tooltip asks whether it stands in a table, and mixes colours: it draws neither. */
const notDrawn = new Set(['table', 'color-picker']);

/** DatePicker: date-picker. */
const folderOf = (component: string): string =>
  component.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Components the code of one imports, however deep below its folder: Select draws Empty, Form draws Row. */
function foldersInside(folder: string): string[] {
  const own = join(library, folder);
  if (!existsSync(own)) return [];
  return (
    readdirSync(own, { recursive: true, encoding: 'utf8' })
      // Styles borrow colours and sizes from one another and draw nothing.
      .filter((file) => file.endsWith('.js') && !file.startsWith('style/'))
      .flatMap((file) =>
        [...readFileSync(join(own, file), 'utf8').matchAll(/from '((?:\.\.\/)+)([a-z-]+)[/']/g)]
          .filter(([, up = '']) => up.length / 3 === file.split('/').length)
          .map(([, , other = '']) => other),
      )
  );
}
