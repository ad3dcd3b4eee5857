import { expect } from '@open-wc/testing';
import { findDevice, listDevices, noDevices, rememberDevice } from '../../src/media/device-choice.js';
import type { DeviceList, ListedDevice, WantedDevice } from '../../src/media/device-choice.js';
import { readTable } from '../support/read-table.js';

/** Written `id:group:label`; several are separated by spaces. */
function read(text: string | null): ListedDevice[] {
  return (text ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [id = '', groupId = '', label = ''] = word.split(':');
      return { id, groupId, label };
    });
}

function listOf(text: string | null): DeviceList {
  return { devices: read(text), systemDefault: null, defaultKey: null };
}

function wantedFrom(text: string, twinIds: readonly string[] = []): WantedDevice {
  const [device] = read(text);
  if (!device) throw new Error('Nothing is wanted.');
  return { ...device, twinIds };
}

describe('finding the wanted device again', () => {
  const table = readTable(`
    case                                             | wanted     | there                        | found
    by its id                                        | 1:g:Jabra  | 2:h:Poly 1:g:Jabra           | 1
    by its id, under another name                    | 1:g:Jabra  | 1:g:2-Jabra                  | 1
    by its id before another of the same label       | 1:g:Jabra  | 2:g:Jabra 1:g:Jabra          | 1
    gone                                             | 1:g:Jabra  | 2:h:Poly                     |
    gone, and nothing else there                     | 1:g:Jabra  |                              |
    under another id, by its label                   | 1:g:Jabra  | 2:h:Poly 3:k:Jabra           | 3
    under another id, by its group among equals      | 1:g:Jabra  | 2:h:Jabra 3:g:Jabra          | 3
    under another id, the first among equals         | 1:g:Jabra  | 2:h:Jabra 3:k:Jabra          | 2
    the group alone is not enough: it is the camera  | 1:g:Jabra  | 2:g:Webcam                   |
    a nameless device is not found by its name       | 1:g:       | 2:g:                         |
    a nameless device is found by its id             | 1:g:Jabra  | 1:g:                         | 1
  `);
  for (const row of new Set(table.map((cell) => cell.row))) {
    const cell = (column: string) =>
      table.find((other) => other.row === row && other.column === column)?.value;
    it(row, () => {
      const found = findDevice(wantedFrom(cell('wanted') ?? ''), listOf(cell('there') ?? null));
      expect(found?.id ?? null).to.equal(cell('found') ?? null);
    });
  }

  it('never takes its twin for it', () => {
    const both = listOf('1:g:Jabra 2:h:Jabra');
    const [first] = both.devices;
    if (!first) throw new Error('There is no device.');
    const wanted = rememberDevice(first, both);
    expect(wanted.twinIds).to.deep.equal(['2']);
    expect(findDevice(wanted, listOf('2:h:Jabra'))).to.equal(null);
    expect(findDevice(wanted, listOf('2:h:Jabra 3:k:Jabra'))?.id, 'in another socket').to.equal('3');
  });

  it('remembers a twin that was unplugged before it', () => {
    const both = listOf('1:g:Jabra 2:h:Jabra');
    const alone = listOf('1:g:Jabra');
    const [first] = both.devices;
    if (!first) throw new Error('There is no device.');
    const wanted = rememberDevice(first, alone, rememberDevice(first, both));
    expect(findDevice(wanted, listOf('2:h:Jabra'))).to.equal(null);
  });

  it('forgets twins whose ids are of another time', () => {
    const wanted = wantedFrom('1:g:Jabra', ['2']);
    const list = listOf('8:g:Jabra 9:h:Jabra');
    const found = findDevice(wanted, list);
    if (!found) throw new Error('It was not found.');
    expect(rememberDevice(found, list, wanted)).to.deep.equal({
      id: '8',
      groupId: 'g',
      label: 'Jabra',
      twinIds: ['9'],
    });
  });

  it('keeps the name while the browser keeps it secret', () => {
    const nameless = listOf('1:g:');
    const [found] = nameless.devices;
    if (!found) throw new Error('There is no device.');
    expect(rememberDevice(found, nameless, wantedFrom('1:g:Jabra')).label).to.equal('Jabra');
  });
});

describe('the list of devices', () => {
  const description = (
    kind: MediaDeviceKind,
    deviceId: string,
    label: string,
    groupId = `group-of-${label}`,
  ) => ({ kind, deviceId, label, groupId });

  it('hides the doubles that Chromium lists for the defaults', () => {
    const list = listDevices(
      [
        description('audioinput', 'default', 'Default - Jabra', 'g'),
        description('audioinput', 'communications', 'Communications - Jabra', 'g'),
        description('audioinput', '1', 'Jabra', 'g'),
        description('audiooutput', '2', 'Speakers'),
        description('videoinput', '3', 'Camera'),
      ],
      'audioinput',
    );
    expect(list.devices).to.deep.equal([{ id: '1', label: 'Jabra', groupId: 'g' }]);
  });

  it('shows that the default has become another device', () => {
    const devices = [
      description('audioinput', '1', 'Jabra', 'g'),
      description('audioinput', '2', 'Poly', 'h'),
    ];
    const keyWith = (label: string, groupId: string) =>
      listDevices([description('audioinput', 'default', label, groupId), ...devices], 'audioinput')
        .defaultKey;
    expect(keyWith('Default - Jabra', 'g')).to.equal(keyWith('Default - Jabra', 'g'));
    expect(keyWith('Default - Jabra', 'g')).not.to.equal(keyWith('Default - Poly', 'h'));
  });

  it('takes the first for the default where browsers list no double', () => {
    const jabra = description('audioinput', '1', 'Jabra');
    const poly = description('audioinput', '2', 'Poly');
    const key = (...descriptions: (typeof jabra)[]) => listDevices(descriptions, 'audioinput').defaultKey;
    expect(key(jabra, poly)).to.equal(key(jabra));
    expect(key(jabra, poly)).not.to.equal(key(poly, jabra));
  });

  it('tells which device the default is: the one behind the double, else the first', () => {
    const poly = description('audioinput', '1', 'Poly', 'h');
    const line = description('audioinput', '2', 'Jabra Line', 'g');
    const jabra = description('audioinput', '3', 'Jabra', 'g');
    const double = description('audioinput', 'default', 'Standard - Jabra', 'g');
    const defaultOf = (...descriptions: (typeof jabra)[]) =>
      listDevices(descriptions, 'audioinput').systemDefault?.label ?? null;
    expect(defaultOf(double, poly, line, jabra)).to.equal('Jabra');
    expect(defaultOf(poly, line, jabra)).to.equal('Poly');
    expect(defaultOf(description('audioinput', 'default', 'Default - Gone', 'k'), poly)).to.equal(null);
    expect(defaultOf()).to.equal(null);
  });

  it('knows no device before the microphone was permitted: the placeholder is none', () => {
    const list = listDevices([description('audioinput', '', '', '')], 'audioinput');
    expect(list).to.deep.equal(noDevices);
  });
});
