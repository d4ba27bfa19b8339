import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdCss } from './antd-css.ts';

// Staff desks in county offices still run Chrome 109, the last one for Windows 7.
const oldestBrowser = 'chrome109';

/** What every page needs in two files; what several pages need in files of some size: a page asks for thirty, not for a hundred. */
const libraries = { name: 'libraries', test: /node_modules/, tags: ['$initial' as const] };
const groups = [
  { ...libraries, priority: 3 },
  { name: 'first', tags: ['$initial' as const], priority: 2 },
  {
    name: 'shared',
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 30_000,
    priority: 1,
  },
];

/** Read by browsers of 2025 and later: compiled whole while it comes, beside the page's own thread, not function by function in it. */
const compiledWhole = '//# allFunctionsCalledOnLoad';

export default defineConfig({
  plugins: [react(), antdCss()],
  build: {
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: { groups },
        // Files that need each other begin in the order of the sources all the same.
        strictExecutionOrder: true,
        postBanner: ({ name }) => (name === libraries.name ? compiledWhole : ''),
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:12345', '/c/': 'http://127.0.0.1:12345' },
  },
});
