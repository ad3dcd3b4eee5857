/**
 * A story for each situation of a call. Storybook reads stories from a file's exports, and nobody writes two hundred of
 * those by hand: they are added to the file as Vite hands it on, and listed for the sidebar by an indexer.
 */
import { fileURLToPath } from 'node:url';
import type { Indexer } from 'storybook/internal/types';
import type { Plugin } from 'vite';
import { callSituations } from '../stories/states/call-situations.js';
import type { CallSituation } from '../stories/states/call-situations.js';
import { exportNameOf, nameOf, titleOf } from '../stories/states/name-situation.js';

/** The file that they are added to. */
export const stateStoriesFile = 'stories/states/every-state.ts';

const path = fileURLToPath(new URL(`../${stateStoriesFile}`, import.meta.url));

export const stateStoriesIndexer: Indexer = {
  test: /stories[\\/]states[\\/]every-state\.ts$/,
  createIndex: (fileName) =>
    Promise.resolve(
      [...callSituations].sort(asACallGoes).map((situation) => ({
        type: 'story',
        importPath: fileName,
        title: titleOf(situation),
        name: nameOf(situation),
        exportName: exportNameOf(situation),
        tags: ['state'],
      })),
    ),
};

const statuses = ['pending', 'connecting', 'ringing', 'open', 'reconnecting', 'closed'];

/** In the sidebar they stand in the order in which a call goes through them. */
function asACallGoes(left: CallSituation, right: CallSituation): number {
  return statuses.indexOf(left.status) - statuses.indexOf(right.status);
}

export function addStateStories(): Plugin {
  return {
    name: 'add-state-stories',
    enforce: 'pre',
    transform: (code, id) => (id.replace(/\?.*$/, '') === path ? code + listExports() : null),
  };
}

/** One export stands for all situations of its name: which of them is meant is known by the story's title. */
function listExports(): string {
  const names = new Map(callSituations.map((situation) => [exportNameOf(situation), nameOf(situation)]));
  const lines = [...names].map(
    ([exportName, name]) => `export const ${exportName} = storyNamed(${JSON.stringify(name)});`,
  );
  return `\n${lines.join('\n')}\n`;
}
