import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview } from '@storybook/web-components-vite';
import { withActions } from 'storybook/actions/decorator';
import { MINIMAL_VIEWPORTS } from 'storybook/viewport';
import '../src/define.js';
import { eventNames, manifest } from '../stories/support/manifest.js';
import { lookLikeAPage, pageGlobals } from '../stories/support/page.js';
import { composeFakes } from '../stories/support/compose-fakes.js';
import '../stories/support/page.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  globalTypes: pageGlobals,
  initialGlobals: { scheme: 'light', language: 'en' },
  decorators: [lookLikeAPage, composeFakes, withActions],
  parameters: {
    layout: 'padded',
    // The Actions panel shows all that the elements dispatch.
    actions: { handles: eventNames },
    // A violation fails the story, in its panel and in `npm test`.
    a11y: { test: 'error' },
    controls: { expanded: true },
    viewport: {
      options: {
        ...MINIMAL_VIEWPORTS,
        narrow: { name: 'Narrowest phone', styles: { width: '320px', height: '640px' }, type: 'mobile' },
      },
    },
    options: {
      storySort: {
        order: [
          'Manual',
          ['Getting started', 'Attributes', 'Events', 'Theming', 'Backend', 'Security', 'Troubleshooting'],
          'Live',
          'Elements',
          'Every state',
        ],
      },
    },
  },
};

export default preview;
