import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The school's pages: one HTML file and assets named by their content, for /truong/. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/truong/',
  // What is built is always what schools get, whatever the environment of the builder says, such as a test's.
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [
    react(),
    { name: 'jsx-as-delivered', enforce: 'post', config: () => ({ oxc: { jsx: { development: false } } }) },
  ],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the policy of the server allows only files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
