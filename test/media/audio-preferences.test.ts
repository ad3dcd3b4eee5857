import { expect } from '@open-wc/testing';
import { changeSettings, readPreferences } from '../../src/media/audio-preferences.js';

const nothing = {
  wanted: { microphone: null, speaker: null, ringer: null },
  settings: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ringVolume: 1 },
};

describe('what is remembered about sound', () => {
  const nonsense: readonly [string, unknown][] = [
    ['nothing at all', undefined],
    ['null', null],
    ['a text', 'audio'],
    ['a number', 4],
    ['a list', [1, 2]],
    ['devices that are none', { wanted: { microphone: 'Jabra', speaker: 7, ringer: [] } }],
    ['a device without an id', { wanted: { microphone: { label: 'Jabra' } } }],
    ['a device without id and name', { wanted: { microphone: { id: '', label: '' } } }],
    ['settings of the wrong type', { settings: { echoCancellation: 'false', ringVolume: '0.5' } }],
    ['a volume out of range', { settings: { ringVolume: 1.5 } }],
    ['a negative volume', { settings: { ringVolume: -0.1 } }],
    ['a volume that is no number', { settings: { ringVolume: NaN } }],
  ];
  for (const [name, remembered] of nonsense) {
    it(`is the default when it reads ${name}`, () => {
      expect(readPreferences(remembered)).to.deep.equal(nothing);
    });
  }

  it('is what was saved, after a journey through JSON', () => {
    const preferences = {
      wanted: {
        microphone: { id: '1', label: 'Jabra', groupId: 'g', twinIds: ['2'] },
        speaker: null,
        ringer: { id: '3', label: 'Speakers', groupId: 'h', twinIds: [] },
      },
      settings: { echoCancellation: false, noiseSuppression: true, autoGainControl: false, ringVolume: 0.25 },
    };
    expect(readPreferences(JSON.parse(JSON.stringify(preferences)))).to.deep.equal(preferences);
  });

  it('keeps the good half of a broken whole', () => {
    const { wanted, settings } = readPreferences({
      wanted: { microphone: { id: '1', label: 'Jabra', twinIds: ['2', 3] }, speaker: 'broken' },
      settings: { noiseSuppression: false, autoGainControl: 0 },
    });
    expect(wanted.microphone).to.deep.equal({ id: '1', label: 'Jabra', groupId: '', twinIds: ['2'] });
    expect(wanted.speaker).to.equal(null);
    expect(settings).to.deep.equal({ ...nothing.settings, noiseSuppression: false });
  });

  it('changes one setting and leaves the rest', () => {
    const changed = changeSettings(nothing.settings, { ringVolume: 0 });
    expect(changed).to.deep.equal({ ...nothing.settings, ringVolume: 0 });
    expect(Object.isFrozen(changed)).to.equal(true);
  });
});
