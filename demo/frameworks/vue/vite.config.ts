import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// A tag with a hyphen is the browser's, not a component of Vue's.
const isCustomElement = (tag: string): boolean => tag.includes('-');

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
});
