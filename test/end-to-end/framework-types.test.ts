/** What each framework's own type checker says of templates with our elements: the right ones, and the wrong ones. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

interface Framework {
  readonly name: string;
  /** From the folder demo/frameworks on. */
  readonly checker: readonly string[];
  readonly file: string;
  /** Finds the numbers of the lines that are wrong in what the checker prints. */
  readonly complaint: RegExp;
  /** Lines that end in `// wrong`, or in a comment like it, must be found, and no others. */
  readonly text: string;
}

const frameworks: readonly Framework[] = [
  {
    name: 'react',
    checker: ['react/node_modules/typescript/bin/tsc', '-p', '.'],
    file: 'planted.tsx',
    complaint: /planted\.tsx\((\d+),/g,
    text: `
      import { TwilioPhone } from 'twilio-phone/react';
      export const tags = [
        <twilio-phone token-url="/t" call-links ring-timeout={20} oncall-incoming={({ call }) => call.from} />,
        <twilio-phone tokenProvider={() => Promise.resolve({ token: '' })} className="mine" />,
        <call-controls phone="desk" oncall-end-request={(event) => event.preventDefault()} />,
        <twilio-phone call-links="yes" />, // wrong
        <twilio-phone tokenProvider="/t" />, // wrong
        <twilio-phone oncall-incoming={({ call }) => call.nobody} />, // wrong
        <twilio-phone token-address="/t" ring-timout={20} />,
        <TwilioPhone tokenUrl="/t" callLinks ringTimeout={20} onCallIncoming={({ call }) => call.from} />,
        <TwilioPhone tokenAddress="/t" />, // wrong
        <TwilioPhone onCallIncoming={({ call }) => call.nobody} />, // wrong
      ];`,
  },
  {
    name: 'vue',
    checker: ['node_modules/vue-tsc/bin/vue-tsc.js', '-p', '.'],
    file: 'planted.vue',
    complaint: /planted\.vue\((\d+),/g,
    text: `
      <script setup lang="ts">
      import type {} from 'twilio-phone/vue';
      const provideToken = () => Promise.resolve({ token: '' });
      </script>
      <template>
        <twilio-phone token-url="/t" call-links :ringTimeout="20" @call-incoming="({ call }) => call.from" />
        <twilio-phone :tokenProvider="provideToken" class="mine" @click="() => {}" />
        <call-controls phone="desk" @call-end-request="(event) => event.preventDefault()" />
        <twilio-phone call-links="yes" /> <!-- // wrong -->
        <twilio-phone :tokenProvider="'/t'" /> <!-- // wrong -->
        <twilio-phone @call-incoming="({ call }) => call.nobody" /> <!-- // wrong -->
        <twilio-phone token-address="/t" /> <!-- // wrong -->
      </template>`,
  },
  {
    name: 'svelte',
    checker: [
      'node_modules/svelte-check/bin/svelte-check',
      '--output',
      'machine',
      '--tsconfig',
      'tsconfig.json',
    ],
    file: 'planted.svelte',
    complaint: /ERROR "planted\.svelte" (\d+):/g,
    text: `
      <script lang="ts">
        import type {} from 'twilio-phone/svelte';
      </script>
      <twilio-phone token-url="/t" call-links ringTimeout={20} oncall-incoming={({ call }) => call.from}></twilio-phone>
      <twilio-phone tokenProvider={() => Promise.resolve({ token: '' })} class="mine" onclick={() => {}}></twilio-phone>
      <call-controls phone="desk" oncall-end-request={(event) => event.preventDefault()}></call-controls>
      <twilio-phone callLinks="yes"></twilio-phone> <!-- // wrong -->
      <twilio-phone call-links={false}></twilio-phone> <!-- // wrong -->
      <twilio-phone tokenProvider="/t"></twilio-phone> <!-- // wrong -->
      <twilio-phone oncall-incoming={({ call }) => call.nobody}></twilio-phone> <!-- // wrong -->
      <twilio-phone token-address="/t"></twilio-phone> <!-- // wrong -->`,
  },
];

for (const { name, checker, file, complaint, text } of frameworks) {
  test(`${name}: what a template says wrongly of the phone is found, and nothing else`, () => {
    // Beside what was built, where nobody looks for sources.
    const folder = `demo/frameworks/${name}/dist/planted`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${file}`, text.trimStart());
    writeFileSync(
      `${folder}/tsconfig.json`,
      JSON.stringify({
        extends: '../../tsconfig.json',
        include: ['.'],
        vueCompilerOptions: { strictTemplates: true },
      }),
    );
    const [program = '', ...options] = checker;
    const { stdout } = spawnSync(process.execPath, [`../../../${program}`, ...options], {
      cwd: folder,
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    const found = [...stdout.matchAll(complaint)].map(([, line]) => Number(line));
    const lines = text.trimStart().split('\n');
    const wrong = lines.flatMap((line, index) => (line.includes('// wrong') ? [index + 1] : []));
    assert.ok(wrong.length > 2);
    assert.deepEqual(
      [...new Set(found)].sort((left, right) => left - right),
      wrong,
      stdout,
    );
  });
}
