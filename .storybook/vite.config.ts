import { defineConfig } from 'vite';

/** Storybook brings all that its pages need. */
export default defineConfig({});
